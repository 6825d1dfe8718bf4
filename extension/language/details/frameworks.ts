import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { dialects } from '../../../core/network/dialects';
import {
  type FrameworkOutcome,
  frameworkSteps,
  gradientDifference,
  inSingleSteps,
  isCompared,
  mayDiffer,
} from '../../../core/network/frameworks';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import type { Steps } from '../../../core/steps';
import type {
  FrameworkFigures,
  FrameworksAnswer,
  FrameworksQuestion,
} from '../../protocol/details/frameworks';
import { toWire } from '../../protocol/wire';
import { inShortestDecimals } from '../single';
import { wireNumbers } from '../wireArrays';
import type { DetailContext } from './context';

/** Numbers of an output that are shown. */
const mostOutputs = 6;

export function* frameworksSteps(
  _question: FrameworksQuestion,
  { evaluation: { study }, kernels = typescriptKernels, words }: DetailContext,
): Steps<FrameworksAnswer | null> {
  if (study.kind !== 'network' || !(mayDiffer(study) || isCompared(study))) return null;
  const outcomes = yield* frameworkSteps(study, kernels);
  const single = yield* inSingleSteps(study, kernels);
  const differing = outcomes.map(({ framework }) => framework);
  return {
    own: figuresOf(study),
    others: groupsOf(outcomes).map((group) => {
      const [first] = group;
      return {
        ...figuresOf(first.study),
        frameworks: group.map(({ framework }) => words.problems.frameworkName(framework)),
        parameters: first.parameters,
        otherKinks: first.otherKinks,
        gradientDifference: first.gradientDifference === null ? null : toWire(first.gradientDifference),
      };
    }),
    float32: single === null ? null : singleFigures(study, single),
    same: dialects.filter((dialect) => !differing.includes(dialect)).map(words.problems.frameworkName),
  };
}

function singleFigures(study: NetworkStudy, single: NetworkStudy): FrameworksAnswer['float32'] {
  const difference = gradientDifference(study, single);
  return {
    ...figuresOf(inShortestDecimals(single)),
    gradientDifference: difference === null ? null : toWire(difference),
  };
}

export function figuresOf({ layers, loss }: NetworkStudy): FrameworkFigures {
  const output = layers.at(-1)?.output;
  const first = output?.values.subarray(0, Math.min(mostOutputs, output.columns)) ?? new Float64Array();
  return { output: wireNumbers(first), loss: loss === null ? null : toWire(loss) };
}

type Group = readonly [FrameworkOutcome, ...FrameworkOutcome[]];

/** Outcomes for the same reasons have the same numbers. */
export function groupsOf(outcomes: readonly FrameworkOutcome[]): readonly Group[] {
  const groups = new Map<string, [FrameworkOutcome, ...FrameworkOutcome[]]>();
  for (const outcome of outcomes) {
    const key = JSON.stringify([outcome.parameters, outcome.otherKinks]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [outcome]);
    else group.push(outcome);
  }
  return [...groups.values()];
}
