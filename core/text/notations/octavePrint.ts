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
import { type Line, sign } from './line';
import { headOfLine, nextLine, skipEmptyLines, trimmed, wordsOf } from './lines';
import type { Found, LineReader } from './notation';

const style = { decimalComma: false };
const rowsPerSlice = 256;
const longestHead = 200;
/** Empty lines below a name beyond this are no print's. */
const longestGap = 1_000;
/** A name, or the place of a cell. */
export const nameLine = /^[ \t]*([A-Za-z]\w*|\[\d+,\d+\])[ \t]*=[ \t]*$/;
const emptyLine = /^[ \t]*(?:([A-Za-z]\w*|\[\d+,\d+\])[ \t]*=[ \t]*)?\[\]\((\d+(?:x\d+)+)\)[ \t]*$/;
const missing = /(?:^|[ \t])NA(?:[ \t]|$)/;
const scaleLine = /^[ \t]*1(?:\.0*)?e([-+]\d+)[ \t]+\*[ \t]*$/;
export const columnsLine = /^[ \t]*Columns?[ \t]+(\d+)(?:[ \t]+(?:through|to|and)[ \t]+(\d+))?:?[ \t]*$/;
const diagonalLine = /^[ \t]*(?:Diagonal|Permutation) Matrix[ \t]*$/;

/** What Octave and MATLAB print: `A =`, a common factor, blocks of columns, rows. */
export const octavePrint: LineReader = {
  name: 'octave-print',
  begins: 'line',
  needs: [
    { ends: sign.equals },
    { begins: sign.digit, ends: sign.other },
    { begins: sign.letter, ends: sign.digit | sign.colon },
    { ends: sign.closer, has: sign.bracket },
  ],
  recognise: (line) => {
    const head = line.head(longestHead);
    if (line.lastSign === sign.closer) return emptyLine.test(head);
    if (line.lastSign !== sign.equals) return scaleLine.test(head) || columnsLine.test(head);
    const body = nameLine.test(head) ? bodyBelow(line) : null;
    if (body === null) return false;
    const first = body.head(longestHead);
    return scaleLine.test(first) || columnsLine.test(first) || diagonalLine.test(first) || isRow(body);
  },
  read: readPrint,
};

/**
 * The first line with anything in it, after a name and one empty line; null where there is none. Without
 * the empty line, as in `format compact`, other readers do as well unless columns are in blocks.
 */
function bodyBelow({ next }: Line): Line | null {
  if (next === null || next.isEmpty) return next?.filled(longestGap) ?? null;
  const line = next.head(longestHead);
  const isCompact =
    columnsLine.test(line) || scaleLine.test(line) || diagonalLine.test(line) || missing.test(line);
  return isCompact ? next : null;
}

function isRow(line: Line): boolean {
  return line.endsInNumber && line.words.every((cell) => isNumberCell(line.text, cell));
}

function* readPrint(source: Source, first: Line): Steps<Found | null> {
  const { text, store } = source;
  const { start, end: firstEnd, limit } = first;
  const line = first.head(longestHead);
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
    const shape = (empty[2] ?? '').split('x').map(Number);
    if (!shape.includes(0)) return null;
    return {
      items: [{ kind: 'array', name, array: store.take(shape, span), form: null, span }],
      choices: [],
      end: firstEnd,
    };
  }
  let at = name === null ? start : (bodyBelow(first)?.start ?? limit);
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
    const times = Number(`${text.slice(array.places.startOf(index), array.places.endOf(index))}e${exponent}`);
    if (!Number.isNaN(times)) return times;
    const exact = parseRational(writtenNumber(text, marked, index));
    return exact === null ? value * 10 ** exponent : toNumber(exact);
  });
  return { ...marked, values };
}
