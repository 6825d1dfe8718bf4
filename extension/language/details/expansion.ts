import type { Steps } from '../../../core/steps';
import type { ExpansionAnswer, ExpansionQuestion } from '../../protocol/details/expansion';
import { expandSelection } from '../expandSelection';
import type { DetailContext } from './context';

// biome-ignore lint/correctness/useYield: one pass over the starts of numbers that are read already
export function* expansionSteps(
  { selection }: ExpansionQuestion,
  { evaluation: { study, offset } }: DetailContext,
): Steps<ExpansionAnswer> {
  const { length } = study.reading.text;
  const start = Math.min(Math.max(0, selection.offset - offset), length);
  const end = Math.min(Math.max(start, selection.offset + selection.length - offset), length);
  const span = expandSelection(study, { offset: start, length: end - start });
  return { span: span === null ? null : { offset: span.offset + offset, length: span.length } };
}
