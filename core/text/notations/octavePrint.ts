import { parseRational } from '../../exact/parseRational';
import { toNumber } from '../../exact/toNumber';
import type { Steps } from '../../steps';
import type { Name } from '../items';
import type { NumberArray, ReadingChoice } from '../reading';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { writtenNumber } from '../written';
import { type Block, joinBlocks } from './blocks';
import { isNumberCell, pushCell } from './cells';
import { headOfLine, longestLine, nextLine, skipEmptyLines, trimmed, wordsOf } from './lines';
import type { Found, NotationReader } from './notation';

const style = { decimalComma: false };
const rowsPerSlice = 256;
const nameLine = /^[ \t]*([A-Za-z]\w*)[ \t]*=[ \t]*$/;
const emptyLine = /^[ \t]*(?:([A-Za-z]\w*)[ \t]*=[ \t]*)?\[\]\((\d+)x(\d+)\)[ \t]*$/;
const missing = /(?:^|[ \t])NA(?:[ \t]|$)/;
const scaleLine = /^[ \t]*1(?:\.0*)?e([-+]\d+)[ \t]+\*[ \t]*$/;
const columnsLine = /^[ \t]*Columns?[ \t]+(\d+)(?:[ \t]+(?:through|to|and)[ \t]+(\d+))?:?[ \t]*$/;
const diagonalLine = /^[ \t]*(?:Diagonal|Permutation) Matrix[ \t]*$/;

/** What Octave and MATLAB print: `A =`, a common factor, blocks of columns, rows. */
export const octavePrint: NotationReader = {
  name: 'octave-print',
  begins: 'line',
  recognise: (text, at, limit) => {
    const line = headOfLine(text, at, Math.min(limit, at + 200));
    if (scaleLine.test(line) || columnsLine.test(line) || emptyLine.test(line)) return true;
    if (!nameLine.test(line)) return false;
    const body = bodyAfter(text, at, limit);
    if (body < 0) return false;
    const next = headOfLine(text, body, limit);
    return (
      scaleLine.test(next) || columnsLine.test(next) || diagonalLine.test(next) || isRow(text, body, limit)
    );
  },
  read: readPrint,
};

/**
 * The first line with anything in it, after a name and one empty line; −1 where there is none. Without
 * the empty line, as in `format compact`, other readers do as well unless columns are in blocks.
 */
function bodyAfter(text: string, at: number, limit: number): number {
  const next = nextLine(text, endOfLine(text, at, limit), limit);
  const line = headOfLine(text, next, Math.min(limit, next + 200));
  if (next >= limit) return -1;
  if (line.trim() !== '') {
    const isCompact =
      columnsLine.test(line) || scaleLine.test(line) || diagonalLine.test(line) || missing.test(line);
    return isCompact ? next : -1;
  }
  const body = skipEmptyLines(text, next, Math.min(limit, next + 1_000));
  return body < Math.min(limit, next + 1_000) ? body : -1;
}

function isRow(text: string, at: number, limit: number): boolean {
  const end = endOfLine(text, at, Math.min(limit, at + longestLine));
  const cells = wordsOf(text, at, end);
  return cells.length > 0 && cells.every((cell) => isNumberCell(text, cell));
}

function* readPrint(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, store } = source;
  const firstEnd = endOfLine(text, start, limit);
  const line = headOfLine(text, start, limit);
  const empty = emptyLine.exec(line);
  const named = nameLine.exec(line) ?? empty;
  let name: Name | null = null;
  if (named?.[1] !== undefined) {
    const from = text.indexOf(named[1] ?? '', start);
    name = { text: named[1] ?? '', span: { offset: from, length: (named[1] ?? '').length } };
  }
  const offset = name?.span.offset ?? trimmed(text, start, firstEnd).start;
  if (empty !== null) {
    const span = { offset, length: firstEnd - offset };
    const shape = [Number(empty[2]), Number(empty[3])];
    if ((shape[0] ?? 0) * (shape[1] ?? 0) !== 0) return null;
    return {
      items: [{ kind: 'array', name, array: store.take(shape, span), form: null, span }],
      choices: [],
      end: firstEnd,
    };
  }
  let at = name === null ? start : bodyAfter(text, start, limit);
  const head = headOfLine(text, at, limit);
  const scale = scaleLine.exec(head);
  const blocks: Block[] = [];
  if (scale !== null || diagonalLine.test(head))
    at = skipEmptyLines(text, nextLine(text, endOfLine(text, at, limit), limit), limit);
  let last = at;
  let through = 0;
  for (;;) {
    const label = columnsLine.exec(headOfLine(text, at, Math.min(limit, at + 200)));
    if (label !== null) {
      // The next print begins its columns at 1 again.
      if (blocks.length > 0 && Number(label[1]) !== through + 1) break;
      through = Number(label[2] ?? label[1]);
      at = skipEmptyLines(text, nextLine(text, endOfLine(text, at, limit), limit), limit);
    } else if (blocks.length > 0) break;
    let rows = 0;
    let columns = -1;
    while (at < limit) {
      const end = endOfLine(text, at, limit);
      const words = wordsOf(text, at, end);
      if (words.length === 0) break;
      const numeric = words.some(
        (word) => isNumberCell(text, word) || /^(?:\.{3}|…)$/.test(text.slice(word.start, word.end)),
      );
      if (!numeric || columnsLine.test(text.slice(at, Math.min(end, at + 200)))) break;
      if (columns < 0) columns = words.length;
      else if (words.length !== columns) {
        const long = words[columns];
        source.report('ragged', long?.start ?? end, long === undefined ? end + 1 : end, {
          row: rows,
          length: words.length,
          expected: columns,
        });
      }
      for (const word of words) pushCell(source, word, style);
      rows++;
      last = words.at(-1)?.end ?? end;
      at = nextLine(text, end, limit);
      if (rows % rowsPerSlice === 0) yield;
    }
    if (rows === 0) {
      source.reportSyntax('missing-value', at, at, 'numbers');
      break;
    }
    blocks.push({ rows, columns });
    const next = skipEmptyLines(text, at, limit);
    if (next >= limit || !columnsLine.test(headOfLine(text, next, Math.min(limit, next + 200)))) break;
    at = next;
  }
  const span = { offset, length: last - offset };
  const flat = store.take([store.length], span);
  const rows = blocks[0]?.rows ?? 0;
  const uneven = blocks.find((block) => block.rows !== rows);
  if (uneven !== undefined) {
    source.report('ragged', last, last + 1, {
      row: blocks.indexOf(uneven),
      length: uneven.rows,
      expected: rows,
    });
  }
  const total = blocks.reduce((sum, block) => sum + block.rows * block.columns, 0);
  const joined = uneven === undefined && total === flat.values.length ? joinBlocks(flat, blocks) : flat;
  const choices: ReadingChoice[] = [];
  let array = joined;
  if (scale !== null) {
    const exponent = Number(scale[1]);
    array = scaled(text, joined, exponent);
    choices.push({ rule: 'scale-factor', exponent });
  }
  if (blocks.length > 1) choices.push({ rule: 'column-blocks', count: blocks.length });
  return { items: [{ kind: 'array', name, array, form: null, span }], choices, end: Math.max(at, last) };
}

/** Each number times 10 to the power of `exponent`, rounded once from its digits. */
export function scaled(text: string, array: NumberArray, exponent: number): NumberArray {
  const marked: NumberArray = { ...array, exponent };
  const values = array.values.map((value, index) => {
    const times = Number(`${text.slice(array.starts[index], array.ends[index])}e${exponent}`);
    if (!Number.isNaN(times)) return times;
    const exact = parseRational(writtenNumber(text, marked, index));
    return exact === null ? value * 10 ** exponent : toNumber(exact);
  });
  return { ...marked, values };
}
