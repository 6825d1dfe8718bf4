import type { Span } from '../../core/problem';
import type { TextEdit } from '../protocol/actions';

/** The text after edits that do not overlap; of two at one place the first in the list stands first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: written } of inOrder(edits)) {
    result += text.slice(at, span.offset) + written;
    at = span.offset + span.length;
  }
  return result + text.slice(at);
}

/** Where a span is after edits inside it or clear of it. What is inserted at one of its ends is part of it. */
export function spanAfter({ offset, length }: Span, edits: readonly TextEdit[]): Span {
  let [start, end] = [offset, offset + length];
  for (const { span, text } of inOrder(edits)) {
    const growth = text.length - span.length;
    if (span.offset + span.length <= offset && (span.offset < offset || span.length > 0)) start += growth;
    if (span.offset <= offset + length) end += growth;
  }
  return { offset: start, length: end - start };
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((one, other) => one.span.offset - other.span.offset);
}
