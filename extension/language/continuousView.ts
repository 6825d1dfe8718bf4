import type { MeasureValues, ResolvedMeasure } from '../../core/divergence/continuous/comparison';
import type { ContinuousStudy } from '../../core/divergence/continuous/continuousStudy';
import { curvesOf } from '../../core/divergence/continuous/curves';
import { measureText } from '../../core/divergence/continuous/measureText';
import type { ContinuousMeasureView, ContinuousView, MethodView } from '../protocol/studyView';
import { toWire } from '../protocol/wire';
import { valuesOf, wireMeasures } from './result';
import type { Words } from './words/words';

type Parts = Omit<ContinuousView, 'span' | 'firstLine' | 'lastLine' | 'problems' | 'reading'>;

/** Families or densities as the panel draws them. */
export function continuousView(study: ContinuousStudy, words: Words): Parts {
  const { p, q, reading, values, normalised, supportFacts } = study;
  const curves = curvesOf(p.distribution, q?.distribution ?? null, reading.base);
  return {
    kind: 'continuous',
    p: measureView(p, 'P', reading.text),
    q: q === null ? null : measureView(q, 'Q', reading.text),
    base: reading.base,
    measures: wireMeasures(valuesOf(values)),
    normalised: normalised === null ? null : wireMeasures(valuesOf(normalised)),
    methods: methodViews(values, words),
    unsupported: supportFacts.flatMap(({ direction, where }) =>
      where.map(({ lower, upper }) => ({ direction, from: toWire(lower), to: toWire(upper) })),
    ),
    divergesAt: values.klPQ?.reason?.kind === 'tail' ? values.klPQ.reason.at.map(toWire) : [],
    curves:
      curves === null
        ? null
        : {
            discrete: curves.discrete,
            x: curves.x,
            p: curves.p.map(toWire),
            q: curves.q?.map(toWire) ?? null,
            term: curves.term?.map(toWire) ?? null,
          },
  };
}

function measureView(measure: ResolvedMeasure, label: string, text: string): ContinuousMeasureView {
  const { distribution, family, integral } = measure;
  const { lower, upper } = 'support' in distribution ? distribution.support : { lower: null, upper: null };
  return {
    label,
    title: measureText(measure, text),
    latex: family?.density.latex ?? null,
    support: lower === null ? null : [toWire(lower), toWire(upper)],
    integral: toWire(integral),
  };
}

function methodViews(values: MeasureValues, words: Words): ContinuousView['methods'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, MethodView] => [
      name,
      {
        how: words.mathematics.method(value),
        ...(value.formula === undefined ? {} : { latex: value.formula.latex }),
        ...(value.source === undefined ? {} : { source: value.source }),
        error: toWire(value.error),
      },
    ]),
  );
}
