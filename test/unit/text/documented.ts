import { readFileSync } from 'node:fs';
import { evaluate } from '../../../core/study';
import type { NumberArray, Reading } from '../../../core/text/reading';
import { rows } from './support';

/** An example of the tables in `docs/notations.md`: the notations of its row, its text, and what it is said to read as. */
export interface DocumentedExample {
  readonly notations: readonly string[];
  readonly text: string;
  readonly said: string;
}

/** A bar of a table's cell, while the table is parted at the others. */
const bar = '\u0001';

/** The pieces of code in a cell; `⏎` joins two of them with an end of line. */
function textsIn(cell: string): readonly string[] {
  const texts: string[] = [];
  let end = 0;
  for (const { 0: span, 1: doubled, 2: single = '', index } of cell.matchAll(
    /``\s?(.*?)\s?``(?!`)|`([^`]*)`/g,
  )) {
    const breaks = cell.slice(end, index).split('⏎').length - 1;
    const text = (doubled ?? single).replaceAll(bar, '|');
    if (breaks > 0) texts.push(`${texts.pop() ?? ''}${'\n'.repeat(breaks)}${text}`);
    else texts.push(text);
    end = index + span.length;
  }
  return texts;
}

const document = (): string => readFileSync(new URL('../../../docs/notations.md', import.meta.url), 'utf8');

/** The rows of the table whose heads are these, each a list of the texts in its cells. */
export function documentedRows(...heads: readonly string[]): readonly (readonly (readonly string[])[])[] {
  const lines = document().split('\n');
  const top = lines.indexOf(`| ${heads.join(' | ')} |`);
  const end = lines.findIndex((line, index) => index > top && !line.startsWith('|'));
  return lines
    .slice(top + 2, end)
    .map((line) => line.replaceAll('\\|', bar).split('|').slice(1, -1).map(textsIn));
}

/** The pieces of code in prose, be it in the last column of a table. */
export function textsInProse(): readonly string[] {
  return document()
    .split('\n')
    .flatMap((line) =>
      textsIn(line.startsWith('|') ? (line.replaceAll('\\|', bar).split('|').at(-2) ?? '') : line),
    );
}

/** Every example that the document gives beside what it reads as. */
export function documentedExamples(): readonly DocumentedExample[] {
  return document()
    .split('\n')
    .flatMap((line) => {
      const cells = line.replaceAll('\\|', bar).split('|').slice(1, -1);
      const [notations = '', examples = '', readAs = ''] = cells;
      if (cells.length !== 4 || !notations.includes('`')) return [];
      const said = textsIn(readAs);
      return textsIn(examples).map((text, index) => ({
        notations: textsIn(notations),
        text,
        said: said[index] ?? 'nothing',
      }));
    });
}

/** What was read, as the document says it. */
export function described(reading: Reading): string {
  switch (reading.kind) {
    case 'matrix':
      return named(reading.name?.text ?? '', reading.array);
    case 'matrices':
      return reading.arrays.map(({ name, array }) => named(name, array)).join(', ');
    case 'network': {
      const layers = reading.layers.map(({ weights, biases, activation }) =>
        [named('W', weights), named('b', biases), activation?.name ?? ''].filter(Boolean).join(' '),
      );
      return [...layers, named('x', reading.input), named('y', reading.target)].filter(Boolean).join(', ');
    }
    case 'distribution':
      return [named('P', reading.p.numbers), named('Q', reading.q?.numbers ?? null)]
        .filter(Boolean)
        .join(', ');
    case 'continuous': {
      const study = evaluate(reading);
      const { klPQ, entropyP } = study.kind === 'continuous' ? study.values : {};
      return klPQ === undefined ? `entropy ${entropyP?.value.toFixed(4)}` : `KL ${klPQ.value.toFixed(4)}`;
    }
    case 'activation':
      return [reading.choice.name, named('x', reading.input ?? null)].filter(Boolean).join(' ');
    case 'error':
      return reading.problems[0]?.code ?? '';
  }
}

function named(name: string, array: NumberArray | null): string {
  if (array === null) return '';
  const written = JSON.stringify(rows(array), (_, value) =>
    typeof value !== 'number' ? value : Number.isFinite(value) ? Number(value.toPrecision(6)) : String(value),
  );
  return `${name} ${written.replaceAll('"', '').replaceAll(',', ', ')}`.trim();
}
