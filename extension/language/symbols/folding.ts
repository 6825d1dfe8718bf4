import type { FoldingRange } from 'vscode-languageserver-protocol';
import type { Span } from '../../../core/problem';
import type { FeatureContext } from '../feature';
import { placedArrays } from '../placedArrays';

/** What takes more than one line: the value, each layer, each matrix. A bracket that closes alone on its line stays. */
export function foldingOf({ document, study }: FeatureContext): FoldingRange[] {
  const { reading } = study;
  if (reading.kind === 'error') return [];
  const layers = reading.kind === 'network' ? reading.layers.map(({ span }) => span) : [];
  const spans = [reading.span, ...layers, ...placedArrays(study).map(({ array }) => array.span)];
  const ranges = spans.flatMap((span) => foldOf(document, span));
  return ranges.filter(
    (range, index) =>
      ranges.findIndex((other) => other.startLine === range.startLine && other.endLine === range.endLine) ===
      index,
  );
}

function foldOf(document: FeatureContext['document'], { offset, length }: Span): FoldingRange[] {
  const startLine = document.positionAt(offset).line;
  const end = document.positionAt(offset + length);
  const last = document.getText({ start: { line: end.line, character: 0 }, end });
  const endLine = /^[\s\])}]*$/.test(last) ? end.line - 1 : end.line;
  return endLine > startLine ? [{ startLine, endLine }] : [];
}
