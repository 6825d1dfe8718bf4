import type { Hex } from './color';

/*
 * Markdown with the HTML that a VS Code hover renders: its sanitiser keeps these tags, and of styles
 * only colours on a span, in exactly the form of `colored`. Text of the person's goes through `verbatim`.
 */

const special = /[\\`*_{}[\]()#+\-.!|<>~&$"'\n\r]/g;

/** Any text as itself: neither Markdown nor HTML sees a mark in it. */
export function verbatim(text: string): string {
  return text.replace(special, (mark) => `&#${mark.charCodeAt(0)};`);
}

export function colored(content: string, color: Hex): string {
  return `<span style="color:${color};">${content}</span>`;
}

/** Content on a coloured ground. The spaces are part of it, as cells have no padding of their own. */
export function onGround(content: string, ink: Hex, ground: Hex): string {
  return `<span style="color:${ink};background-color:${ground};">&nbsp;${content}&nbsp;</span>`;
}

export function strong(content: string): string {
  return `<strong>${content}</strong>`;
}

/** A symbol of mathematics, such as w with p k below and l above. */
export function symbol(name: string, below?: string, above?: string): string {
  const sub = below === undefined ? '' : `<sub>${below}</sub>`;
  const sup = above === undefined ? '' : `<sup>${above}</sup>`;
  return `<var>${name}</var>${sub}${sup}`;
}

/** A head that stays on one line. */
export function unbroken(text: string): string {
  return verbatim(text).replaceAll(' ', '&nbsp;');
}

/** Rows of cells under a row of heads; the first cell of each row is its head. Heads are quiet. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[], quiet: Hex): string {
  const headCell = (cell: string) => `<th align="right">${cell === '' ? '' : colored(cell, quiet)}</th>`;
  const body = rows.map(([first = '', ...cells]) => {
    return `<tr>${headCell(first)}${cells.map((cell) => `<td align="right">${cell}</td>`).join('')}</tr>`;
  });
  return `<table><thead><tr>${heads.map(headCell).join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What the picture says, for those who do not see it. */
  readonly twin: string;
}

declare function btoa(ascii: string): string;

export function image({ svg, width, height, twin }: Picture): string {
  const ascii = svg.replace(/[^\x20-\x7e]/gu, (character) => `&#${character.codePointAt(0)};`);
  return `<img src="data:image/svg+xml;base64,${btoa(ascii)}" width="${width}" height="${height}" alt="${verbatim(twin)}">`;
}

export interface Link {
  readonly title: string;
  readonly command: string;
  readonly argument: unknown;
}

/** Actions as the last line. */
export function links(items: readonly Link[]): string {
  return items
    .map(({ title, command, argument }) => {
      const encoded = encodeURIComponent(JSON.stringify([argument])).replace(/[()'!*]/g, (mark) => {
        return `%${mark.charCodeAt(0).toString(16)}`;
      });
      return `[${verbatim(title)}](command:${command}?${encoded})`;
    })
    .join('&emsp;');
}
