import type { Steps } from '../../steps';
import { isBlank } from '../characters';
import type { Notation, ReadingChoice } from '../reading';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { type Block, joinBlocks } from './blocks';
import { isNumberCell, pushCell, pushHole } from './cells';
import { type Cell, headOfLine, longestLine, nextLine, wordsOf } from './lines';
import type { Found, NotationReader } from './notation';

const style = { decimalComma: false };
const rowsPerSlice = 256;
const mark = /^(?:\.{2,3}|…|⋮)$/;
/** What stands below or above a table and says nothing about its numbers. */
const remark = /^\s*(?:\[\d+ rows x \d+ columns\]|(?:Name: .*, )?(?:Length: .*, )?dtype: \w+)\s*$/;
const reached = /^\s*\[ ?reached .*omitted/;

/** The names of the columns in a header, and whether its rows have a label before them. */
interface Layout {
  readonly header: readonly Cell[];
  readonly labelled: boolean;
  /** pandas says by a backslash that more columns follow below. */
  readonly continues: boolean;
  /** `[,1]`: R's numbers of columns. */
  readonly numbered: boolean;
  readonly rowsStart: number;
}
/** Something that a cell of a table may hold. */
const cell = /\d|nan|inf|none|true|false|<NA>|NA\b/i;
/** Characters in which the rows of a table begin to show. */
const nearby = 1_000;

function isCell(text: string, cell: Cell): boolean {
  return isNumberCell(text, cell) || mark.test(text.slice(cell.start, cell.end));
}

/** A header and one row below it that fits; null where the line at `at` is no header. */
function layoutAt(text: string, at: number, limit: number): Layout | null {
  const end = endOfLine(text, at, Math.min(limit, at + longestLine));
  let header = wordsOf(text, at, end);
  const last = header.at(-1);
  if (last === undefined) return null;
  const continues = text.slice(last.start, last.end) === '\\';
  if (continues) header = header.slice(0, -1);
  if (header.length === 0) return null;
  const ruled = isRule(text, nextLine(text, end, limit), limit);
  const rowsStart = skipIndexNames(text, header, nextLine(text, end, limit), ruled, limit);
  if (ruled && /^\.\.$/.test(text.slice(header[0]?.start, header[0]?.end))) header = header.slice(1);
  const rowEnd = endOfLine(text, rowsStart, Math.min(limit, rowsStart + longestLine));
  const row = wordsOf(text, rowsStart, rowEnd);
  const lastCell = row.at(-1);
  const written = header.map(({ start, end: stop }) => text.slice(start, stop));
  const numbered = written.every((word) => /^\[,\d+\]$/.test(word));
  // R prints a matrix without rows as its header alone.
  if (numbered && lastCell === undefined && isBlank(text.charCodeAt(at)))
    return { header, labelled: true, continues, numbered, rowsStart };
  if (lastCell === undefined || !(numbered || isCell(text, lastCell))) return null;
  const counted = !numbered && written.every((word) => /^\d+$/.test(word));
  if (
    !numbered &&
    !counted &&
    !written.every((word) => /^[\p{L}_.X][\p{L}\p{N}_.\-%]*$|^\.{2,3}$/u.test(word))
  ) {
    return null;
  }
  if (mark.test(written[0] ?? '')) return null;
  if (!counted && header.some((cell) => isNumberCell(text, cell))) return null;
  if (counted && written.some((word, index) => Number(word) !== Number(written[0]) + index)) return null;
  // A label of R may have blanks.
  const labelled = row.length === header.length + 1 || (row.length > header.length && !numbered && !counted);
  if (!labelled && (row.length !== header.length || numbered || counted)) return null;
  const cells = row.slice(row.length - header.length);
  if (!numbered && !cells.every((cell) => isCell(text, cell))) return null;
  // Numbers stand below the ends of their headers.
  // pandas pads the numbers that it gives columns without names on their right.
  const longest = Math.max(...written.map((word) => word.length));
  const endOf = (name: Cell | undefined) =>
    name === undefined ? 0 : counted ? name.start + longest : name.end;
  const isBelow = (cell: Cell, name: Cell | undefined) =>
    cell.end - rowsStart === (name?.end ?? 0) - at || cell.end - rowsStart === endOf(name) - at;
  const aligned = cells.every((cell, i) => isBelow(cell, header[i]));
  const first = row[0];
  const label = first === undefined ? '' : text.slice(first.start, first.end);
  if (
    numbered
      ? !/^\[?\d*,?\]?/.test(label)
      : counted && (!aligned || Number(written[0]) !== 0) && !continuesCount(label)
  ) {
    return null;
  }
  if (!numbered && !aligned && !ruled) return null;
  return { header, labelled, continues, numbered, rowsStart };
}

/** A line of dashes or of equals signs between a header and its rows, as tabulate and reStructuredText have it. */
function isRule(text: string, at: number, limit: number): boolean {
  return (
    at < limit && /^[ \t]*(?:-{2,}|={2,})(?:[ \t]+(?:-{2,}|={2,}))*[ \t]*$/.test(headOfLine(text, at, limit))
  );
}

/** Past a rule, and past the line in which pandas names the labels of the rows. */
function skipIndexNames(
  text: string,
  header: readonly Cell[],
  at: number,
  ruled: boolean,
  limit: number,
): number {
  const end = endOfLine(text, at, Math.min(limit, at + longestLine));
  const next = nextLine(text, end, limit);
  if (ruled) return next;
  const words = wordsOf(text, at, end);
  const [first] = header;
  const last = words.at(-1);
  const isNames =
    first !== undefined &&
    last !== undefined &&
    words.length < header.length + 2 &&
    last.end - at <= first.end - startOfLine(text, first.start) &&
    words.every((word) => /^[\p{L}_]/u.test(text.slice(word.start, word.end)) && !isNumberCell(text, word));
  return isNames && next < limit ? next : at;
}

function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** A later block of a wide table counts on. */
function continuesCount(label: string): boolean {
  return /^\d+$|^[A-Za-z]/.test(label);
}

/** What R and pandas print: a line of names, then rows with a label each; wide ones in blocks of columns. */
export const printedTable: NotationReader = {
  name: 'pandas-print',
  begins: 'line',
  recognise: (text, at, limit) => {
    const head = text.slice(at, Math.min(limit, at + 60)).trimStart();
    if (/^={2,}[ \t=]*(?:\r?\n|$)/.test(head))
      return layoutAt(text, nextLine(text, endOfLine(text, at, limit), limit), limit) !== null;
    if (!/^(?:\[,1\]|0(?:\s|$)|[\p{L}_.])/u.test(head)) return false;
    // Most lines of prose are no header, and nothing that a cell may be stands near them.
    return cell.test(text.slice(at, Math.min(limit, at + nearby))) && layoutAt(text, at, limit) !== null;
  },
  read: readTable,
};

function* readTable(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, store } = source;
  const blocks: Block[] = [];
  const top = isRule(text, start, limit) ? nextLine(text, endOfLine(text, start, limit), limit) : start;
  let layout = layoutAt(text, top, limit);
  if (layout === null) return null;
  const first = layout;
  let at = start;
  let last = start;
  let label = '';
  while (layout !== null) {
    for (const { start: from, end } of layout.header) {
      if (mark.test(text.slice(from, end)))
        source.report('elided', from, end, { mark: text.slice(from, end) });
    }
    const columns = layout.header.length;
    const width = columns + (layout.labelled ? 1 : 0);
    let rows = 0;
    at = layout.rowsStart;
    while (at < limit) {
      const end = endOfLine(text, at, limit);
      const words = wordsOf(text, at, end);
      if (words.length === 0 || isRule(text, at, limit)) break;
      const line = text.slice(at, Math.min(end, at + 200));
      if (reached.test(line)) {
        const from = text.indexOf('[', at);
        source.report('elided', from, end, { mark: '[ reached' });
        at = last = end;
        break;
      }
      if (rows > 0 && (remark.test(line) || layoutAt(text, at, limit) !== null)) break;
      const firstWord = words[0] as Cell;
      if (mark.test(text.slice(firstWord.start, firstWord.end))) {
        const cell = words[1] ?? firstWord;
        source.report('elided', cell.start, cell.end, { mark: text.slice(cell.start, cell.end) });
        at = nextLine(text, end, limit);
        last = end;
        continue;
      }
      const numeric = words.filter((word) => isNumberCell(text, word)).length;
      if (words.length !== width && numeric < 1) break;
      if (words.length < width || (words.length > width && !layout.labelled)) {
        source.report('ragged', words.length < width ? end : (words[width]?.start ?? end), end + 1, {
          row: rows,
          length: words.length - (width - columns),
          expected: columns,
        });
      }
      if (rows === 0 && blocks.length === 0) label = text.slice(firstWord.start, firstWord.end);
      const cells = words.slice(words.length < width ? width - columns : words.length - columns);
      for (let i = 0; i < columns; i++) {
        const cell = cells[i];
        if (cell === undefined) pushHole(source, end);
        else pushCell(source, cell, style);
      }
      rows++;
      last = words.at(-1)?.end ?? end;
      at = nextLine(text, end, limit);
      if (rows % rowsPerSlice === 0) yield;
    }
    blocks.push({ rows, columns });
    const before: Layout = layout;
    let next = at;
    let empty = false;
    while (
      next < limit &&
      wordsOf(text, next, endOfLine(text, next, Math.min(limit, next + longestLine))).length === 0
    ) {
      empty = true;
      next = nextLine(text, endOfLine(text, next, limit), limit);
    }
    const following: Layout | null = next < limit ? layoutAt(text, next, limit) : null;
    const goesOn = following !== null && (before.continues || !empty) && isNext(text, following, before);
    layout = goesOn ? following : null;
    if (goesOn) at = next;
  }
  if (remark.test(headOfLine(text, skipRemark(text, at, limit), limit))) {
    at = endOfLine(text, skipRemark(text, at, limit), limit);
  }
  const rows = blocks[0]?.rows ?? 0;
  blocks.forEach((block, index) => {
    if (block.rows !== rows && source.problems.length === 0) {
      source.report('ragged', last, last + 1, { row: index, length: block.rows, expected: rows });
    }
  });
  const span = { offset: start, length: last - start };
  const broken = blocks.some((block) => block.rows !== rows);
  const flat = store.take([store.length], span);
  const array = broken ? flat : joinBlocks(flat, blocks);
  const choices: ReadingChoice[] = [];
  if (!first.numbered) choices.push({ rule: 'header', columns: array.shape[1] ?? 0 });
  if (first.labelled) choices.push({ rule: 'index-column' });
  if (blocks.length > 1) choices.push({ rule: 'column-blocks', count: blocks.length });
  const fromR =
    first.numbered || (label !== '0' && !blocks.some(() => first.continues) && /^1$|^[A-Za-z]/.test(label));
  const notation: Notation = fromR ? 'r-print' : 'pandas-print';
  return { items: [{ kind: 'array', name: null, array, form: null, span }], choices, end: at, notation };
}

function isNext(text: string, following: Layout, before: Layout): boolean {
  if (following.numbered !== before.numbered || following.labelled !== before.labelled) return false;
  if (!following.numbered) return true;
  const number = (cell: Cell | undefined): number =>
    cell === undefined ? 0 : Number(text.slice(cell.start + 2, cell.end - 1));
  return number(following.header[0]) === number(before.header.at(-1)) + 1;
}

function skipRemark(text: string, at: number, limit: number): number {
  let next = at;
  while (next < limit && /^\s*$/.test(headOfLine(text, next, limit))) {
    const after = nextLine(text, endOfLine(text, next, limit), limit);
    if (after <= next) return next;
    next = after;
  }
  return next;
}
