import { offersFor } from '../convertSelection';
import type { ActionMaker } from './action';

/** The list of notations that what is selected can be written in. */
export const convert: ActionMaker = ({ evaluation: { study, offset }, range, uri, words }) => {
  if (range.length === 0 || study.kind === 'error' || offersFor(study.reading, words).length === 0) return [];
  const { span } = study.reading;
  const argument = { uri, range: { offset: span.offset + offset, length: span.length }, show: true };
  const command = { name: 'nabla.convertSelection', argument };
  return [{ kind: 'refactor.rewrite', title: words.actions.convert, edits: [], command }];
};
