import type { Steps } from '../../../core/steps';
import type { ConversionAnswer, ConversionQuestion } from '../../protocol/details/conversion';
import { conversionSteps as convertedSteps, offersFor } from '../convertSelection';
import type { DetailContext } from './index';

export function* conversionSteps(
  { to }: ConversionQuestion,
  { evaluation, words }: DetailContext,
): Steps<ConversionAnswer> {
  const { reading } = evaluation.study;
  const offers = offersFor(reading, words);
  if (to === null) return { offers, text: null, losses: {}, lost: [] };
  return { offers, ...(yield* convertedSteps(reading, to, words)) };
}
