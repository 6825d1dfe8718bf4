import { alignWithTerms, formatNumber, formatWritten } from '../../core/derivation/formatNumber';
import { certifiedText } from '../../core/divergence/certifiedText';
import type { Measures } from '../../core/divergence/distributionStudy';
import { outcomeName } from '../../core/divergence/outcomeName';
import { roundDecimal } from '../../core/exact/roundDecimal';
import type { WireMeasures } from '../../extension/protocol/result';
import type { DistributionView } from '../../extension/protocol/studyView';
import { fromWire } from '../../extension/protocol/wire';

export type MeasureName = keyof Measures;
export type TermName = 'logRatio' | 'klPQ' | 'klQP';

/** Rows of tables and bars that the panel shows at most. */
export const mostRows = 200;
/** Outcomes that still have room for a name and a number each. */
export const namedOutcomes = 24;

/** A distribution view with its numbers decoded, and each as it stands everywhere in the view. */
export interface DistributionModel {
  readonly view: DistributionView;
  readonly p: readonly number[];
  readonly q: readonly number[] | null;
  readonly terms: Readonly<Record<TermName, readonly number[]>> | null;
  readonly termTexts: Readonly<Record<TermName, readonly string[]>> | null;
  readonly value: (name: MeasureName) => number | null;
  readonly text: (name: MeasureName) => string | null;
  readonly normalisedText: (name: MeasureName) => string | null;
  /** Outcomes with p > 0 where q = 0, and the other way round. */
  readonly unsupported: { readonly PQ: readonly number[]; readonly QP: readonly number[] };
}

const terms: readonly TermName[] = ['logRatio', 'klPQ', 'klQP'];

/** Decodes a view for drawing; terms, divergences and entropies align so that they can be added by eye. */
export function decodeDistribution(view: DistributionView, digits: number): DistributionModel {
  const decoded =
    view.terms === null
      ? null
      : {
          logRatio: view.terms.logRatio.slice(0, mostRows).map(fromWire),
          klPQ: view.terms.klPQ.slice(0, mostRows).map(fromWire),
          klQP: view.terms.klQP.slice(0, mostRows).map(fromWire),
        };
  const names = Object.keys(view.measures) as MeasureName[];
  const numbers = (measures: WireMeasures | null) =>
    names.map((name) => {
      const value = measures?.[name];
      return value === undefined ? Number.NaN : fromWire(value);
    });
  const measures = numbers(view.measures);
  const normalised = numbers(view.normalised);
  const signed = decoded === null ? [] : [...decoded.klPQ, ...decoded.klQP];
  const logRatio = decoded?.logRatio ?? [];
  const aligned = alignWithTerms(signed, [...measures, ...normalised, ...logRatio], digits);
  const at = (start: number, name: MeasureName) => {
    const index = names.indexOf(name);
    return index < 0 ? null : aligned.totals[start + index];
  };
  const count = decoded?.klPQ.length ?? 0;
  const p = view.p.values.map(fromWire);
  const q = view.q?.values.map(fromWire) ?? null;
  const without = (one: readonly number[], other: readonly number[] | null) =>
    other === null
      ? []
      : one.flatMap((value, outcome) => (value > 0 && other[outcome] === 0 ? [outcome] : []));
  return {
    view,
    p,
    q,
    terms: decoded,
    termTexts:
      decoded === null
        ? null
        : {
            klPQ: aligned.terms.slice(0, count),
            klQP: aligned.terms.slice(count),
            logRatio: aligned.totals.slice(2 * names.length),
          },
    value: (name) => {
      const value = view.measures[name];
      return value === undefined ? null : fromWire(value);
    },
    text: (name) => {
      const text = at(0, name);
      const decimal = view.exact[name]?.decimal;
      if (text === null || decimal === undefined) return text;
      const fixed = (decimals: number) => roundDecimal(decimal, decimals);
      return certifiedText(text, { decimal: () => decimal, fixed }, digits);
    },
    normalisedText: (name) => (view.normalised === null ? null : at(names.length, name)),
    unsupported: { PQ: without(p, q), QP: q === null ? [] : without(q, p) },
  };
}

/** A copy of the table with tabs between columns and every digit of the doubles. */
export function tableText(model: DistributionModel): string {
  const { view } = model;
  const head = ['outcome', view.p.label, ...(view.q === null ? [] : [view.q.label])];
  const columns = view.terms === null ? [] : terms;
  const rows = view.p.texts.map((text, outcome) => [
    outcomeName(outcome, view.outcomeNames),
    text,
    ...(view.q === null ? [] : [view.q.texts[outcome]]),
    ...columns.map((name) => String(view.terms?.[name][outcome] ?? '')),
  ]);
  return [[...head, ...columns], ...rows].map((row) => row.join('\t')).join('\n');
}

/** Fewer decimals for labels inside a narrow drawing; the table has them all. */
export function shortTerm(value: number, text: string, narrow: boolean): string {
  if (!narrow || !Number.isFinite(value)) return text;
  const short = formatWritten(value.toFixed(4));
  return Number(value.toFixed(4)) === 0 && value !== 0 ? formatNumber(value, 2) : short;
}
