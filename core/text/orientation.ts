import { findActivation } from '../network/activations';
import type { LayerParts, NetworkParts } from './networkParts';
import type { SettledChoices } from './settled';
import { unite } from './shapes';
import type { Source } from './source';

/**
 * The parts with their weights oriented as settled; in matrix text, where nothing is settled, as the
 * shapes say. The other orientation is offered where it fits as well, as it does where all matrices are
 * square, or where it alone fits. A key `kernel` has settled its layer, and the key `weights` of the
 * design's JSON says which way it is.
 */
export function orientParts(source: Source, parts: NetworkParts): NetworkParts {
  const open = parts.layers.filter(isOpen);
  if (open.length === 0) return parts;
  const transposed = { ...parts, layers: parts.layers.map(transposedLayer) };
  const { orientation: settled } = source.settled;
  const isSolved = settled === undefined && parts.matrixText && !fits(parts) && fits(transposed);
  const isTurned = settled === 'rows-are-sources' || isSolved;
  const [taken, other] = isTurned ? [withTurnedEntries(transposed), parts] : [parts, transposed];
  const orientation: SettledChoices['orientation'] = isTurned ? 'rows-are-destinations' : 'rows-are-sources';
  const isOpenBothWays = fits(other);
  if (isOpenBothWays && (parts.matrixText || isTurned || !fits(taken))) {
    const span = open.map(({ weights }) => weights.span).reduce(unite);
    source.offer('orientation', orientation, span.offset, span.offset + span.length);
  }
  return settled === undefined && parts.matrixText && isOpenBothWays
    ? { ...taken, isOrientationOpen: true }
    : taken;
}

function withTurnedEntries(parts: NetworkParts): NetworkParts {
  const choices = parts.choices.map((choice) =>
    choice.rule === 'entries' ? ({ rule: 'entries', first: 'destination' } as const) : choice,
  );
  return { ...parts, choices };
}

function isOpen({ isKernel, weights }: LayerParts): boolean {
  return !isKernel && weights.shape.length === 2 && weights.values.length > 1;
}

function transposedLayer(layer: LayerParts): LayerParts {
  return isOpen(layer) ? { ...layer, isKernel: true } : layer;
}

/** Whether widths and biases meet all along, told from shapes alone. */
function fits({ layers, input, matrixText }: NetworkParts): boolean {
  let width = input === null ? null : (input.shape.at(-1) ?? 1);
  const isColumn = matrixText && input?.shape.length === 2 && width === 1;
  if (isColumn) width = input?.values.length ?? 1;
  return layers.every(({ weights, isKernel, biases, activation }) => {
    const [rows = 1, columns = 1] = weights.shape.length === 2 ? weights.shape : [1, weights.values.length];
    const [fanOut, fanIn] = isKernel ? [columns, rows] : [rows, columns];
    const isAugmented = !isKernel && biases === null && width !== null && fanIn === width + 1;
    const meets = width === null || fanIn === width || isAugmented;
    const found = activation === null ? null : findActivation(activation.name).found;
    width = found === null || found.elementwise ? fanOut : found.outputWidth(fanOut);
    return meets && (biases === null || biases.values.length === fanOut);
  });
}
