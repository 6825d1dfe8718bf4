import type { Span } from '../../../core/problem';
import { valueAround } from '../../../core/text';
import type { EvaluateParams } from '../../protocol/requests';

/** One number by itself, perhaps in quotes: no value of its own, but part of the one around it. */
const singleNumber = /^\s*["']?[-+−]?[\d.][\w.+\-/]*["']?\s*$/;
const longestNumber = 100;

/** Which part of a text a request is about. Spans count from the start of the text. */
export interface Subject {
  /** Empty is all of the text. */
  readonly within: readonly Span[];
  /** The one number that is pointed at, where there is one. */
  readonly focus: Span | null;
}

/** Null where the request asks for a value around its position and there is none. */
export function subjectOf(text: string, parameters: EvaluateParams): Subject | null {
  const { offset, position, onlyAround, as } = parameters;
  const selections = parameters.selections
    .map((selection) => within(selection, offset, text.length))
    .filter(({ length }) => length > 0);
  const [selected] = selections;
  if (selected !== undefined) {
    const around = selections.length === 1 && as !== 'matrix' ? aroundNumber(text, selected) : null;
    return around === null ? { within: selections, focus: null } : { within: [around], focus: selected };
  }
  if (position === undefined) return { within: [], focus: null };
  const at = Math.min(Math.max(0, position - offset), text.length);
  const around = valueAround(text, at);
  if (around !== null) return { within: [around], focus: { offset: at, length: 0 } };
  return onlyAround === true ? null : { within: [], focus: null };
}

/** A span of the document as one of the text, as far as it is inside. */
function within({ offset, length }: Span, start: number, end: number): Span {
  const first = Math.min(Math.max(0, offset - start), end);
  const last = Math.min(Math.max(first, offset + length - start), end);
  return { offset: first, length: last - first };
}

function aroundNumber(text: string, { offset, length }: Span): Span | null {
  if (length > longestNumber || !singleNumber.test(text.slice(offset, offset + length))) return null;
  const around = valueAround(text, offset);
  return around !== null && around.length > length ? around : null;
}
