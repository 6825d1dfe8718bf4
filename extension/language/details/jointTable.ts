import { jointOfStudySteps } from '../../../core/divergence/jointOfStudy';
import { type JointMeasure, jointTableSteps as tableSteps } from '../../../core/divergence/jointTable';
import type { Steps } from '../../../core/steps';
import type { JointTableAnswer, JointTableQuestion } from '../../protocol/details/jointTable';
import { toWire } from '../../protocol/wire';
import { wireNumbers } from '../wireArrays';
import type { DetailContext } from './context';

const mostValues = 50;
const longestExact = 200;

const latex: Readonly<Record<JointMeasure, string>> = {
  jointEntropy: 'H(X, Y)',
  entropyX: 'H(X)',
  entropyY: 'H(Y)',
  conditionalXY: 'H(X \\mid Y)',
  conditionalYX: 'H(Y \\mid X)',
  mutualInformation: 'I(X; Y)',
};

export function* jointTableSteps(
  _question: JointTableQuestion,
  { evaluation: { study }, words }: DetailContext,
): Steps<JointTableAnswer | null> {
  const joint = yield* jointOfStudySteps(study);
  if (joint === null) return null;
  const base = study.kind === 'distribution' ? study.reading.base : Math.E;
  const { measures, exact, marginalX, marginalY, entropyOfRows, chainRule } = yield* tableSteps(joint, base);
  const names = Object.keys(latex) as JointMeasure[];
  return {
    rows: joint.rows,
    columns: joint.columns,
    base,
    measures: names.map((name) => {
      const form = exact[name]?.text;
      return {
        name,
        title: words.measures.joint[name],
        latex: latex[name],
        value: toWire(measures[name]),
        ...(form === undefined || form.length > longestExact ? {} : { exact: form }),
      };
    }),
    marginalX: wireNumbers(marginalX.subarray(0, mostValues)),
    marginalY: wireNumbers(marginalY.subarray(0, mostValues)),
    entropyOfRows: wireNumbers(entropyOfRows.subarray(0, mostValues)),
    chainRule: toWire(chainRule),
  };
}
