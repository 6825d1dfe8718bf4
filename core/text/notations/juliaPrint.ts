import type { Steps } from '../../steps';
import type { ReadingChoice } from '../reading';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { pushCell, pushHole } from './cells';
import { type Line, sign } from './line';
import { longestLine, nextLine, wordsOf } from './lines';
import type { Found, LineReader } from './notation';

const style = { decimalComma: false };
const rowsPerSlice = 256;
const header =
  /^\s*(?:(\d+)×(\d+)|(\d+)-element) [\w.]*(?:Matrix|Vector|Array|Adjoint|Transpose|adjoint|transpose|Diagonal|Symmetric|Hermitian|Triangular|SparseMatrixCSC|Bidiagonal|Tridiagonal|SymTridiagonal)\w*(?:[{(].*[})])?.*:\s*$/;
const emptyPrint = /^\s*(\d+)(?:×(\d+)|-element) [\w.]*(?:Matrix|Vector|Array)(?:\{.*\})?\s*$/;
/** What stands for an entry of a sparse or structured matrix that is zero. */
const zeroMark = /^[⋅.]$/;

/** What Julia prints: `2×2 Matrix{Float64}:` and rows; a vector is a column. */
export const juliaPrint: LineReader = {
  name: 'julia',
  begins: 'line',
  needs: [{ begins: sign.digit, has: sign.letter }],
  recognise: (line) =>
    /^\s*\d+(?:×|-element)/.test(line.head(40)) &&
    (header.test(line.head(longestLine)) || emptyPrint.test(line.head(longestLine))),
  read: readPrint,
};

function* readPrint(source: Source, line: Line): Steps<Found | null> {
  const { text, store } = source;
  const { start, limit } = line;
  const match = header.exec(line.head(longestLine));
  if (match === null) return readEmpty(source, line);
  // A vector of vectors has brackets, which are read as they stand.
  if (line.next?.firstSign === sign.bracket) return { items: [], choices: [], end: line.end };
  const rows = Number(match[1] ?? match[3]);
  const columns = Number(match[2] ?? 1);
  let at = nextLine(text, line.end, limit);
  let last = line.end;
  let row = 0;
  let elided = false;
  let isSparse = false;
  while (at < limit && row < rows) {
    const end = endOfLine(text, at, limit);
    // `1 // 3` and `1//3` are one number each.
    const words = text.slice(at, end).includes('//') ? joinRationals(text, at, end) : wordsOf(text, at, end);
    if (words.length === 0) break;
    const marked = words.find((word) => /^[…⋮⋱⋯]$/.test(text.slice(word.start, word.end)));
    if (marked !== undefined) {
      source.report('elided', marked.start, marked.end, { mark: text.slice(marked.start, marked.end) });
      elided = true;
    } else if (words.length !== columns) {
      const long = words[columns];
      source.report('ragged', long?.start ?? end, end + 1, { row, length: words.length, expected: columns });
    }
    for (let i = 0; i < columns; i++) {
      const word = words[i];
      if (word === undefined || marked !== undefined) pushHole(source, end);
      else if (zeroMark.test(text.slice(word.start, word.end))) {
        isSparse = true;
        store.push(0, word.start, word.start);
      } else pushCell(source, word, style);
    }
    row++;
    last = words.at(-1)?.end ?? end;
    at = nextLine(text, end, limit);
    if (row % rowsPerSlice === 0) yield;
  }
  if (row < rows && !elided) source.report('ragged', last, last + 1, { row, length: row, expected: rows });
  const span = { offset: start, length: last - start };
  const shape = store.length === rows * columns ? [rows, columns] : [store.length];
  const array = store.take(shape, span);
  const choices: readonly ReadingChoice[] = isSparse ? [{ rule: 'implied-zeros' }] : [];
  return { items: [{ kind: 'array', name: null, array, form: null, span }], choices, end: at };
}

/** `0×3 Matrix{Float64}` has no rows to print. */
function readEmpty(source: Source, { start, end }: Line): Found | null {
  const match = emptyPrint.exec(source.text.slice(start, end));
  const shape = [Number(match?.[1]), Number(match?.[2] ?? 1)];
  if (match === null || shape.every((size) => size > 0)) return null;
  const span = { offset: start, length: end - start };
  const array = source.store.take(shape, span);
  return { items: [{ kind: 'array', name: null, array, form: null, span }], choices: [], end };
}

function joinRationals(text: string, start: number, end: number) {
  const cells = [];
  const number = /\S+?(?:\s*\/\/\s*\S+)?(?=\s|$)/g;
  number.lastIndex = start;
  for (let match = number.exec(text); match !== null && match.index < end; match = number.exec(text)) {
    cells.push({ start: match.index, end: match.index + match[0].length });
  }
  return cells;
}
