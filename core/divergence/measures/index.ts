import { CompensatedSum } from '../../numeric/compensatedSum';
import { inSlices, type Steps } from '../../steps';
import type { Measures } from '../distributionStudy';
import { type Pair, swapped } from '../pair';
import { chiSquare } from './chiSquare';
import { crossEntropy } from './crossEntropy';
import { entropy } from './entropy';
import { hellinger } from './hellinger';
import { jeffreys } from './jeffreys';
import { jensenShannon } from './jensenShannon';
import { kullbackLeibler } from './kullbackLeibler';
import type { Measure } from './measure';
import { renyi2 } from './renyi2';
import { totalVariation } from './totalVariation';

interface Entry {
  readonly measure: Measure;
  /** `QP` is the measure with P and Q exchanged. */
  readonly direction: 'PQ' | 'QP';
}

/** Every measure that a study carries, by its name there. A new one is a file beside this one and a line here. */
export const measures: Readonly<Record<keyof Measures, Entry>> = {
  entropyP: { measure: entropy, direction: 'PQ' },
  entropyQ: { measure: entropy, direction: 'QP' },
  crossEntropyPQ: { measure: crossEntropy, direction: 'PQ' },
  crossEntropyQP: { measure: crossEntropy, direction: 'QP' },
  klPQ: { measure: kullbackLeibler, direction: 'PQ' },
  klQP: { measure: kullbackLeibler, direction: 'QP' },
  jensenShannon: { measure: jensenShannon, direction: 'PQ' },
  jeffreys: { measure: jeffreys, direction: 'PQ' },
  totalVariation: { measure: totalVariation, direction: 'PQ' },
  hellinger: { measure: hellinger, direction: 'PQ' },
  chiSquare: { measure: chiSquare, direction: 'PQ' },
  renyi2: { measure: renyi2, direction: 'PQ' },
};

/** All measures of a pair; logarithmic ones in the unit of `base`. */
export function* measurePairSteps(pair: Pair, base: number): Steps<Measures> {
  const directions = { PQ: pair, QP: swapped(pair) };
  const values: [string, number][] = [];
  for (const [name, { measure, direction }] of Object.entries(measures)) {
    values.push([name, yield* valueSteps(measure, directions[direction], base)]);
  }
  return Object.fromEntries(values) as Readonly<Record<keyof Measures, number>>;
}

/** What is known of one distribution alone. */
export function* measureAloneSteps(pair: Pair, base: number): Steps<Measures> {
  return { entropyP: yield* valueSteps(entropy, pair, base) };
}

/** Logarithms and divisions of one term, in multiply-adds. */
const termWork = 60;

function* valueSteps(measure: Measure, pair: Pair, base: number): Steps<number> {
  const sum = new CompensatedSum();
  yield* inSlices(pair.p.length, termWork, (first, end) => {
    for (let i = first; i < end; i++) sum.add(measure.term(pair, i));
  });
  const value = measure.fromSum === undefined ? sum.value : measure.fromSum(sum.value, pair);
  return measure.isLogarithmic && base !== Math.E ? value / Math.log(base) : value;
}
