import type { Steps } from '../../steps';
import type { NumberArray } from '../reading';
import type { Source } from '../source';
import { type Block, joinBlocks } from './blocks';
import { type Line, sign } from './line';
import type { Found, LineReader } from './notation';
import { columnsLine, nameLine } from './octavePrint';

/** A number of `format hex`: the bits of a double. */
const bits = /^[\da-f]{16}$/;
const withLetter = /[a-f]/;
const noticedLines = 4;
const rowsPerSlice = 256;
const bitsOf = new DataView(new ArrayBuffer(8));

/** What Octave and MATLAB print in `format hex`: below a name the bits of doubles; without one it may be anybody's, and is refused. */
export const hexPrint: LineReader = {
  name: 'octave-print',
  begins: 'line',
  needs: [
    { begins: sign.digit | sign.letter, lacks: ~(sign.digit | sign.letter) },
    { begins: sign.letter, ends: sign.equals },
  ],
  recognise: (line) => {
    const first = nameLine.test(line.head(200)) ? firstRow(line) : line;
    if (first === null || first.last - first.first < 15 || !isOfBits(first)) return false;
    let next: Line | null = first;
    for (let count = 0; next !== null && count < noticedLines && isOfBits(next); count++, next = next.next) {
      if (withLetter.test(next.head(200))) return true;
    }
    return false;
  },
  read: readBits,
};

function isOfBits(line: Line): boolean {
  return !line.isEmpty && line.words.every(({ start, end }) => bits.test(line.text.slice(start, end)));
}

/** The first row below a name or what says which columns follow; null where there is none near. */
function firstRow({ next }: Line): Line | null {
  const line = next?.filled(200) ?? null;
  return line !== null && columnsLine.test(line.head(200)) ? (line.next?.filled(200) ?? null) : line;
}

function* readBits(source: Source, top: Line): Steps<Found | null> {
  const { text, store } = source;
  const name = nameLine.exec(top.head(200))?.[1];
  if (name === undefined) {
    const [word] = top.words;
    if (word === undefined) return null;
    source.reportSyntax('unexpected-token', word.start, word.end, 'number');
    return { items: [], choices: [], end: top.end };
  }
  const blocks: Block[] = [];
  let row = firstRow(top);
  let end = top.end;
  while (row !== null && isOfBits(row)) {
    const columns = row.words.length;
    let rows = 0;
    for (; row !== null && isOfBits(row) && row.words.length === columns; row = row.next) {
      for (const { start, end: wordEnd } of row.words) {
        const value = doubleOf(text.slice(start, wordEnd));
        if (!Number.isFinite(value)) source.noteNotFinite(value, start, wordEnd);
        // The digits are no decimal ones: what reads a number at its place must not find them.
        store.push(value, start, start);
      }
      end = row.end;
      if (++rows % rowsPerSlice === 0) yield;
    }
    blocks.push({ rows, columns });
    const label: Line | null = row?.filled(200) ?? null;
    row = label !== null && columnsLine.test(label.head(200)) ? (label.next?.filled(200) ?? null) : null;
  }
  const offset = top.first;
  const span = { offset, length: end - offset };
  const rows = blocks[0]?.rows ?? 0;
  const uneven = blocks.find((block) => block.rows !== rows);
  if (uneven !== undefined)
    source.report('ragged', end, end + 1, {
      row: blocks.indexOf(uneven),
      length: uneven.rows,
      expected: rows,
    });
  const flat = store.take([store.length], span);
  const array: NumberArray = uneven === undefined ? joinBlocks(flat, blocks) : flat;
  const item = {
    kind: 'array',
    name: { text: name, span: { offset, length: name.length } },
    array,
    form: null,
    span,
  } as const;
  const choices = blocks.length > 1 ? [{ rule: 'column-blocks', count: blocks.length } as const] : [];
  return { items: [item], choices, end };
}

/** The double with these bits, the sign first. */
function doubleOf(written: string): number {
  bitsOf.setBigUint64(0, BigInt(`0x${written}`));
  return bitsOf.getFloat64(0);
}
