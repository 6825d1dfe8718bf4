// The gradient of a network, forward and backward, in memory that the host makes and fills: a plan of chunks that one
// call runs, or several, or several threads at once (core/kernels/gradientPlan.ts).
import {
  activate,
  biasGradient,
  bySample,
  chunkBytes,
  chunkLayerAt,
  chunksAt,
  compare,
  deltaAt,
  endAt,
  fanOutAt,
  firstAt,
  inputAt,
  kindAt,
  outputAt,
  packDelta,
  packSource,
  preActivate,
  samplesAt,
  secondEndAt,
  secondFirstAt,
  sourceGradient,
  weightGradient,
} from '../gradientLayout';
import { activateRange, compareWithTarget } from './gradientActivation';
import { biasGradientBlock } from './gradientBiases';
import { gradientBySample } from './gradientBySample';
import { address, bytesOf, layerOf, word } from './gradientMemory';
import {
  packDeltaPanels,
  packSourcePanels,
  preActivateBlock,
  sourceGradientBlock,
  weightGradientBlock,
} from './gradientProducts';
import { tileRows } from './tile';

export { workIn } from './gradientMemory';
export { tileRows } from './tile';

/** Constants end here: before `planAt`, which the tests assert. */
export const constantsEnd: usize = __heap_base;

/** Runs chunks first … end of the plan. */
export function run(first: i32, end: i32): void {
  const chunks = address(chunksAt);
  for (let chunk = first; chunk < end; chunk++) runChunk(chunks + <usize>(chunk * chunkBytes));
}

function runChunk(chunk: usize): void {
  const index = word(chunk + chunkLayerAt);
  const layer = layerOf(index);
  const first = word(chunk + firstAt);
  const end = word(chunk + endAt);
  const secondFirst = word(chunk + secondFirstAt);
  const secondEnd = word(chunk + secondEndAt);
  switch (word(chunk + kindAt)) {
    case bySample:
      if (sizeof<Element>() === 8) gradientBySample(first, end);
      break;
    case packSource:
      packSourcePanels(layer, sourceOf(index), first, end);
      break;
    case preActivate:
      preActivateBlock(layer, first, end, secondFirst, secondEnd);
      break;
    case activate: {
      const width = word(layer + fanOutAt);
      const from = first * tileRows * width;
      activateRange(layer, bytesOf(from), min(word(samplesAt), end * tileRows) * width - from);
      break;
    }
    case compare:
      compareWithTarget(layer);
      break;
    case packDelta:
      packDeltaPanels(layer, index === 0, first, end);
      break;
    case weightGradient:
      weightGradientBlock(layer, sourceOf(index), first, end, secondFirst, secondEnd);
      break;
    case biasGradient:
      biasGradientBlock(layer, first, end);
      break;
    case sourceGradient:
      sourceGradientBlock(layer, address(layerOf(index - 1) + deltaAt), first, end, secondFirst, secondEnd);
      break;
  }
}

/** What a layer reads. */
function sourceOf(index: i32): usize {
  return index === 0 ? address(inputAt) : address(layerOf(index - 1) + outputAt);
}
