import { type BoundValues, boundMeasures, bounds, checkBound } from '../../../core/divergence/bounds';
import { entries } from '../../../core/divergence/measures/catalogue';
import { entropy } from '../../../core/divergence/measures/entropy';
import { begin, type Running, valueSteps } from '../../../core/divergence/measures/evaluate';
import { normalisedPairSteps, pairOfReadingSteps } from '../../../core/divergence/pairOfReading';
import type { Steps } from '../../../core/steps';
import type { BoundsAnswer, BoundsQuestion } from '../../protocol/details/bounds';
import { toWire } from '../../protocol/wire';
import type { DetailContext } from './context';

export function* boundsSteps(
  _question: BoundsQuestion,
  { evaluation: { study }, kernels, words }: DetailContext,
): Steps<BoundsAnswer | null> {
  if (study.kind !== 'distribution' || study.q === null) return null;
  const sides = yield* pairOfReadingSteps(study.reading, kernels);
  const after = yield* normalisedPairSteps(sides, kernels);
  const pair = after ?? sides.pair;
  const names = Object.keys(boundMeasures) as (keyof typeof boundMeasures)[];
  const running = [...names.flatMap((name) => beginNamed(boundMeasures[name])), begin(entropy, 'QP')];
  const measured = yield* valueSteps(running, pair, Math.E);
  const values = {
    ...Object.fromEntries(names.map((name, index) => [name, measured[index]])),
    entropyQ: measured[names.length],
    outcomes: pair.p.length,
    smallest: pair.q.reduce((least, value) => Math.min(least, value), 1),
  } as BoundValues;
  return {
    isNormalised: after !== null,
    rows: bounds.map((bound) => {
      const { left, right, verdict } = checkBound(bound, values);
      return {
        name: bound.name,
        title: words.measures.bounds[bound.name],
        left: { latex: bound.left.latex, value: toWire(left) },
        right: { latex: bound.right.latex, value: toWire(right) },
        verdict,
        source: bound.source,
      };
    }),
  };
}

function beginNamed(name: string): readonly Running[] {
  const measure = entries.find((entry) => entry.name === name)?.measure;
  return measure === undefined || 'of' in measure ? [] : [begin(measure)];
}
