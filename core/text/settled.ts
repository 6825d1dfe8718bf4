import type { Span } from '../problem';

/**
 * What a person settled where a text can be read in more than one way. What is left out, the reader
 * decides by what is likelier.
 */
export interface SettledChoices {
  /** Whether a row of a weight matrix holds the weights into one neuron, or those out of one. */
  readonly orientation?: 'rows-are-destinations' | 'rows-are-sources';
  /** Whether the first line of a table names the columns. */
  readonly header?: boolean;
  /** Whether the first column of a table labels the rows. */
  readonly indexColumn?: boolean;
  /** Whether `0,5` is a half. */
  readonly decimalComma?: boolean;
  /** Whether lines inside one bracket are parts of one vector, as NumPy folds it, and no rows. */
  readonly folded?: boolean;
}

/** Another way to read the same text: read with these choices, it is read so. */
export interface ReadingAlternative {
  /** Which of the choices is another than the one taken. */
  readonly differs: keyof SettledChoices;
  /** All that is to be settled to read it so. */
  readonly choices: SettledChoices;
  /** What leaves it open. */
  readonly span: Span;
}

type Word = readonly [word: string, choices: SettledChoices];

/** As a comment in the text says it, `# nabla: no-header`; the reading without a word is the first of two. */
const words: readonly Word[] = [
  ['rows-are-destinations', { orientation: 'rows-are-destinations' }],
  ['rows-are-sources', { orientation: 'rows-are-sources' }],
  ['header', { header: true }],
  ['no-header', { header: false }],
  ['index-column', { indexColumn: true }],
  ['no-index-column', { indexColumn: false }],
  ['decimal-comma', { decimalComma: true }],
  ['decimal-point', { decimalComma: false }],
  ['folded', { folded: true }],
  ['rows', { folded: false }],
];

/** The words that pin choices in a comment, `no-header` for `{ header: false }`. */
export function wordsOfChoices(choices: SettledChoices): readonly string[] {
  return words.flatMap(([word, settled]) =>
    Object.entries(settled).every(([key, value]) => choices[key as keyof SettledChoices] === value)
      ? [word]
      : [],
  );
}

/** Whether what a caller gave has the form of settled choices. */
export function isSettledChoices(value: unknown): value is SettledChoices {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(([key, settled]) =>
    words.some(([, choices]) => key in choices && choices[key as keyof SettledChoices] === settled),
  );
}

const directive = /nabla:[ \t]*([a-z][a-z-]*(?:[ \t]*,[ \t]*[a-z][a-z-]*)*)/;
const comment = /(?:^|[\s;,])(?:\/\/|\/\*|#|%|--|<!--)[ \t]*$/;
/** A comment that settles something stands at the head of the text it is about, or on the line above. */
const longestHead = 1_000;

/** What a comment such as `# nabla: no-header, decimal-comma` in or just above a stretch of text settles. */
export function choicesIn(text: string, { offset, length }: Span): SettledChoices {
  const above = text.lastIndexOf('\n', text.lastIndexOf('\n', offset - 1) - 1) + 1;
  const from = Math.max(above, offset - longestHead);
  const stretch = text.slice(from, offset + Math.min(length, longestHead));
  const match = directive.exec(stretch);
  if (match === null || !comment.test(stretch.slice(Math.max(0, match.index - 8), match.index))) return {};
  const said = (match[1] ?? '').split(',').map((word) => word.trim());
  return Object.assign({}, ...words.flatMap(([word, settled]) => (said.includes(word) ? [settled] : [])));
}
