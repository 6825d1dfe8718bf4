import type { Steps } from '../../../core/steps';
import type { ExactNetworkAnswer, ExactNetworkQuestion } from '../../protocol/details/exactNetwork';
import { toWire } from '../../protocol/wire';
import { exactNetworkResult } from '../result';
import { wireMatrix } from '../wireArrays';
import type { DetailContext } from './context';

// biome-ignore lint/correctness/useYield: the study has it already
export function* exactNetworkSteps(
  _question: ExactNetworkQuestion,
  { evaluation: { study }, words }: DetailContext,
): Steps<ExactNetworkAnswer | null> {
  if (study.kind !== 'network' || study.exact === undefined) return null;
  const output = study.layers.at(-1)?.output;
  const { barrier, isAtKink } = study.exact;
  return {
    ...exactNetworkResult(study.exact),
    decimals: {
      output: output === undefined || study.exact.output === null ? [] : wireMatrix(output),
      loss: study.loss === null ? null : toWire(study.loss),
    },
    end: barrier === null ? null : words.gradients.barrier(barrier),
    isAtKink,
  };
}
