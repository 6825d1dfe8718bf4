import type { PrintedEquation, PrintedLine } from './print';

/** A step ready to be written to a text: its title in words, its equations in LaTeX without places. */
export interface DocumentStep {
  readonly title: string;
  /** From 1; the notes of other steps name it by this. */
  readonly number: number;
  /** In words, which earlier steps it builds on; empty where there is none. */
  readonly usesNote: string;
  /** Conditions, each with its verdict in words. */
  readonly hypotheses: readonly { readonly note: string }[];
  readonly equations: readonly PrintedEquation[];
}

export type DocumentFormat = 'latex' | 'markdown';

/** Steps as a text that stands by itself in a LaTeX or Markdown file. */
export function documentOf(steps: readonly DocumentStep[], format: DocumentFormat): string {
  const write = format === 'latex' ? latexStep : markdownStep;
  // One step alone needs no number, and what it builds on is not there.
  const numbered =
    steps.length === 1 ? steps.map((step) => ({ ...step, usesNote: '' })) : steps.map(withNumber);
  return `${numbered.map(write).join('\n\n')}\n`;
}

function withNumber(step: DocumentStep): DocumentStep {
  return { ...step, title: `(${step.number}) ${step.title}` };
}

function latexStep({ title, usesNote, hypotheses, equations }: DocumentStep): string {
  const parts = [`\\paragraph{${latexText(title)}}${usesNote === '' ? '' : ` ${latexText(usesNote)}`}`];
  if (hypotheses.length > 0) {
    const items = hypotheses.map(({ note }) => `\\item ${latexText(note)}`);
    parts.push(['\\begin{itemize}', ...items, '\\end{itemize}'].join('\n'));
  }
  if (equations.length > 0) {
    const aligned = `\\begin{align*}\n${rows(equations)}\n\\end{align*}`;
    // One display is never broken over pages by itself.
    const isLong = equations.reduce((sum, { lines }) => sum + lines.length, 0) > mostLines;
    parts.push(isLong ? `{\\allowdisplaybreaks\n${aligned}}` : aligned);
  }
  return parts.join('\n');
}

/** Lines that a page has room for under a title. */
const mostLines = 12;

function markdownStep({ title, usesNote, hypotheses, equations }: DocumentStep): string {
  const parts = [`**${markdownText(title)}**${usesNote === '' ? '' : ` ${markdownText(usesNote)}`}`];
  if (hypotheses.length > 0) parts.push(hypotheses.map(({ note }) => `- ${markdownText(note)}`).join('\n'));
  if (equations.length > 0) parts.push(`$$\n\\begin{aligned}\n${rows(equations)}\n\\end{aligned}\n$$`);
  return parts.join('\n\n');
}

/** What a line of an article holds, in em of its text. */
const lineWidth = 32;

/** A relation with the space around it, and the indent of a line that goes on. */
const relationWidth = 1.4;
const indent = 2;

/** One row a line, aligned on their relations; a line that is too long goes on under itself. */
function rows(equations: readonly PrintedEquation[]): string {
  const widestLeft = Math.max(...equations.map(({ leftWidth }) => leftWidth));
  const room = lineWidth - widestLeft - relationWidth;
  return equations
    .flatMap(({ left, lines }) =>
      lines.flatMap(({ relation, ...line }, index) => {
        const [first, ...rest] = broken(line, room);
        const start = `${index === 0 ? left : ''} &${relations[relation]} ${first}`.trim();
        return [start, ...rest.map((text) => `&\\qquad {} ${text}`)];
      }),
    )
    .map((row) => `  ${row}`)
    .join(' \\\\\n');
}

/** The pieces of a line in as few rows as they need. */
function broken({ text, width, pieces }: Omit<PrintedLine, 'relation'>, room: number): readonly string[] {
  if (pieces === undefined || width <= room) return [text];
  const texts: string[] = [];
  let left = 0;
  for (const piece of pieces) {
    if (texts.length > 0 && piece.width <= left) {
      texts[texts.length - 1] += ` ${piece.text}`;
    } else {
      left = texts.length === 0 ? room : room - indent;
      texts.push(piece.text);
    }
    left -= piece.width;
  }
  return texts;
}

/** Relations in LaTeX. */
export const relations: Readonly<Record<PrintedEquation['lines'][number]['relation'], string>> = {
  '=': '=',
  '≈': '\\approx',
  '≥': '\\ge',
  '≤': '\\le',
  '>': '>',
  '⊂': '\\subset',
  '⊄': '\\not\\subset',
};

const latexSpecial: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** Letters and signs that titles have and a TeX without packages does not know as text. */
const latexMathematics: Readonly<Record<string, string>> = {
  '∘': '\\circ',
  '−': '-',
  σ: '\\sigma',
  '′': "{}'",
  '≪': '\\ll',
  '∞': '\\infty',
  '‖': '\\Vert',
};

/** Any text as itself, with amsmath alone. */
function latexText(text: string): string {
  // A power is mathematics as a whole.
  return text
    .split(/(\w\^\([^()]*\))/)
    .map((part, index) => (index % 2 === 1 ? latexPower(part) : latexWords(part)))
    .join('');
}

function latexPower(text: string): string {
  const [base, exponent] = text.slice(0, -1).split('^(');
  return `$${base}^{${exponent.replaceAll('−', '-').replace(/\|(.*)\|/, '\\lvert $1 \\rvert')}}$`;
}

function latexWords(text: string): string {
  return text
    .replace(/[\\{}#$%&_^~]/g, (mark) => latexSpecial[mark] ?? mark)
    .replaceAll('\u202f', '\\,')
    .replace(/[∘−σ′≪∞‖]/g, (sign) => `$${latexMathematics[sign] ?? sign}$`);
}

function markdownText(text: string): string {
  return text.replace(/[\\*_`[\]<>]/g, (mark) => `\\${mark}`);
}
