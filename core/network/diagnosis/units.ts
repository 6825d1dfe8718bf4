import { inSlices, type Steps } from '../../steps';
import type { BoundActivation, ElementwiseActivation, Parameters } from '../activations/activation';
import { neuronParameters } from '../learnt';
import type { LayerTrace } from '../networkStudy';
import { steepestSlope } from './steepestSlope';

/** Neurons of a layer that hardly learn or do not learn at all, from 0. */
export interface IdleUnits {
  /** They give 0 and let no gradient through, on every sample. */
  readonly dead: readonly number[];
  /** |φ′(s)| is at most `saturation` of the steepest slope, on every sample. */
  readonly saturated: readonly number[];
}

/** The part of its steepest slope below which a neuron counts as saturated. */
export const saturation = 0.01;

const noneIdle: IdleUnits = { dead: [], saturated: [] };

/** None where the activation mixes neurons, or nowhere levels off. */
export function* idleUnitsSteps(
  bound: BoundActivation,
  { preActivation, output, slope }: Pick<LayerTrace, 'preActivation' | 'output' | 'slope'>,
): Steps<IdleUnits> {
  const { activation } = bound;
  if (!activation.elementwise || slope === null || slope.rows === 0) return noneIdle;
  const parametersAt = neuronParameters(bound);
  const { rows, columns } = slope;
  const dead: number[] = [];
  const saturated: number[] = [];
  yield* inSlices(columns, rows, (first, end) => {
    for (let neuron = first; neuron < end; neuron++) {
      const own = parametersAt(neuron);
      if (!levelsOff(activation, own)) continue;
      const kinks = activation.kinks(own).map((kink) => kink.at);
      let steepestSeen = 0;
      let isSilent = true;
      for (let at = neuron; at < slope.values.length; at += columns) {
        const size = Math.abs(slope.values[at]);
        // NaN stays in the maximum, so that the neuron counts as neither.
        steepestSeen = Math.max(steepestSeen, size);
        isSilent &&= output.values[at] === 0;
        // There the derivative is a choice, and the neuron learns as soon as it moves.
        if (kinks.includes(preActivation.values[at])) steepestSeen = Number.POSITIVE_INFINITY;
      }
      if (steepestSeen === 0 && isSilent && isPiecewise(activation, own)) dead.push(neuron);
      else if (steepestSeen <= saturation * (steepestSlope(activation, own) ?? 0)) saturated.push(neuron);
    }
  });
  return { dead, saturated };
}

/** Whether φ has a horizontal asymptote: where it has none, a small slope is no saturation. */
function levelsOff(activation: ElementwiseActivation, parameters: Parameters): boolean {
  const { left, right } = activation.ends(parameters);
  const ends = [left, right];
  return (
    ends.some((end) => end.kind === 'asymptote' && end.slope === 0) &&
    (steepestSlope(activation, parameters) ?? 0) > 0
  );
}

function isPiecewise(activation: ElementwiseActivation, parameters: Parameters): boolean {
  return activation.kinks(parameters).length + activation.curvatureJumps(parameters).length > 0;
}
