import type { DistributionStudy } from '../../../core/divergence/distributionStudy';
import {
  type CatalogueEntry,
  type CatalogueName,
  entries,
  groups,
} from '../../../core/divergence/measures/catalogue';
import { begin, type Running, valueSteps } from '../../../core/divergence/measures/evaluate';
import type { Measure } from '../../../core/divergence/measures/measure';
import type { Pair } from '../../../core/divergence/pair';
import { normalisedPairSteps, pairOfReadingSteps } from '../../../core/divergence/pairOfReading';
import type { Steps } from '../../../core/steps';
import type { MeasureRow, MeasuresAnswer, MeasuresQuestion } from '../../protocol/details/measures';
import { fromWire, toWire, type WireNumber } from '../../protocol/wire';
import type { DetailContext } from './context';

/** A measure of the catalogue with its order chosen. */
interface Chosen {
  readonly entry: CatalogueEntry;
  readonly measure: Measure;
  readonly order: MeasureRow['order'] | undefined;
}

export function* measuresSteps(
  { orders = {} }: MeasuresQuestion,
  { evaluation: { study }, kernels, words }: DetailContext,
): Steps<MeasuresAnswer | null> {
  if (study.kind !== 'distribution') return null;
  const sides = yield* pairOfReadingSteps(study.reading, kernels);
  const isPair = sides.q !== null;
  const chosen = entries
    .map((entry) => choose(entry, orders, study))
    .filter(({ measure }) => isPair || measure.role === 'spread');
  const given = yield* valuesSteps(chosen, sides.pair, isPair, study);
  const normalisedPair = yield* normalisedPairSteps(sides, kernels);
  const after = normalisedPair === null ? null : yield* valuesSteps(chosen, normalisedPair, isPair, study);
  const rows = chosen.map(
    ({ entry: { name, group }, measure, order }, index): MeasureRow & { readonly group: string } => ({
      name,
      title: words.measures.names[name],
      latex: measure.latex,
      plain: measure.plain,
      ...(measure.domain === undefined ? {} : { domain: measure.domain }),
      source: measure.source,
      role: measure.role,
      isLogarithmic: measure.isLogarithmic,
      isSymmetric: measure.isSymmetric,
      isMetric: measure.isMetric,
      ...given[index],
      ...(after === null ? {} : { normalised: after[index] }),
      ...(order === undefined ? {} : { order }),
      group,
    }),
  );
  return {
    groups: groups
      .map((name) => ({
        name,
        title: words.measures.groups[name],
        rows: rows.filter((row) => row.group === name).map(({ group: _, ...row }) => row),
      }))
      .filter(({ rows: own }) => own.length > 0),
  };
}

/** The order asked for, else the text's, else the usual one; the first of them that the measure accepts. */
function choose(
  entry: CatalogueEntry,
  orders: { readonly [Name in CatalogueName]?: WireNumber },
  { reading: { alpha } }: DistributionStudy,
): Chosen {
  const { measure } = entry;
  if (!('of' in measure)) return { entry, measure, order: undefined };
  const { symbol, initial, domain, accepts } = measure.parameter;
  const asked = orders[entry.name];
  const candidates = [asked === undefined ? undefined : fromWire(asked), alpha?.value];
  const value = candidates.find((candidate) => candidate !== undefined && accepts(candidate)) ?? initial;
  return { entry, measure: measure.of(value), order: { symbol, value: toWire(value), domain } };
}

function* valuesSteps(
  chosen: readonly Chosen[],
  pair: Pair,
  isPair: boolean,
  { reading: { base } }: DistributionStudy,
): Steps<readonly Pick<MeasureRow, 'pq' | 'qp'>[]> {
  const forward = chosen.map(({ measure }) => begin(measure));
  const back = chosen.map(({ measure }) => (isPair && !measure.isSymmetric ? begin(measure, 'QP') : null));
  const isRunning = (running: Running | null): running is Running => running !== null;
  const values = yield* valueSteps(forward, pair, base);
  const exchanged = yield* valueSteps(back.filter(isRunning), pair, base);
  let next = 0;
  return values.map((value, index) => ({
    pq: toWire(value),
    qp: back[index] === null ? null : toWire(exchanged[next++]),
  }));
}
