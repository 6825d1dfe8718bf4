import { loweredCorner } from '../cornerText';
import { decimalPlaces } from '../exact/parseRational';
import type { Matrix } from '../matrix';
import { createProblem, type Problem, type Span } from '../problem';
import type { NetworkReading, NumberArray } from '../text/reading';
import type { LayerGradient } from './layerGradient';
import { parameterName } from './parameterPlaces';
import type { ClaimSlack } from './single/singlePrecision';

/** A claimed number agrees with a derivative that it differs from by no more than this part of it. */
const tolerance = 1e-6;

/** Said of so many entries at most. */
const mostProblems = 20;

/** A claim about the gradient, compared: how many numbers, and how many of them are wrong. */
export interface ComparedClaim {
  readonly compared: number;
  readonly wrong: number;
}

export interface ClaimOutcome {
  readonly claim: ComparedClaim | null;
  readonly problems: readonly Problem[];
}

/**
 * Compares the gradient that the text claims with the right one. A number that was rounded in writing
 * agrees within half a unit of its last decimal, from the first decimal on (zero: from the third), and every number
 * within the slack of its entry.
 */
export function compareClaim(
  reading: NetworkReading,
  gradients: readonly LayerGradient[],
  inputGradient: Matrix,
  slack: ClaimSlack = null,
): ClaimOutcome {
  const claimed = reading.gradient;
  if (claimed === undefined) return { claim: null, problems: [] };
  const problems: Problem[] = [];
  let compared = 0;
  let wrong = 0;
  const compare = (
    array: NumberArray | null,
    right: ArrayLike<number>,
    nameOf: (index: number) => { readonly parameter: string; readonly sample?: number },
    allowed: ArrayLike<number> | undefined,
    layer?: number,
  ) => {
    if (array === null) return;
    if (array.values.length !== right.length) {
      const place = layer === undefined ? {} : { layer };
      const data = {
        what: 'gradient',
        ...place,
        length: array.values.length,
        expected: right.length,
      } as const;
      problems.push(createProblem('length-mismatch', array.span, data));
      return;
    }
    array.values.forEach((value, i) => {
      const span = spanAt(array, i);
      // Of some weights of a layer nothing is claimed.
      if (Number.isNaN(value) && span.length === 0) return;
      compared++;
      if (Math.abs(value - right[i]) <= (allowed?.[i] ?? 0)) return;
      if (agreesWith(value, right[i], reading.text.slice(span.offset, span.offset + span.length))) return;
      wrong++;
      if (wrong > mostProblems) return;
      const data = { ...nameOf(i), claimed: value, value: right[i] };
      problems.push(createProblem('gradient-mismatch', span, data));
    });
  };
  const parts = { weights: claimed.weights, biases: claimed.biases, parameters: claimed.parameters };
  for (const of of ['weights', 'biases', 'parameters'] as const) {
    parts[of].forEach((array, layer) => {
      const gradient = gradients[layer];
      const right = of === 'weights' ? gradient?.weights.values : gradient?.[of];
      const columns = gradient?.weights.columns ?? 1;
      const nameOf = (index: number) => ({ parameter: parameterName(columns, { layer, of, index }) });
      const ofLayer = slack?.gradients[layer];
      const allowed = of === 'weights' ? ofLayer?.weights.values : ofLayer?.[of];
      compare(array, right ?? [], nameOf, allowed ?? undefined, layer);
    });
  }
  const { rows, columns } = inputGradient;
  const inputName = (i: number) => ({
    parameter: `x${loweredCorner(String((i % columns) + 1))}`,
    ...(rows === 1 ? {} : { sample: Math.floor(i / columns) }),
  });
  compare(claimed.input, inputGradient.values, inputName, slack?.inputGradient.values);
  return { claim: { compared, wrong }, problems };
}

/** Whether a number that is written so can be a rounding of the right one. */
export function agreesWith(claimed: number, right: number, written: string): boolean {
  if (Object.is(claimed, right) || claimed === right || Number.isNaN(right)) return true;
  const places = decimalPlaces(written) ?? 0;
  const rounding = places >= (claimed === 0 ? 3 : 1) ? 0.5 * 10 ** -places : 0;
  return Math.abs(claimed - right) <= Math.max(rounding, tolerance * Math.abs(right)) * (1 + tolerance);
}

function spanAt({ places }: NumberArray, index: number): Span {
  return places.spanOf(index);
}
