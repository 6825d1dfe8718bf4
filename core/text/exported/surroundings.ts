import type { JsonObject } from '../json';
import { dialectIn, dtypeIn, gradientIn, optimizerIn } from '../jsonNetwork';
import { choiceOf, membersByRole, numbersOf, tokenOf } from '../jsonValues';
import type { NetworkParts } from '../networkParts';
import type { Source } from '../source';

/** What a person wrote beside an exported network: input, target, loss. */
export function surroundingsOf(source: Source, object: JsonObject): Omit<NetworkParts, 'layers' | 'choices'> {
  const members = membersByRole(object);
  return {
    input: numbersOf(source, members.get('input')),
    target: numbersOf(source, members.get('target')),
    loss: choiceOf(source, members.get('loss')),
    reduction: choiceOf(source, members.get('reduction')),
    learningRate: tokenOf(source, members.get('learningRate')),
    ...optimizerIn(source, members.get('optimizer')),
    ...gradientIn(source, object),
    ...dialectIn(source, object),
    ...dtypeIn(source, object),
    matrixText: false,
  };
}
