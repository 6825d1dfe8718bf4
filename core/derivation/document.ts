import type { PrintedEquation } from './print';

/** A step ready to be written to a text: its title in words, its equations in LaTeX without places. */
export interface DocumentStep {
  readonly title: string;
  /** Conditions with their verdict, in words. */
  readonly notes: readonly string[];
  readonly equations: readonly PrintedEquation[];
}

export type DocumentFormat = 'latex' | 'markdown';

/** Steps as a text that stands by itself in a LaTeX or Markdown file. */
export function documentOf(steps: readonly DocumentStep[], format: DocumentFormat): string {
  return `${steps.map((step) => (format === 'latex' ? latexStep(step) : markdownStep(step))).join('\n\n')}\n`;
}

function latexStep({ title, notes, equations }: DocumentStep): string {
  const parts = [`\\paragraph{${latexText(title)}}`, ...notes.map((note) => `${latexText(note)}\\\\`)];
  if (equations.length > 0) parts.push(`\\begin{align*}\n${rows(equations)}\n\\end{align*}`);
  return parts.join('\n');
}

function markdownStep({ title, notes, equations }: DocumentStep): string {
  const parts = [`**${markdownText(title)}**`, ...notes.map(markdownText)];
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
  '→': '\\to',
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

/** Any text as itself. */
function latexText(text: string): string {
  return text.replace(/[\\{}#$%&_^~]/g, (mark) => latexSpecial[mark] ?? mark);
}

function markdownText(text: string): string {
  return text.replace(/[\\*_`[\]<>]/g, (mark) => `\\${mark}`);
}
