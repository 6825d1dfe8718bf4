import type { NetworkModel } from '../model/networkModel';
import { runningSums } from '../model/runningSums';

/** `full` names every piece, `compact` is the side panel's form, `small` has dots, `blocks` has tiles. */
export type DrawingForm = 'full' | 'compact' | 'small' | 'blocks';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface NodePlace extends Point {
  /** Radius; half the side where the node is the loss's square. */
  readonly r: number;
}

export interface EdgePlace {
  readonly layer: number;
  readonly from: number;
  readonly to: number;
  readonly start: Point;
  readonly end: Point;
}

/** Where everything stands, in units of 1/13 of the font's size. */
export interface NetworkLayout {
  readonly form: Exclude<DrawingForm, 'blocks'>;
  readonly width: number;
  readonly height: number;
  readonly inputs: readonly NodePlace[];
  readonly layers: readonly (readonly NodePlace[])[];
  /** Null without a target. */
  readonly loss: NodePlace | null;
  /** Centre of the line of column names. */
  readonly foot: number;
  /** The distance between two columns of neurons. */
  readonly gap: number;
}

interface Measures {
  readonly neuron: number;
  readonly input: number;
  readonly loss: number;
  /** From a neuron's centre up over its bias, and down under its readings. */
  readonly above: number;
  readonly below: number;
  readonly step: number;
  readonly widestStep: number;
  readonly inputStep: number;
  readonly left: number;
  readonly right: number;
  readonly leastGap: number;
  readonly widestGap: number;
  readonly foot: number;
}

const measures: Readonly<Record<NetworkLayout['form'], Measures>> = {
  full: {
    neuron: 28,
    input: 17,
    loss: 28,
    above: 62,
    below: 110,
    step: 172,
    widestStep: 180,
    inputStep: 120,
    left: 96,
    right: 88,
    leastGap: 136,
    widestGap: 380,
    foot: 24,
  },
  compact: {
    neuron: 16,
    input: 11,
    loss: 14,
    above: 20,
    below: 36,
    step: 60,
    widestStep: 80,
    inputStep: 62,
    left: 40,
    right: 24,
    leastGap: 58,
    widestGap: 300,
    foot: 24,
  },
  small: {
    neuron: 6,
    input: 6,
    loss: 14,
    above: 12,
    below: 12,
    step: 15,
    widestStep: 48,
    inputStep: 15,
    left: 24,
    right: 40,
    leastGap: 64,
    widestGap: 380,
    foot: 24,
  },
};

/** Beyond these widths a column has no room for every neuron by itself. */
const fullNeurons = 5;
const compactNeurons = 12;
const smallNeurons = 64;
/** Under this width the drawing is the side panel's. */
export const narrowWidth = 520;

/** Gaps between columns, as shares: the first holds the most labels, the last only ŷ. */
function shares(layers: number, withLoss: boolean): readonly number[] {
  const gaps = Array.from({ length: layers }, (_, index) => (index === 0 ? 1.1 : 1));
  return withLoss ? [...gaps, 0.72] : gaps;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Which form a network of these widths takes in a panel of that width. */
export function formOf(widths: readonly number[], withLoss: boolean, width: number): DrawingForm {
  const largest = Math.max(...widths);
  if (largest > smallNeurons) return 'blocks';
  if (largest > compactNeurons) return 'small';
  if (width < narrowWidth || largest > fullNeurons) return 'compact';
  const { left, right, leastGap } = measures.full;
  return (width - left - right) / total(shares(widths.length - 1, withLoss)) < leastGap ? 'compact' : 'full';
}

export function layOut(
  model: Pick<NetworkModel, 'view' | 'layers' | 'loss'>,
  form: NetworkLayout['form'],
  available: number,
): NetworkLayout {
  const measure = measures[form];
  const gaps = shares(model.layers.length, model.loss !== null);
  // A wide compact drawing has room for the inputs' values beside their names.
  const left = form === 'compact' && available >= narrowWidth ? 92 : measure.left;
  const room = (available - left - measure.right) / total(gaps);
  const gap = Math.min(measure.widestGap, Math.max(measure.leastGap, room));
  const width = Math.max(available, left + measure.right + gap * total(gaps));
  const indent = (width - left - measure.right - gap * total(gaps)) / 2;
  const columns = runningSums(
    left + indent,
    gaps.map((share) => share * gap),
  );

  const inputs = model.view.widths[0];
  const counts = model.layers.map((layer) => layer.fanOut);
  const tallest = Math.max((inputs - 1) * measure.inputStep, ...counts.map((n) => (n - 1) * measure.step));
  const stepOf = (count: number) =>
    count < 2 ? 0 : Math.min(measure.widestStep, Math.max(measure.step, tallest / (count - 1)));
  const half = (count: number) => ((count - 1) * stepOf(count)) / 2;
  const inputHalf = ((inputs - 1) * measure.inputStep) / 2;
  const up = Math.max(inputHalf + measure.input + 10, ...counts.map((n) => half(n) + measure.above));
  const down = Math.max(
    inputHalf + measure.input + 10,
    measure.loss + (form === 'full' ? 58 : 16),
    ...counts.map((n) => half(n) + measure.below),
  );
  const middle = up + 6;
  const column = (index: number, count: number, step: number, r: number): readonly NodePlace[] =>
    Array.from({ length: count }, (_, k) => ({
      x: columns[index],
      y: middle + (k - (count - 1) / 2) * step,
      r,
    }));
  const height = middle + down + measure.foot;
  return {
    form,
    width,
    height,
    inputs: column(0, inputs, measure.inputStep, measure.input),
    layers: counts.map((count, layer) => column(layer + 1, count, stepOf(count), measure.neuron)),
    loss: model.loss === null ? null : { x: columns[columns.length - 1], y: middle, r: measure.loss },
    foot: height - measure.foot / 2,
    gap,
  };
}

/** Whether an input's number, as written, has room in its circle. */
export function fitsInside(text: string, node: NodePlace): boolean {
  return node.r > 6 && text.length <= (node.r > 15 ? 5 : 3);
}

/** The straight line between the rims of two nodes. */
export function fromRimToRim(
  one: NodePlace,
  other: NodePlace,
): { readonly start: Point; readonly end: Point } {
  const length = Math.hypot(other.x - one.x, other.y - one.y) || 1;
  const ux = (other.x - one.x) / length;
  const uy = (other.y - one.y) / length;
  return {
    start: { x: one.x + ux * one.r, y: one.y + uy * one.r },
    end: { x: other.x - ux * other.r, y: other.y - uy * other.r },
  };
}

export function pointAt(
  { start, end }: { readonly start: Point; readonly end: Point },
  share: number,
): Point {
  return { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share };
}

/** An edge's width: the larger its number among all that the drawing shows, the wider. */
export function edgeWidth(form: NetworkLayout['form'], value: number, largest: number): number {
  const share = largest > 0 && Number.isFinite(value) ? Math.abs(value) / largest : 0;
  switch (form) {
    case 'full':
      return 1 + 3.6 * share;
    case 'compact':
      return 0.8 + 2.6 * share;
    case 'small':
      return 0.6 + 1.8 * share;
  }
}

/** How many edges a drawing of small nodes shows beside the selection's. */
export const strongestEdges = 24;

/** Every edge, or in a small drawing the strongest. */
export function edgesOf(layout: NetworkLayout, model: NetworkModel): readonly EdgePlace[] {
  const edges: (EdgePlace & { readonly size: number })[] = [];
  for (const [layer, { weights, fanIn, fanOut }] of model.layers.entries()) {
    const sources = layer === 0 ? layout.inputs : layout.layers[layer - 1];
    for (let to = 0; to < fanOut; to++) {
      for (let from = 0; from < fanIn; from++) {
        const source = sources[from % sources.length];
        const size = Math.abs(weights?.values[to * fanIn + from] ?? 0);
        edges.push({ layer, from, to, size, ...fromRimToRim(source, layout.layers[layer][to]) });
      }
    }
  }
  if (layout.form !== 'small') return edges;
  return edges.sort((one, other) => other.size - one.size);
}
