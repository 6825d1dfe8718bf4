import { decimalPlaces } from '../exact/parseRational';
import type { Matrix } from '../matrix';
import { createProblem, type Problem, type Span } from '../problem';
import type { NetworkReading, NumberArray } from '../text/reading';
import type { LayerGradient } from './layerGradient';

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
 * agrees within half a unit of its last decimal, from the first decimal on (zero: from the third).
 */
export function compareClaim(
  reading: NetworkReading,
  gradients: readonly LayerGradient[],
  inputGradient: Matrix,
): ClaimOutcome {
  const claimed = reading.gradient;
  if (claimed === undefined) return { claim: null, problems: [] };
  const problems: Problem[] = [];
  let compared = 0;
  let wrong = 0;
  const compare = (
    array: NumberArray | null,
    right: ArrayLike<number>,
    nameOf: (index: number) => string,
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
      compared++;
      const span = spanAt(array, i);
      if (agreesWith(value, right[i], reading.text.slice(span.offset, span.offset + span.length))) return;
      wrong++;
      if (wrong > mostProblems) return;
      const data = { parameter: nameOf(i), claimed: value, value: right[i] };
      problems.push(createProblem('gradient-mismatch', span, data));
    });
  };
  claimed.weights.forEach((array, layer) => {
    const weights = gradients[layer]?.weights;
    const columns = weights?.columns ?? 1;
    const nameOf = (i: number) => `w_${(i % columns) + 1},${Math.floor(i / columns) + 1}^${layer}`;
    compare(array, weights?.values ?? [], nameOf, layer);
  });
  claimed.biases.forEach((array, layer) => {
    compare(array, gradients[layer]?.biases ?? [], (i) => `b_${i + 1}^${layer + 1}`, layer);
  });
  claimed.parameters.forEach((array, layer) => {
    compare(array, gradients[layer]?.parameters ?? [], (i) => `α_${i + 1}^${layer + 1}`, layer);
  });
  const { rows, columns } = inputGradient;
  const sample = (i: number) => (rows === 1 ? '' : ` of sample ${Math.floor(i / columns) + 1}`);
  compare(claimed.input, inputGradient.values, (i) => `x_${(i % columns) + 1}${sample(i)}`);
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
