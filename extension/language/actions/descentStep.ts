import { formatWritten } from '../../../core/derivation/formatNumber';
import type { ActionMaker } from './action';

/** One step of gradient descent, written to the text by the command that says the loss before and after. */
export const descentStep: ActionMaker = ({ evaluation: { study, offset }, uri, words }) => {
  if (study.kind !== 'network' || study.gradients === null || study.network.optimizer === null) return [];
  const { span } = study.reading;
  const argument = { uri, range: { offset: span.offset + offset, length: span.length }, show: true };
  const rate = formatWritten(String(study.network.learningRate));
  const title = words.training.applyAction(rate);
  return [
    { kind: 'refactor.rewrite', title, edits: [], command: { name: 'nabla.applyDescentStep', argument } },
  ];
};
