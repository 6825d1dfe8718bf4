import { alignDecimals, formatNumber } from '../../core/derivation/formatNumber';
import type { Measures } from '../../core/divergence/distributionStudy';
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

const exponentOf = (values: readonly number[]) => {
  const largest = Math.max(0, ...values.filter(Number.isFinite).map(Math.abs));
  return largest > 0 ? Math.floor(Math.log10(largest)) : 0;
};

/**
 * All numbers share the decimals that the largest signed term has with `digits` digits, so that
 * terms, divergences and entropies can be added by eye. At most three digits more than asked for.
 */
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
  const signed = decoded === null ? measures : [...decoded.klPQ, ...decoded.klQP];
  const together = [...signed, ...(decoded?.logRatio ?? []), ...measures, ...normalised];
  const extra = Math.min(3, Math.max(0, exponentOf(together) - exponentOf(signed)));
  const aligned = alignDecimals(together, digits + extra);
  const offset = together.length - 2 * names.length;
  const at = (start: number, name: MeasureName) => {
    const index = names.indexOf(name);
    return index < 0 ? null : aligned[start + index];
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
            klPQ: aligned.slice(0, count),
            klQP: aligned.slice(count, 2 * count),
            logRatio: aligned.slice(2 * count, 3 * count),
          },
    value: (name) => {
      const value = view.measures[name];
      return value === undefined ? null : fromWire(value);
    },
    text: (name) => at(offset, name),
    normalisedText: (name) => (view.normalised === null ? null : at(offset + names.length, name)),
    unsupported: { PQ: without(p, q), QP: q === null ? [] : without(q, p) },
  };
}

/** A copy of the table with tabs between columns and every digit of the doubles. */
export function tableText(model: DistributionModel): string {
  const { view } = model;
  const head = ['outcome', view.p.label, ...(view.q === null ? [] : [view.q.label])];
  const columns = view.terms === null ? [] : terms;
  const rows = view.p.texts.map((text, outcome) => [
    String(outcome + 1),
    text,
    ...(view.q === null ? [] : [view.q.texts[outcome]]),
    ...columns.map((name) => String(view.terms?.[name][outcome] ?? '')),
  ]);
  return [[...head, ...columns], ...rows].map((row) => row.join('\t')).join('\n');
}

/** Fewer decimals for labels inside a narrow drawing; the table has them all. */
export function shortTerm(value: number, text: string, narrow: boolean): string {
  if (!narrow || !Number.isFinite(value)) return text;
  const short = value.toFixed(4).replace('-', '−');
  return Number(value.toFixed(4)) === 0 && value !== 0 ? formatNumber(value, 2) : short;
}
