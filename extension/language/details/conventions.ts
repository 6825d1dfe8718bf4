import type { Steps } from '../../../core/steps';
import type { ConventionsAnswer, ConventionsQuestion } from '../../protocol/details/conventions';
import { toWire } from '../../protocol/wire';
import type { DetailContext } from './context';

export function* conventionsSteps(
  _question: ConventionsQuestion,
  { evaluation: { study } }: DetailContext,
): Steps<ConventionsAnswer | null> {
  if (study.kind !== 'network' || study.conventions === undefined || study.conventions.length === 0)
    return null;
  const { loss, reduction } = study.network.loss;
  return {
    own: { loss: loss.name, reduction },
    others: study.conventions.map((other) => ({ ...other, factor: toWire(other.factor) })),
  };
}
