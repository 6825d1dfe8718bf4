import type { Steps } from '../../../core/steps';
import type { ConversionAnswer, ConversionQuestion } from '../../protocol/details/conversion';
import { conversionSteps as convertedSteps, offersFor, statementOf } from '../convertSelection';
import type { DetailContext } from './context';

export function* conversionSteps(
  { to }: ConversionQuestion,
  { evaluation, words }: DetailContext,
): Steps<ConversionAnswer> {
  const { reading } = evaluation.study;
  const offers = offersFor(reading, words);
  const statement = statementOf(reading);
  const span = { offset: statement.offset + evaluation.offset, length: statement.length };
  if (to === null) return { offers, span, text: null, losses: {}, lost: [] };
  return { offers, span, ...(yield* convertedSteps(reading, to, words)) };
}
