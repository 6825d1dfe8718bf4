import { finish } from '../../core/steps';
import type { Study } from '../../core/study';
import type { Words } from '../language/words/words';
import type { DetailAnswer, DetailQuestion } from '../protocol/details';

/** What `--detail` asks, by topic: what the panel asks when its section is opened. */
export const detailQuestions = {
  measures: { topic: 'measures' },
  bounds: { topic: 'bounds' },
  divergenceGradients: { topic: 'divergenceGradients' },
  wouldPrint: { topic: 'wouldPrint' },
  jointTable: { topic: 'jointTable' },
  pairwise: { topic: 'pairwise' },
  exactDecimals: { topic: 'exactDecimals', digits: 100 },
  gradientCheck: { topic: 'gradientCheck', first: 0 },
  conventions: { topic: 'conventions' },
  frameworks: { topic: 'frameworks' },
  descentStep: { topic: 'descentStep' },
  lossAlongStep: { topic: 'lossAlongStep' },
  training: { topic: 'training', steps: 100 },
  diagnosis: { topic: 'diagnosis' },
  hessian: { topic: 'secondOrder', of: 'hessian' },
  jacobian: { topic: 'secondOrder', of: 'jacobian' },
  inputJacobian: { topic: 'secondOrder', of: 'inputJacobian' },
} as const satisfies Readonly<Record<string, DetailQuestion>>;

export type DetailTopic = keyof typeof detailQuestions;

export const detailTopics = Object.keys(detailQuestions) as readonly DetailTopic[];

const digits = 6;

/** The answers by topic; null where the text has nothing of one. */
export async function detailsOf(
  study: Study,
  topics: readonly DetailTopic[],
  words: Words,
): Promise<Readonly<Record<string, DetailAnswer | null>>> {
  const { detailSteps } = await import('../language/details');
  const context = { evaluation: { study, offset: 0, line: 0 }, digits, words };
  return Object.fromEntries(
    topics.map((topic) => {
      const question: DetailQuestion = detailQuestions[topic];
      return [topic, finish(detailSteps(question, context))];
    }),
  );
}
