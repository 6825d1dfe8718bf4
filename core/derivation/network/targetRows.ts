import type { Matrix } from '../../matrix';
import type { Target } from '../../network/losses/loss';
import { asProbabilities } from '../../network/losses/target';
import type { NetworkStudy } from '../../network/networkStudy';
import { resolveTarget } from '../../network/samples';

/** The target as the loss takes it; null without one. */
export function targetOf({ reading, network, layers, samples, loss }: NetworkStudy): Target | null {
  if (reading.target === null || loss === null) return null;
  const width = layers[layers.length - 1].output.columns;
  const isBatch = reading.input?.shape.length === 2;
  const { loss: definition, parameters } = network.loss;
  return resolveTarget(reading.target, { samples, isBatch }, width, definition, parameters).value;
}

/** The target as samples × outputs; a class index is a row with a single 1. */
export function targetRows(study: NetworkStudy): Matrix | null {
  const target = targetOf(study);
  if (target === null) return null;
  const width = study.layers[study.layers.length - 1].output.columns;
  return asProbabilities(target, width, study.network.loss.parameters);
}
