import type { PrintedEquation } from './print';

/** A step ready to be written to a text: its title in words, its equations in LaTeX without places. */
export interface DocumentStep {
  readonly title: string;
  /** Conditions, each with its verdict in words. */
  readonly hypotheses: readonly { readonly note: string }[];
  readonly equations: readonly PrintedEquation[];
}

export type DocumentFormat = 'latex' | 'markdown';

/** Steps as a text that stands by itself in a LaTeX or Markdown file. */
export function documentOf(steps: readonly DocumentStep[], format: DocumentFormat): string {
  return `${steps.map((step) => (format === 'latex' ? latexStep(step) : markdownStep(step))).join('\n\n')}\n`;
}

function latexStep({ title, hypotheses, equations }: DocumentStep): string {
  const parts = [
    `\\paragraph{${latexText(title)}}`,
    ...hypotheses.map(({ note }) => `${latexText(note)}\\\\`),
  ];
  if (equations.length > 0) parts.push(`\\begin{align*}\n${rows(equations)}\n\\end{align*}`);
  return parts.join('\n');
}

function markdownStep({ title, hypotheses, equations }: DocumentStep): string {
  const parts = [`**${markdownText(title)}**`, ...hypotheses.map(({ note }) => markdownText(note))];
  if (equations.length > 0) parts.push(`$$\n\\begin{aligned}\n${rows(equations)}\n\\end{aligned}\n$$`);
  return parts.join('\n\n');
}

/** One row a line, aligned on their relations. */
function rows(equations: readonly PrintedEquation[]): string {
  return equations
    .flatMap(({ left, lines }) =>
      lines.map(({ relation, text }, index) =>
        `${index === 0 ? left : ''} &${relations[relation]} ${text}`.trim(),
      ),
    )
    .map((row) => `  ${row}`)
    .join(' \\\\\n');
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
  return text
    .replace(/[\\{}#$%&_^~]/g, (mark) => latexSpecial[mark] ?? mark)
    .replaceAll('\u202f', '\\,')
    .replace(/[∘−σ′≪∞‖]/g, (sign) => `$${latexMathematics[sign] ?? sign}$`);
}

function markdownText(text: string): string {
  return text.replace(/[\\*_`[\]<>]/g, (mark) => `\\${mark}`);
}
