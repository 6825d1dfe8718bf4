import type { Dtype } from '../numeric/dtype';
import * as layout from './gradientLayout';

/** Activations of which the module has φ and φ′; `foreign` is one that it is helped with. */
export type DenseActivation = 'identity' | 'relu' | 'sigmoid' | 'tanh' | 'softplus' | 'foreign';

export interface DenseLayer {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly hasBiases: boolean;
  readonly activation: DenseActivation;
}

/** A gradient to prepare: its sizes, and what it is the gradient of. */
export interface DenseShape {
  readonly samples: number;
  readonly layers: readonly DenseLayer[];
  /** What ½ Σ (o − y)² is divided by; null where the loss is another, that the module is helped with. */
  readonly divisor: number | null;
}

/** A range of numbers in the memory. */
export interface Place {
  readonly address: number;
  readonly length: number;
}

export interface LayerPlaces {
  readonly weights: Place;
  readonly biases: Place | null;
  readonly weightGradient: Place;
  readonly biasGradient: Place | null;
  readonly output: Place;
  /** None for the identity, whose slope is 1. */
  readonly slope: Place | null;
  readonly delta: Place;
}

/** One of the kinds of `gradientLayout.ts`, on ranges. */
export interface Chunk {
  readonly kind: number;
  /** Among the layers of the shape. */
  readonly layer: number;
  readonly first: number;
  readonly end: number;
  readonly secondFirst: number;
  readonly secondEnd: number;
  /** How many chunks, from the first on, must be done before this one begins. */
  readonly after: number;
  /** In multiply-adds, roughly. */
  readonly work: number;
}

/** Between two runs of chunks: the host applies a foreign activation, or a foreign loss. */
export interface HostTask {
  /** The chunks before it. */
  readonly at: number;
  readonly layer: number;
  readonly kind: 'activate' | 'compare';
}

export interface GradientPlan {
  readonly shape: DenseShape;
  readonly dtype: Dtype;
  /** Of memory, without the rooms of the threads, which follow. */
  readonly bytes: number;
  readonly input: Place;
  readonly target: Place;
  readonly layers: readonly LayerPlaces[];
  readonly sourcePanels: Place;
  readonly deltaPanels: Place;
  readonly deltaTransposed: Place;
  readonly chunks: readonly Chunk[];
  readonly tasks: readonly HostTask[];
}

/** What a thread needs for itself: sums, and a block of B. */
export const roomBytes = layout.sumsBytes + (layout.blockColumns / 4) * (32 * layout.blockDepth + 64);

/** A chunk without products should take about this many multiply-adds, 40 µs: short enough for threads to share it. */
const chunkWork = 400_000;
/** One with them, three milliseconds: shorter ones would fetch and pack too often. */
const mostWork = 36_000_000;
/** What one number costs in multiply-adds: to be packed, and to be summed with compensation. */
const packingWork = 12;
const summingWork = 8;
/** Below this many samples the gradient is made sample by sample, and only if it is small. */
const leastSamples = 6;
const mostWorkBySample = 200_000;
/** 3 GiB of the four that addresses reach. */
const mostBytes = 3 * 2 ** 30;
/** Activation and slope of one neuron, in multiply-adds. */
const activationWork = 100;

/** How a gradient is laid out and divided; null where these kernels are no good for it. */
export function planGradient(shape: DenseShape, tileRows: number, dtype: Dtype): GradientPlan | null {
  const { samples, layers } = shape;
  const weights = layers.reduce((sum, { fanIn, fanOut }) => sum + fanIn * fanOut, 0);
  const isForeign = shape.divisor === null || layers.some(({ activation }) => activation === 'foreign');
  const isBySample = samples < leastSamples;
  if (isBySample && (isForeign || dtype === 'float32' || samples * weights > mostWorkBySample)) return null;
  const rows = isBySample ? 1 : samples;
  const { chunks, tasks } = isBySample
    ? { chunks: [wholeGradient(samples, weights)], tasks: [] }
    : createChunks(shape, tileRows, tileWidth / bytesOf(dtype));
  let next = layout.firstLayer + layout.layerBytes * layers.length + layout.chunkBytes * chunks.length;
  const place = (length: number): Place => {
    // A line of the cache each, and a vector more: the last numbers may have neighbours.
    const address = Math.ceil(next / 64) * 64;
    next = address + length * bytesOf(dtype) + 16;
    return { address, length };
  };
  const places = layers.map(({ fanIn, fanOut, hasBiases, activation }) => ({
    weights: place(fanOut * fanIn),
    biases: hasBiases ? place(fanOut) : null,
    weightGradient: place(fanOut * fanIn),
    biasGradient: hasBiases ? place(fanOut) : null,
    output: place(rows * fanOut),
    slope: activation === 'identity' ? null : place(rows * fanOut),
    delta: place(rows * fanOut),
  }));
  const input = place(samples * layers[0].fanIn);
  const target = place(samples * layers[layers.length - 1].fanOut);
  const padded = isBySample ? 0 : Math.ceil(samples / tileRows) * tileRows;
  const widest = (width: (layer: DenseLayer) => number) => Math.max(...layers.map(width));
  const sourcePanels = place(padded * widest(({ fanIn }) => fanIn));
  const deltaPanels = place(padded * widest(({ fanOut }) => fanOut));
  const deltaTransposed = place(
    isBySample ? 0 : samples * widest(({ fanOut }) => Math.ceil(fanOut / tileRows) * tileRows),
  );
  if (next > mostBytes) return null;
  return {
    ...{ shape, dtype, bytes: Math.ceil(next / 64) * 64, input, target, layers: places },
    ...{ sourcePanels, deltaPanels, deltaTransposed, chunks, tasks },
  };
}

function wholeGradient(samples: number, weights: number): Chunk {
  const work = 3 * samples * weights;
  return {
    kind: layout.bySample,
    layer: 0,
    first: 0,
    end: samples,
    secondFirst: 0,
    secondEnd: 0,
    after: 0,
    work,
  };
}

/** Chunks phase by phase: those of a phase depend on the phases before it, and not on one another. */
class ChunkList {
  readonly chunks: Chunk[] = [];
  readonly tasks: HostTask[] = [];
  private after = 0;

  phase(): void {
    this.after = this.chunks.length;
  }

  add(kind: number, layer: number, [first, end]: Range, [secondFirst, secondEnd]: Range, work: number): void {
    this.chunks.push({ kind, layer, first, end, secondFirst, secondEnd, after: this.after, work });
  }

  askHost(kind: HostTask['kind'], layer: number): void {
    this.tasks.push({ at: this.chunks.length, kind, layer });
  }
}

type Range = readonly [first: number, end: number];

const none: Range = [0, 0];

/** 0 … count in ranges of `length`, as many as there are. */
function ranges(count: number, length: number): readonly Range[] {
  return Array.from({ length: Math.ceil(count / length) }, (_, index) => [
    index * length,
    Math.min(count, (index + 1) * length),
  ]);
}

/** Bytes of the columns of a tile. */
const tileWidth = 32;

function bytesOf(dtype: Dtype): number {
  return dtype === 'float32' ? Float32Array.BYTES_PER_ELEMENT : Float64Array.BYTES_PER_ELEMENT;
}

/** A multiple of `step` between one and `most` of them. */
function stepsWithin(wanted: number, step: number, most: number): number {
  return step * Math.min(Math.floor(most / step), Math.max(1, Math.floor(wanted / step)));
}

/** Columns of a chunk of so many, where each takes so many multiply-adds: eight for threads to share. */
function columnsFor(width: number, workOfColumn: number, tileColumns: number): number {
  const share = Math.max(32, Math.ceil(width / (8 * tileColumns)) * tileColumns);
  return stepsWithin(mostWork / workOfColumn, tileColumns, Math.min(share, layout.blockColumns));
}

function createChunks({ samples, layers, divisor }: DenseShape, tileRows: number, tileColumns: number) {
  const list = new ChunkList();
  const panels = Math.ceil(samples / tileRows);
  const panelChunks = (kind: number, layer: number, workOfSample: number) => {
    const workOfPanel = tileRows * workOfSample;
    for (const range of ranges(panels, Math.max(1, Math.floor(chunkWork / workOfPanel)))) {
      list.add(kind, layer, range, none, (range[1] - range[0]) * workOfPanel);
    }
  };
  const product = (kind: number, layer: number, width: number, depth: number) => {
    const leastPanels = Math.min(panels, Math.ceil(layout.blockDepth / tileRows));
    const columns = columnsFor(width, leastPanels * tileRows * depth, tileColumns);
    const panelsAtOnce = Math.max(leastPanels, Math.floor(mostWork / (columns * depth * tileRows)));
    for (const range of ranges(width, columns)) {
      for (const second of ranges(panels, panelsAtOnce)) {
        const work = (range[1] - range[0]) * (second[1] - second[0]) * tileRows * depth;
        list.add(kind, layer, range, second, work);
      }
    }
  };
  const lastLayer = layers.length - 1;
  for (const [index, { fanIn, fanOut, activation }] of layers.entries()) {
    list.phase();
    panelChunks(layout.packSource, index, fanIn * packingWork);
    list.phase();
    product(layout.preActivate, index, fanOut, fanIn);
    list.phase();
    if (activation === 'foreign') list.askHost('activate', index);
    else if (activation !== 'identity') panelChunks(layout.activate, index, fanOut * activationWork);
  }
  list.phase();
  if (divisor === null) list.askHost('compare', lastLayer);
  else list.add(layout.compare, lastLayer, none, none, samples * layers[lastLayer].fanOut);
  for (let index = lastLayer; index >= 0; index--) {
    const { fanIn, fanOut, hasBiases } = layers[index];
    list.phase();
    panelChunks(layout.packDelta, index, 2 * fanOut * packingWork);
    list.phase();
    if (index > 0) product(layout.sourceGradient, index, fanIn, fanOut);
    if (hasBiases) {
      const neurons = Math.max(1, Math.floor(chunkWork / (summingWork * samples)));
      for (const range of ranges(fanOut, neurons)) {
        list.add(layout.biasGradient, index, range, none, summingWork * samples * (range[1] - range[0]));
      }
    }
    const columns = columnsFor(fanIn, fanOut * Math.min(samples, layout.blockDepth), tileColumns);
    const samplesAtOnce = stepsWithin(
      mostWork / (columns * fanOut),
      layout.blockDepth,
      Number.MAX_SAFE_INTEGER,
    );
    for (const second of ranges(samples, samplesAtOnce)) {
      // What is added to a sum waits for the sum.
      if (second[0] > 0) list.phase();
      for (const range of ranges(fanIn, columns)) {
        const work = (range[1] - range[0]) * fanOut * (second[1] - second[0]);
        list.add(layout.weightGradient, index, range, second, work);
      }
    }
  }
  return list;
}
