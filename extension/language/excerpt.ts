import type { Span } from '../../core/problem';
import type { ErrorView } from '../protocol/studyView';

type Excerpt = NonNullable<ErrorView['excerpt']>;

const linesAround = 2;
const longestLine = 160;

interface CutLine {
  readonly shown: string;
  readonly shift: number;
}

/**
 * The lines around a place, long ones cut to `longest`, with the place's first line marked in them.
 * `line` is the text's first, from 0.
 */
export function excerptAround(text: string, span: Span, line: number, longest = longestLine): Excerpt {
  const at = Math.min(span.offset, text.length);
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const starts = [lineStart];
  for (let i = 0; i < linesAround && (starts[0] ?? 0) > 0; i += 1) {
    starts.unshift(text.lastIndexOf('\n', (starts[0] ?? 0) - 2) + 1);
  }
  const marked = starts.length - 1;
  for (let i = 0; i < linesAround; i += 1) {
    const end = text.indexOf('\n', starts.at(-1));
    if (end < 0) break;
    starts.push(end + 1);
  }
  const cut = starts.map((start, index) => cutLine(text, start, index === marked ? at : start, longest));
  const lines = cut.map(({ shown }) => shown);
  const before = lines.slice(0, marked).reduce((sum, shown) => sum + shown.length + 1, 0);
  const { shown, shift } = cut[marked];
  const column = at - lineStart + shift;
  const length = Math.max(0, Math.min(span.length, shown.length - column));
  return {
    firstLine: line + lineNumber(text, starts[0]) + 1,
    lines,
    span: { offset: before + column, length },
  };
}

/** The line that begins at `start`, cut so that `at` is in it; `shift` takes a column of the line to one of the cut. */
function cutLine(text: string, start: number, at: number, longest: number): CutLine {
  const next = text.indexOf('\n', start);
  const end = next < 0 ? text.length : next > start && text[next - 1] === '\r' ? next - 1 : next;
  if (end - start <= longest) return { shown: text.slice(start, end), shift: 0 };
  const lead = Math.floor(longest / 2);
  const from = at - start <= lead ? start : at - lead;
  const to = Math.min(end, from + longest);
  const before = from > start ? '…' : '';
  const after = to < end ? '…' : '';
  return { shown: before + text.slice(from, to) + after, shift: start - from + before.length };
}

function lineNumber(text: string, offset: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
