import { inSlices, type Steps } from '../../steps';
import type { Measures } from '../distributionStudy';
import { type Pair, swapped } from '../pair';
import type { Accumulator } from './folds';
import { measures } from './index';
import type { Measure } from './measure';

/** Measures in the making: outcomes come in blocks, each of which is a pair, and the values out at the end. */
export interface Running {
  readonly measure: Measure;
  readonly direction: 'PQ' | 'QP';
  readonly accumulators: readonly Accumulator[];
}

/** Logarithms and divisions of one term, in multiply-adds. */
const termWork = 60;

export function begin(measure: Measure, direction: 'PQ' | 'QP' = 'PQ'): Running {
  return { measure, direction, accumulators: measure.folds.map((fold) => fold()) };
}

/** Takes in the outcomes of one block. `exchanged` is the block with P and Q exchanged. */
export function* takeSteps(running: readonly Running[], pair: Pair, exchanged: Pair): Steps<void> {
  for (const { accumulators, direction } of running) {
    const block = direction === 'PQ' ? pair : exchanged;
    for (const accumulator of accumulators) {
      if (block.kernels !== null && accumulator.addDoubles !== undefined) {
        yield* accumulator.addDoubles(block, block.kernels);
        continue;
      }
      yield* inSlices(block.p.length, termWork, (first, end) => {
        for (let i = first; i < end; i++) accumulator.add(block, i);
      });
    }
  }
}

/** In the unit of `base` where logarithmic. */
export function finished({ measure, direction, accumulators }: Running, pair: Pair, base: number): number {
  const { pExcess, qExcess, outcomes } = direction === 'PQ' ? pair : swappedExcess(pair);
  const folded = accumulators.map(({ value }) => value);
  const value = measure.combine?.(folded, { pExcess, qExcess, outcomes }) ?? folded[0];
  return measure.isLogarithmic && base !== Math.E ? value / Math.log(base) : value;
}

function swappedExcess({ pExcess, qExcess, outcomes }: Pair) {
  return { pExcess: qExcess, qExcess: pExcess, outcomes };
}

/** Each measure of the whole pair. */
export function* valueSteps(running: readonly Running[], pair: Pair, base: number): Steps<readonly number[]> {
  const needsExchange = running.some(({ direction }) => direction === 'QP');
  yield* takeSteps(running, pair, needsExchange ? swapped(pair) : pair);
  return running.map((each) => finished(each, pair, base));
}

/** All measures of a study, in the making. */
export function beginMeasures(): ReadonlyMap<keyof Measures, Running> {
  const entries = Object.entries(measures) as [keyof Measures, (typeof measures)[keyof Measures]][];
  return new Map(entries.map(([name, { measure, direction }]) => [name, begin(measure, direction)]));
}

/** All measures of a pair; logarithmic ones in the unit of `base`. */
export function* measurePairSteps(pair: Pair, base: number): Steps<Measures> {
  const running = beginMeasures();
  const values = yield* valueSteps([...running.values()], pair, base);
  const names = [...running.keys()];
  return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Readonly<
    Record<keyof Measures, number>
  >;
}

/** What is known of one distribution alone. */
export function* measureAloneSteps(pair: Pair, base: number): Steps<Measures> {
  const [entropyP] = yield* valueSteps([begin(measures.entropyP.measure)], pair, base);
  return { entropyP };
}
