import type { ChainRule } from '../../../core/derivation/chainRule';
import type { Matrix } from '../../../core/matrix';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { widthsOf } from '../widths';
import type { Words } from '../words/words';
import { largestSize } from './cells';
import type { Hex } from './color';
import type { Picture } from './markup';
import type { Palette } from './palette';

/** A column with more neurons is one block. */
const mostNeurons = 8;
/** A deeper network is not drawn. */
const mostColumns = 12;
/** The mean of a bundle of edges is taken of about so many weights. */
const bundleSample = 1_000;

// The box of a hover is about 240 pixels high: the last line is to stand in it.
const radius = 7;
const margin = 10;
const side = 16;
const blockHalfWidth = 14;
const columnStep = 122;
const widest = 560;
const widestStep = 26;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Each neuron of a column by itself, or all of them as one block. */
interface Column {
  readonly neurons: number;
  readonly isBlock: boolean;
  readonly places: readonly Place[];
}

interface Edge {
  readonly from: Place;
  readonly to: Place;
  /** A weight; for a bundle the mean size with the sign of the sum. */
  readonly value: number;
  readonly lit: boolean;
}

/**
 * The network in columns with its weights as edges, and with the path of one parameter to the loss
 * lit where `path` is given. Null for a network that is too deep, or has a layer whose activation
 * changes the width, so that an edge would end at no neuron.
 */
export function networkPicture(
  study: NetworkStudy,
  palette: Palette,
  words: Words,
  path: ChainRule | null = null,
): Picture | null {
  const widths = widthsOf(study);
  const matrices = study.network.layers.map(({ weights }) => weights);
  if (widths.length > mostColumns || matrices.some(({ rows }, layer) => rows !== widths[layer + 1]))
    return null;
  const count = widths.length + (study.loss === null ? 0 : 1);
  const width = Math.min(widest, 2 * side + (count - 1) * columnStep);
  const tallest = Math.min(mostNeurons, Math.max(...widths));
  const height = Math.max(36, 2 * margin + (tallest - 1) * (tallest > 4 ? 17 : 20));
  const x = (column: number) => side + (column * (width - 2 * side)) / Math.max(1, count - 1);
  const columns = widths.map((neurons, column) => columnAt(neurons, x(column), height));
  const lit = litPlaces(path, columns);
  const edges = matrices.flatMap((weights, layer) =>
    edgesBetween(columns[layer], columns[layer + 1], weights, (from, to) =>
      lit.edges.has(`${layer} ${from} ${to}`),
    ),
  );
  const largest = largestSize(edges.map(({ value }) => value));
  const marks = [
    ...edges.filter((edge) => edge.lit).map((edge) => band(edge, palette)),
    ...edges.map((edge) => stroke(edge, largest, palette, path !== null)),
  ];
  if (study.loss !== null) {
    const square = { x: x(count - 1), y: height / 2 };
    for (const [index, from] of (columns.at(-1)?.places ?? []).entries()) {
      if (lit.places.has(`${columns.length - 1} ${index}`)) marks.push(band({ from, to: square }, palette));
      marks.push(line(from, square, `stroke="${palette.ink}"`));
    }
    marks.push(box(square, radius, radius, 3, palette.stroke, palette));
  }
  columns.forEach((column, index) => {
    marks.push(...nodes(column, palette, (place) => lit.places.has(`${index} ${place}`)));
  });
  const named = widths.join('–');
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${marks.join('')}</svg>`,
    width,
    height,
    twin: path === null ? words.hover.networkPicture(named) : words.hover.pathPicture(named),
  };
}

function columnAt(neurons: number, x: number, height: number): Column {
  const isBlock = neurons > mostNeurons;
  const shown = isBlock ? 1 : neurons;
  const step = shown === 1 ? 0 : Math.min(widestStep, (height - 2 * margin) / (shown - 1));
  const places = Array.from({ length: shown }, (_, index) => ({
    x,
    y: height / 2 + (index - (shown - 1) / 2) * step,
  }));
  return { neurons, isBlock, places };
}

/** Keys of the edges and places through which the path goes. */
function litPlaces(path: ChainRule | null, columns: readonly Column[]) {
  const edges = new Set<string>();
  const places = new Set<string>();
  if (path === null) return { edges, places };
  const place = (column: number, neuron: number) => (columns[column].isBlock ? 0 : neuron);
  const { parameter } = path;
  const weights = parameter.kind === 'weight' ? [parameter, ...path.pathWeights] : path.pathWeights;
  if (parameter.kind === 'bias') {
    places.add(`${parameter.layer + 1} ${place(parameter.layer + 1, parameter.to)}`);
  }
  for (const { layer, from, to } of weights) {
    const [start, end] = [place(layer, from), place(layer + 1, to)];
    edges.add(`${layer} ${start} ${end}`);
    places.add(`${layer} ${start}`).add(`${layer + 1} ${end}`);
  }
  return { edges, places };
}

function edgesBetween(
  left: Column,
  right: Column,
  weights: Matrix,
  isLit: (from: number, to: number) => boolean,
): readonly Edge[] {
  return right.places.flatMap((end, to) =>
    left.places.map((start, from) => ({
      from: start,
      to: end,
      value: bundle(weights, left.isBlock ? null : from, right.isBlock ? null : to),
      lit: isLit(from, to),
    })),
  );
}

/** One weight, or the mean size of many with the sign of their sum; null stands for all neurons of a side. */
function bundle({ rows, columns, values }: Matrix, from: number | null, to: number | null): number {
  if (from !== null && to !== null) return values[to * columns + from];
  const first = to === null ? 0 : to * columns;
  const last = to === null ? rows * columns : first + columns;
  // One source stands in each row once; all sources may be thinned out by a step that meets every column.
  const step = from === null ? Math.max(1, Math.floor((last - first) / bundleSample)) : columns;
  let [sum, sizes, count] = [0, 0, 0];
  for (let index = first + (from ?? 0); index < last; index += step) {
    sum += values[index];
    sizes += Math.abs(values[index]);
    count += 1;
  }
  return Math.sign(sum) * (sizes / Math.max(1, count));
}

function band({ from, to }: Pick<Edge, 'from' | 'to'>, palette: Palette): string {
  return line(from, to, `stroke="${palette.casing}" stroke-width="8" stroke-linecap="round"`);
}

function stroke(
  { from, to, value, lit }: Edge,
  largest: number,
  palette: Palette,
  dimsOthers: boolean,
): string {
  const size = Math.min(1, Math.abs(value) / largest) || 0;
  const width = 0.8 + 2.8 * size;
  const dash = value < 0 ? ` stroke-dasharray="${round(4 + width)} ${round(2.4 + 0.6 * width)}"` : '';
  const opacity = dimsOthers && !lit ? ' opacity="0.45"' : '';
  const color = value < 0 ? palette.negative : Number.isNaN(value) ? palette.quiet : palette.positive;
  return line(from, to, `stroke="${color}" stroke-width="${round(width)}"${dash}${opacity}`);
}

function nodes({ neurons, isBlock, places }: Column, palette: Palette, isLit: (index: number) => boolean) {
  return places.map((place, index) => {
    const color = isLit(index) ? palette.ink : palette.stroke;
    if (isBlock) {
      const label = `<text x="${round(place.x)}" y="${round(place.y + 4)}" font-size="11" font-family="sans-serif" text-anchor="middle" fill="${palette.ink}">${neurons}</text>`;
      return box(place, blockHalfWidth, place.y - 3, 4, color, palette) + label;
    }
    const width = isLit(index) ? 2 : 1.25;
    return `<circle cx="${round(place.x)}" cy="${round(place.y)}" r="${radius}" fill="${palette.ground}" stroke="${color}" stroke-width="${width}"/>`;
  });
}

function box(
  { x, y }: Place,
  halfWidth: number,
  halfHeight: number,
  corner: number,
  color: Hex,
  palette: Palette,
) {
  const place = `x="${round(x - halfWidth)}" y="${round(y - halfHeight)}" width="${round(2 * halfWidth)}" height="${round(2 * halfHeight)}"`;
  return `<rect ${place} rx="${corner}" fill="${palette.ground}" stroke="${color}" stroke-width="1.25"/>`;
}

function line(from: Place, to: Place, attributes: string): string {
  return `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" ${attributes}/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
