import type { ComponentChildren } from 'preact';
import type { Span } from '../../core/problem';

const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Source text with its numbers coloured as in the editor, and a wavy line under a part of it. */
export function SourceText({
  text,
  wavy,
  firstLine,
}: {
  readonly text: string;
  readonly wavy?: Span;
  /** Numbers the lines from here. */
  readonly firstLine?: number;
}) {
  let offset = 0;
  const lines = text.split('\n').map((line) => {
    const start = offset;
    offset += line.length + 1;
    return { line, start };
  });
  return (
    <pre class="source-text" ref={showWavy}>
      {lines.map(({ line, start }, index) => (
        <span class="source-line" key={start}>
          {firstLine === undefined ? null : <span class="line-number">{firstLine + index} </span>}
          {pieces(line, start, wavy)}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}

/** Of a long line the part that is meant, with some of what is before it. */
function showWavy(pre: HTMLElement | null): void {
  const part = pre?.querySelector<HTMLElement>('.wavy');
  if (pre === null || part === null || part === undefined) return;
  const over = part.getBoundingClientRect().right - pre.getBoundingClientRect().right;
  if (over > 0) pre.scrollLeft = over + pre.clientWidth / 3;
}

function pieces(line: string, start: number, wavy: Span | undefined): ComponentChildren {
  if (wavy === undefined) return <Coloured text={line} />;
  const from = Math.min(line.length, Math.max(0, wavy.offset - start));
  const to = Math.min(line.length, Math.max(from, wavy.offset + wavy.length - start));
  return (
    <>
      <Coloured text={line.slice(0, from)} />
      {to > from ? (
        <span class="wavy">
          <Coloured text={line.slice(from, to)} />
        </span>
      ) : null}
      <Coloured text={line.slice(to)} />
    </>
  );
}

function Coloured({ text }: { readonly text: string }) {
  const parts: ComponentChildren[] = [];
  let last = 0;
  for (const match of text.matchAll(number)) {
    const before = text[match.index - 1] ?? '';
    if (/[A-Za-z_]/.test(before)) continue;
    const sign = before === '-' ? 1 : 0;
    parts.push(text.slice(last, match.index - sign));
    last = match.index + match[0].length;
    parts.push(
      <span class="source-number" key={match.index}>
        {text.slice(match.index - sign, last)}
      </span>,
    );
  }
  parts.push(text.slice(last));
  return <>{parts}</>;
}
