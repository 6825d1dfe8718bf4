import type { Span } from '../problem';

/** A fence of three backticks or tildes or more, alone on its line but for what it says of its content. */
const fence = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\n`]*)$/gm;

/** Whether a line opens a block of ours. */
export function opensNablaFence(line: string): boolean {
  return /^ {0,3}(?:`{3,}|~{3,})[ \t]*nabla(?:\s|\{|$)/i.test(line);
}

export function hasNablaFence(text: string): boolean {
  return nablaFences(text).length > 0;
}

/** The content of each block that Markdown marks with ` ```nabla `, without the lines of the fences. */
export function nablaFences(text: string): readonly Span[] {
  if (!text.includes('nabla')) return [];
  const found: Span[] = [];
  let open: { readonly mark: string; readonly isOurs: boolean; readonly start: number } | null = null;
  for (const match of text.matchAll(fence)) {
    const [line, mark = '', said = ''] = match;
    const after = Math.min(text.length, match.index + line.length + 1);
    if (open === null) {
      open = { mark, isOurs: opensNablaFence(line), start: after };
      continue;
    }
    const closes = mark.charAt(0) === open.mark.charAt(0) && mark.length >= open.mark.length;
    if (!closes || said.trim() !== '') continue;
    if (open.isOurs) found.push({ offset: open.start, length: Math.max(0, match.index - open.start) });
    open = null;
  }
  // Markdown ends a block that is left open with the text.
  if (open?.isOurs) found.push({ offset: open.start, length: text.length - open.start });
  return found;
}
