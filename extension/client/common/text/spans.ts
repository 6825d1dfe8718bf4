import { Range, type TextDocument, type TextDocumentContentChangeEvent, type TextEditor } from 'vscode';
import type { Span } from '../../../../core/problem';

export function spanOf(document: TextDocument, range: Range): Span {
  const offset = document.offsetAt(range.start);
  return { offset, length: document.offsetAt(range.end) - offset };
}

export function rangeOf(document: TextDocument, span: Span): Range {
  return new Range(document.positionAt(span.offset), document.positionAt(span.offset + span.length));
}

/** The non-empty selections as they stand in the text, the upper one first: two of them are P and Q. */
export function selectedRanges(editor: TextEditor): readonly Range[] {
  return editor.selections
    .filter((selection) => !selection.isEmpty)
    .sort((first, second) => first.start.compareTo(second.start));
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.offset <= inner.offset && inner.offset + inner.length <= outer.offset + outer.length;
}

/**
 * Where a span is after edits. Text typed at its ends joins it: a person who types there continues
 * the value.
 */
export function moved(span: Span, changes: readonly TextDocumentContentChangeEvent[]): Span {
  let { offset, length } = span;
  // VS Code lists changes from the last in the text to the first, each in offsets of the text before.
  for (const change of [...changes].sort((first, second) => second.rangeOffset - first.rangeOffset)) {
    const start = change.rangeOffset;
    const end = start + change.rangeLength;
    const added = change.text.length;
    if (end < offset || (end === offset && change.rangeLength > 0)) {
      offset += added - change.rangeLength;
    } else if (start <= offset + length) {
      const from = Math.min(offset, start);
      const to = Math.max(offset + length, end);
      offset = from;
      length = to - from + added - change.rangeLength;
    }
  }
  return { offset, length };
}
