import type { Span } from '../../../core/problem';
import type { TextEdit } from '../../protocol/actions';
import { writeMatrix, writtenMatrixAt } from '../matrixLayout';
import { type ActionMaker, problemsIn, quickFix } from './action';

/** Gives a layer as many biases as it has neurons: zeros after the last, or the last ones taken away. */
export const fitBiases: ActionMaker = (context) => {
  const { text } = context.evaluation.study.reading;
  return problemsIn(context, 'length-mismatch').flatMap((problem) => {
    const { what, length, expected } = problem.data;
    if (what !== 'biases') return [];
    const edit = resized(text, problem.span, expected);
    if (edit === null) return [];
    const { padBiases, cutBiases } = context.words.actions;
    const title = length < expected ? padBiases(expected - length) : cutBiases(length - expected);
    return [quickFix(problem, title, [edit], length < expected)];
  });
};

function resized(text: string, span: Span, count: number): TextEdit | null {
  const written = writtenMatrixAt(text, span);
  if (written === null) return null;
  const { rows, layout, span: place } = written;
  const isColumn = rows.length > 1;
  const numbers = rows.flat().slice(0, count);
  const filled = [...numbers, ...Array.from({ length: count - numbers.length }, () => '0')];
  if (rows.length === 1 && layout.before === '' && layout.after === '') {
    return { span: place, text: `[${filled.join(', ')}]` };
  }
  return { span: place, text: writeMatrix(layout, isColumn ? filled.map((number) => [number]) : [filled]) };
}
