import type { NetworkReading } from '../../../core/text/reading';
import { type ActionMaker, problemsIn, quickFix } from './action';

/**
 * Writes down which of several meanings is meant: whose `leaky_relu` it is, or whether the second number of
 * `N(0, 4)` is σ or σ².
 */
export const pinReading: ActionMaker = (context) => [...pinDialect(context), ...pinDeviation(context)];

const pinDialect: ActionMaker = (context) => {
  const { reading } = context.evaluation.study;
  if (reading.kind !== 'network' || reading.notation !== 'nabla-json') return [];
  const { actions, problems } = context.words;
  return problemsIn(context, 'dialect').flatMap((problem) => {
    const { taken, others, meaning, layer } = problem.data;
    const place = afterActivation(reading, layer);
    const [first] = taken;
    if (place === null || first === undefined) return [];
    const choices = [{ dialect: first, meaning }, ...others];
    return choices.map(({ dialect, meaning: means }, index) =>
      quickFix(
        problem,
        actions.pinDialect(problems.frameworkName(dialect), means),
        [{ span: { offset: place, length: 0 }, text: `, "dialect": "${dialect}"` }],
        index === 0,
      ),
    );
  });
};

function afterActivation({ layers }: NetworkReading, layer: number): number | null {
  const span = layers[layer]?.activation?.span;
  return span === undefined ? null : span.offset + span.length;
}

const pinDeviation: ActionMaker = (context) => {
  const { text } = context.evaluation.study.reading;
  const { actions } = context.words;
  return problemsIn(context, 'ambiguous-reading').flatMap((problem) => {
    if (problem.data.other !== 'σ²') return [];
    const { span } = problem;
    const written = text.slice(span.offset, span.offset + span.length);
    return [
      quickFix(problem, actions.deviation(written), [{ span, text: `scale=${written}` }], true),
      quickFix(problem, actions.variance(written), [{ span, text: `scale=sqrt(${written})` }]),
    ];
  });
};
