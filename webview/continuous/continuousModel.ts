import { alignDecimals } from '../../core/derivation/formatNumber';
import type { Measures } from '../../core/divergence/distributionStudy';
import type { ContinuousView } from '../../extension/protocol/studyView';
import { fromWire } from '../../extension/protocol/wire';

export type MeasureName = keyof Measures;

export interface CurveNumbers {
  readonly discrete: boolean;
  readonly x: readonly number[];
  readonly p: readonly number[];
  readonly q: readonly number[] | null;
  readonly term: readonly number[] | null;
}

/** A view of families or densities with its numbers decoded, and each as it stands everywhere in the view. */
export interface ContinuousModel {
  readonly view: ContinuousView;
  readonly curves: CurveNumbers | null;
  value(name: MeasureName): number | null;
  text(name: MeasureName): string | null;
  normalisedText(name: MeasureName): string | null;
}

export function decodeContinuous(view: ContinuousView, digits: number): ContinuousModel {
  const names = Object.keys(view.measures) as MeasureName[];
  const numbers = [view.measures, view.normalised].flatMap((measures) =>
    names.map((name) => {
      const value = measures?.[name];
      return value === undefined ? Number.NaN : fromWire(value);
    }),
  );
  const texts = alignDecimals(numbers, digits);
  const text = (name: MeasureName, start: number) => {
    const index = names.indexOf(name);
    return index < 0 ? null : texts[start + index];
  };
  return {
    view,
    curves: decodeCurves(view),
    value: (name) => {
      const value = view.measures[name];
      return value === undefined ? null : fromWire(value);
    },
    text: (name) => text(name, 0),
    normalisedText: (name) => (view.normalised === null ? null : text(name, names.length)),
  };
}

function decodeCurves({ curves }: ContinuousView): CurveNumbers | null {
  if (curves === null || curves.x.length === 0) return null;
  return {
    discrete: curves.discrete,
    x: curves.x,
    p: curves.p.map(fromWire),
    q: curves.q?.map(fromWire) ?? null,
    term: curves.term?.map(fromWire) ?? null,
  };
}

/** Rows of the table: all integers, or each so-many-th place of a line. */
export function tableRows({ discrete, x }: CurveNumbers): readonly number[] {
  const step = discrete ? 1 : Math.max(1, Math.floor(x.length / 24));
  return x.flatMap((_, index) => (index % step === 0 ? [index] : []));
}

/** A copy of the table with tabs between columns, all places, and every digit of the doubles. */
export function tableText({ x, p, q, term }: CurveNumbers): string {
  const columns = [
    ['x', x],
    ['p', p],
    ['q', q],
    ['p ln(p/q)', term],
  ] as const;
  const present = columns.flatMap(([name, values]) => (values === null ? [] : [{ name, values }]));
  const rows = x.map((_, index) => present.map(({ values }) => String(values[index])).join('\t'));
  return [present.map(({ name }) => name).join('\t'), ...rows].join('\n');
}
