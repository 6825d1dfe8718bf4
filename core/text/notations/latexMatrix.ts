import { arithmeticOfLatex } from '../../exact/latexArithmetic';
import { parseArithmetic } from '../../exact/parseRational';
import type { Steps } from '../../steps';
import { ampersand, backslash, closeBrace, closerOf, openBrace, percent } from '../characters';
import { type Factor, mostMultiplied, multiplied } from '../factor';
import type { ReadingChoice } from '../reading';
import { transpose } from '../shapes';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { spelledValue, wordValue } from '../spelling';
import { matchAt } from './callEnds';
import { type Cell, nextLine, trimmed } from './lines';
import type { Found, ValueReader } from './notation';

const cellsPerSlice = 1_024;
/** An environment, plain TeX's `\pmatrix{`, or `\mqty(` of the package physics. */
const opening =
  /(?:\\left\s*(?:\\[{|]|[[(|.])\s*)?(?:\\begin\{([pbBvV]?(?:small|Nice)?[mM]atrix\*?|array|tabular)\}(?:\[[^\]]*\])?(?:\{[lcr|@{}.\s]*\})?|\\(?:[pbBvV]?(?:small)?matrix|(?:[pbBvV]|sm)?mqty\*?)\s*([{([]))/y;
/** What may multiply a matrix, up to it. */
const leadingFactor =
  /(?:[-+−\d.,{}^/()]|\\(?:[dtc]?frac|sqrt|cdot|times|pi|,|!)|[ \t]){0,80}(?=\\(?:left|begin|[a-zA-Z]*m(?:atrix|qty)))/y;
const closing = /\\end\{([^{}]*)\}/y;
const after =
  /\s*(?:\\right\s*(?:\\[}|]|[\])|.]))?(?:\s*\^\s*(?:\{\s*)?(?:\\(?:mathsf|mathrm|rm|text)\s*)?(?:T\b|\\top|\\intercal|\{T\})(?:\s*\})?)?/y;
const ruleCommand = /\\(?:hline|toprule|midrule|bottomrule|cline\{[^}]*\})\s*/y;
const rowSpace = /\s*\[[^\]]*\]/y;
const dots = /^\\(?:[cldvi]?dots[cbmio]?|ldots)$/;
const longestOpening = 200;

/** A matrix of LaTeX: `pmatrix`, `bmatrix`, `array` and their like, with `\frac`, powers of ten and `0{,}5`. */
export const latexMatrix: ValueReader = {
  name: 'latex',
  begins: 'value',
  opens: ['command', 'number'],
  recognise: (text, at, limit) => {
    const start = at + (matchAt(leadingFactor, text, at, limit)?.[0].length ?? 0);
    if (text.charCodeAt(start) !== backslash) return false;
    opening.lastIndex = start;
    const match = opening.exec(
      text.length > start + longestOpening ? text.slice(0, Math.min(limit, start + longestOpening)) : text,
    );
    if (match === null || (start > at && factorBefore(text, start) === null)) return false;
    const first = start + match[0].length;
    return isNumeric(text.slice(first, Math.min(limit, first + longestOpening)), match[1] === 'tabular');
  },
  read: readMatrix,
};

/** Commands that change how a number looks, and not the number. */
const styled = /\\(?:color|textcolor)\s*\{[^{}]*\}/g;
/** The end of a matrix's first entry. */
const endOfEntry = /&|\\\\|\\end\b|\\cr\b/;
/** What may stand in a number beside digits and signs: commands, and words for what is not finite. */
const namesInNumbers =
  /\\[a-zA-Z]+|\b(?:nan|inf|infinity)\b|(?<=[\d.])e(?=[-+\d])|\be(?=\s*\^)|(?<=[-+\d]\s?)e(?=\s*$)/gi;

/** Whether the text begins with an entry that could be a number, and not with symbols as in an equation. */
function isNumeric(text: string, isTable: boolean): boolean {
  const plain = text.replace(/^(?:\s|%[^\n]*\n|\\hline|\\toprule)+/, '');
  const [entry = ''] = plain.split(endOfEntry, 1);
  // A table has the names of its columns above a rule.
  const below = isTable
    ? /\\\\\s*(?:\\hline|\\midrule)\s*(?:[^&\\]*&)?([^&\\]+)/.exec(plain)?.[1]
    : undefined;
  const isNumber = (written: string) =>
    !/[\p{L}_]/u.test(written.replace(styled, '').replace(namesInNumbers, ''));
  return isNumber(entry) || (below !== undefined && isNumber(below));
}

function* readMatrix(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, store } = source;
  const begin = start + (matchAt(leadingFactor, text, start, limit)?.[0].length ?? 0);
  opening.lastIndex = begin;
  const open = opening.exec(text);
  if (open === null) return null;
  const environment = open[1] ?? '';
  const bracket = open[2]?.charCodeAt(0) ?? openBrace;
  const closer = closerOf(bracket);
  const ending = environment === '' ? String.fromCharCode(closer) : `\\end{${environment}}`;
  let at = skipRules(text, begin + open[0].length, limit);
  let first = at;
  let rows = 0;
  let count = 0;
  let columns = -1;
  let depth = 0;
  let extra = -1;
  let cells = 0;
  let isTransposed = false;
  let header = 0;
  /** Where a comment begins after the entry that is being read, or −1. */
  let comment = -1;
  const problemsBefore = source.problems.length;
  let firstOfRow = first;
  /** Whether the first column has the names of the rows, below an empty corner. */
  let isLabelled = false;
  const pushCell = (cell: Cell, end: number): void => {
    if (count === columns) extra = cell.start;
    if (!isLabelled || count > 0) pushLatex(source, cell, end);
  };
  const endRow = (end: number, isLast: boolean): void => {
    const cell = trimmedLatex(text, first, comment < 0 ? end : comment);
    comment = -1;
    if (count === 0 && cell.start >= cell.end && (isLast || rows > 0)) return;
    if (environment === 'tabular' && rows === 0 && isHeader(text, firstOfRow, end)) {
      isLabelled ||= hasCorner(text, firstOfRow, end);
      header = count + 1;
      firstOfRow = end;
      count = 0;
      store.discard();
      source.problems.length = problemsBefore;
      return;
    }
    pushCell(cell, end);
    count++;
    if (columns < 0) columns = count;
    else if (count !== columns) {
      const place = count > columns ? extra : end;
      source.report('ragged', place, place + 1, { row: rows, length: count, expected: columns });
    }
    rows++;
    count = 0;
  };
  for (;;) {
    if (at >= limit) {
      source.reportSyntax('unclosed', limit, limit, ending);
      break;
    }
    const unit = text.charCodeAt(at);
    if (unit === percent && text.charCodeAt(at - 1) !== backslash) {
      const isBefore = text.slice(first, at).trim() === '';
      if (!isBefore && comment < 0) comment = at;
      at = nextLine(text, endOfLine(text, at, limit), limit);
      if (isBefore) first = at;
    } else if (unit === ampersand && depth === 0) {
      const cell = trimmedLatex(text, first, comment < 0 ? at : comment);
      comment = -1;
      pushCell(cell, at);
      count++;
      at++;
      first = at;
      if (++cells % cellsPerSlice === 0) yield;
    } else if (unit === backslash && rowEnd(text, at) > 0) {
      endRow(at, false);
      rowSpace.lastIndex = at + rowEnd(text, at);
      const next = at + rowEnd(text, at);
      at = rowSpace.test(text) ? rowSpace.lastIndex : next;
      at = skipRules(text, at, limit);
      first = at;
      if (++cells % cellsPerSlice === 0) yield;
    } else if (
      (unit === backslash && text.startsWith('\\end', at)) ||
      (unit === closer && depth === 0 && environment === '')
    ) {
      endRow(at, true);
      closing.lastIndex = at;
      const close = unit === closer ? null : closing.exec(text);
      const length = unit === closer ? 1 : (close?.[0].length ?? 4);
      if (unit !== closer && close?.[1] !== environment)
        source.reportSyntax('mismatched', at, at + length, ending);
      at += length;
      after.lastIndex = at;
      const tail = after.exec(text)?.[0] ?? '';
      isTransposed = tail.includes('^');
      at = Math.min(limit, at + tail.length);
      break;
    } else {
      if (unit === openBrace || unit === bracket) depth++;
      else if (unit === closeBrace || unit === closer) depth--;
      at += unit === backslash ? 2 : 1;
    }
  }
  const end = Math.min(at, limit);
  const span = { offset: start, length: end - start };
  if (isLabelled) columns--;
  const shape = rows * columns === store.length ? [rows, columns] : [store.length];
  const array = store.take(shape, span);
  const oriented = isTransposed && shape.length === 2 ? transpose(array) : array;
  const factor = array.values.length > mostMultiplied ? null : factorBefore(text, begin);
  const product = factor === null ? oriented : multiplied(text, oriented, factor);
  const choices: ReadingChoice[] =
    header > 0 ? [{ rule: 'header', columns: header - (isLabelled ? 1 : 0) }] : [];
  if (isLabelled) choices.push({ rule: 'index-column' });
  if (factor !== null) choices.push({ rule: 'factor', factor: factor.text });
  return { items: [{ kind: 'array', name: null, array: product, form: null, span }], choices, end };
}

/** The length of what ends a row, `\\\\`, plain TeX's `\\cr` or `\\tabularnewline`; 0 where none stands at `at`. */
function rowEnd(text: string, at: number): number {
  if (text.charCodeAt(at + 1) === backslash) return 2;
  return /^\\(?:cr|tabularnewline)(?![a-zA-Z])/.exec(text.slice(at, at + 16))?.[0].length ?? 0;
}

/** Whether a row of a table names its columns, or its corner: words and no number, or an empty corner and a rule below. */
function isHeader(text: string, start: number, end: number): boolean {
  const cells = text.slice(start, end).replace(ruleBefore, '').split('&');
  return (
    cells.every((cell) => /\p{L}/u.test(cell) && !/\d/.test(cell) && spelledValue(cell.trim()) === null) ||
    (cells.every((cell) => /^\s*(?:\{\}|\p{L}[\w ]*)?\s*$/u.test(cell)) &&
      !cells.slice(1).some((cell) => wordValue(cell.trim()) !== null)) ||
    (hasCorner(text, start, end) && /^\\\\\s*\\midrule/.test(text.slice(end, end + 20)))
  );
}

/** Whether the first cell of a row is empty, as it is above labels of rows, or the only one that is not, as the name of these is. */
function hasCorner(text: string, start: number, end: number): boolean {
  const cells = text.slice(start, end).replace(ruleBefore, '').split('&');
  const [isEmpty, ...others] = cells.map((cell) => /^\s*(?:\{\})?\s*$/.test(cell));
  return others.length > 0 && (isEmpty === true || others.every(Boolean));
}

const ruleBefore = /^\s*(?:\\\\\s*)?(?:\\(?:hline|toprule|midrule)\s*)*/;

/** The number that multiplies the matrix at `at`, on its line; null where something else stands there. */
function factorBefore(text: string, at: number): Factor | null {
  const line = text.slice(Math.max(0, at - longestFactor), at);
  const written =
    /(?:^|[=([{,;$&]|\\[[(]|\n)[ \t]*((?:[-+−]|[\d.,{}^/()]|\\(?:[dtc]?frac|sqrt|cdot|times|pi|,|!)|[ \t])+)$/.exec(
      line,
    )?.[1];
  const factor = written?.replace(/(?:\\cdot|\\times|\\,|\\!)\s*$/, '').trim() ?? '';
  if (factor === '') return null;
  if (/^[-−]$/.test(factor)) return { text: '-1', value: -1, start: at - 1, end: at };
  const plain = arithmeticOfLatex(factor);
  const value = plain === null ? null : (spelledValue(plain) ?? parseArithmetic(plain)?.value ?? null);
  return plain === null || value === null
    ? null
    : { text: plain, value, start: at - (written?.length ?? 0), end: at };
}

const longestFactor = 80;

function skipRules(text: string, at: number, limit: number): number {
  let place = at;
  for (;;) {
    while (place < limit && /\s/.test(text.charAt(place))) place++;
    ruleCommand.lastIndex = place;
    if (!ruleCommand.test(text)) return Math.min(place, limit);
    place = ruleCommand.lastIndex;
  }
}

/** Without blanks, ends of lines, thin spaces and dollar signs around it. */
function trimmedLatex(text: string, start: number, end: number): Cell {
  let first = start;
  let last = end;
  while (first < last && /[\s$~]/.test(text.charAt(first))) first++;
  while (last > first && /[\s$~]/.test(text.charAt(last - 1)) && text.charAt(last - 2) !== '\\') last--;
  return trimmed(text, first, last);
}

function pushLatex(source: Source, { start, end }: Cell, separator: number): void {
  const { text, store } = source;
  if (start >= end) {
    source.reportSyntax('missing-value', separator, separator + 1, 'number');
    store.push(Number.NaN, separator, separator);
    return;
  }
  const written = text.slice(start, end);
  const value = latexValue(written);
  if (value === null) {
    if (dots.test(written) || /^(?:\.{3}|…|⋮|⋱|⋯)$/.test(written))
      source.report('elided', start, end, { mark: written });
    else if (/\\[dtc]?frac\s*\{[^{}]*\}\s*\{\s*[-+]?0+(?:\.0*)?\s*\}/.test(written))
      source.reportSyntax('zero-denominator', start, end);
    else source.reportSyntax('unexpected-token', start, end, 'number');
  } else if (!Number.isFinite(value)) source.noteNotFinite(value, start, end);
  store.push(value ?? Number.NaN, start, end);
}

function latexValue(written: string): number | null {
  const plain = written.replace(/\\(?:phantom\{[^}]*\}|[,;:!])/g, '').trim();
  const word = /^([-+]?)\s*\\infty$|^([-+]?)\s*\\(?:text|mathrm|operatorname)\{(.*)\}$/.exec(plain);
  if (word !== null) {
    if (word[3] === undefined) return word[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return spelledValue(`${word[2] ?? ''}${word[3]}`);
  }
  const unbraced = /^\{([^{}]*)\}$/.exec(plain)?.[1] ?? plain;
  if (/^[-+−]?\d+,\d+$/.test(unbraced)) return null;
  return spelledValue(unbraced) ?? parseArithmetic(plain)?.value ?? null;
}
