import type { Span } from '../../../core/problem';
import type { TextEdit } from '../../protocol/actions';
import { readsAs, writeMatrix, writtenMatrixAt } from '../matrixLayout';
import { arrayAt } from '../placedArrays';
import { type ActionMaker, quickFix } from './action';
import { widthFaults } from './widthFaults';

/**
 * Writes a matrix transposed, in its own notation. Where a layer takes another width than the one before
 * gives, this repairs it; so does calling the weights a kernel, which leaves the numbers where they are.
 */
export const transpose: ActionMaker = (context) => {
  const { study } = context.evaluation;
  const { text } = study.reading;
  const { actions } = context.words;
  const repairs = widthFaults(context).flatMap(({ problem, layer, weights }) => {
    const edit = transposed(text, weights.span);
    const rename = kernelInstead(text, weights.span);
    return [
      ...(rename === null ? [] : [quickFix(problem, actions.readAsKernel(rename.text), [rename])]),
      ...(edit === null ? [] : [quickFix(problem, actions.transposeWeights(layer + 1), [edit])]),
    ];
  });
  if (repairs.length > 0) return repairs;
  const placed = arrayAt(study, context.range);
  if (placed === null || placed.array.shape.length !== 2) return [];
  const edit = transposed(text, placed.array.span);
  return edit === null ? [] : [{ kind: 'refactor.rewrite', title: actions.transpose, edits: [edit] }];
};

/** Null for a single number, for rows of which not all marks are known, and where the result would not be read so. */
export function transposed(text: string, span: Span): TextEdit | null {
  const matrix = writtenMatrixAt(text, span);
  if (matrix === null || matrix.rows.length * (matrix.rows[0]?.length ?? 0) < 2) return null;
  const written = writeMatrix(matrix.layout, columnsOf(matrix.rows));
  return readsAs(written, columnsOf(matrix.values)) ? { span: matrix.span, text: written } : null;
}

function columnsOf<Entry>(rows: readonly (readonly Entry[])[]): readonly (readonly Entry[])[] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
}

const longestKey = 40;

/** `"weights":` before a matrix as `"kernel":`, or the other way round. */
function kernelInstead(text: string, { offset }: Span): TextEdit | null {
  const before = text.slice(Math.max(0, offset - longestKey), offset);
  const key = /(["']?)(weights|kernel)\1\s*:\s*$/.exec(before);
  const name = key?.[2];
  if (key === null || name === undefined) return null;
  const start = offset - before.length + key.index + (key[1]?.length ?? 0);
  return { span: { offset: start, length: name.length }, text: name === 'kernel' ? 'weights' : 'kernel' };
}
