import type { Dtype } from '../numeric/dtype';
import * as layout from './gradientLayout';
import type { DenseActivation, GradientPlan, Place } from './gradientPlan';

const codes: Readonly<Record<DenseActivation, number>> = {
  identity: layout.identityCode,
  relu: layout.reluCode,
  sigmoid: layout.sigmoidCode,
  tanh: layout.tanhCode,
  softplus: layout.softplusCode,
  foreign: layout.foreignCode,
};

/** Writes a plan where the module reads it. */
export function writePlan(buffer: ArrayBufferLike, plan: GradientPlan): void {
  const view = new DataView(buffer);
  const word = (at: number, value: number) => view.setUint32(at, value, true);
  const { shape, layers, chunks } = plan;
  word(layout.samplesAt, shape.samples);
  word(layout.layersAt, layers.length);
  word(layout.inputAt, plan.input.address);
  word(layout.targetAt, plan.target.address);
  word(layout.sourcePanelsAt, plan.sourcePanels.address);
  word(layout.deltaPanelsAt, plan.deltaPanels.address);
  word(layout.deltaTransposedAt, plan.deltaTransposed.address);
  view.setFloat64(layout.divisorAt, shape.divisor ?? 1, true);
  const firstChunk = layout.firstLayer + layers.length * layout.layerBytes;
  word(layout.chunksAt, firstChunk);
  for (const [index, places] of layers.entries()) {
    const at = layout.firstLayer + index * layout.layerBytes;
    const address = (offset: number, place: Place | null) => word(at + offset, place?.address ?? 0);
    word(at + layout.fanInAt, shape.layers[index].fanIn);
    word(at + layout.fanOutAt, shape.layers[index].fanOut);
    word(at + layout.activationAt, codes[shape.layers[index].activation]);
    address(layout.weightsAt, places.weights);
    address(layout.biasesAt, places.biases);
    address(layout.weightGradientAt, places.weightGradient);
    address(layout.biasGradientAt, places.biasGradient);
    address(layout.outputAt, places.output);
    address(layout.slopeAt, places.slope);
    address(layout.deltaAt, places.delta);
  }
  for (const [index, chunk] of chunks.entries()) {
    const at = firstChunk + index * layout.chunkBytes;
    word(at + layout.kindAt, chunk.kind);
    word(at + layout.chunkLayerAt, chunk.layer);
    word(at + layout.firstAt, chunk.first);
    word(at + layout.endAt, chunk.end);
    word(at + layout.secondFirstAt, chunk.secondFirst);
    word(at + layout.secondEndAt, chunk.secondEnd);
    word(at + layout.afterAt, chunk.after);
  }
}

/** A part of the memory, in the numbers of its plan. */
export type Numbers = Float64Array | Float32Array;

export function viewOf(buffer: ArrayBufferLike, dtype: Dtype, { address, length }: Place): Numbers {
  return dtype === 'float32'
    ? new Float32Array(buffer, address, length)
    : new Float64Array(buffer, address, length);
}
