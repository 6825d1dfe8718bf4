import type { Steps } from '../../steps';
import { comma, isLineBreak, isSpace, semicolon } from '../characters';
import type { Source } from '../source';
import { endOfComment } from '../spaces';
import { spellingAt } from '../spelling';
import { matchAt } from './callEnds';
import type { Found, ValueReader } from './notation';

const opening = /([A-Za-z_]\w*)[ \t]*<<[ \t]*\r?\n?[ \t]*(?=[-+.\d])/y;
/** `(Matrix2d() << 1, 2, 3, 4).finished()`, and OpenCV's `(Mat_<double>(2, 2) << 1, 2, 3, 4)`. */
const inline =
  /\((?:\w+::)*(?:(?:Mat(?:rix)?_?|(?:Row)?Vector)(?:([234X])[dfi])?(?:<\w+(?:, *(\d+), *(\d+))?>)?)\((?:(\d+)(?:, *(\d+))?)?\)[ \t]*<<\s*(?=[-+.\d])/y;
const finished = /\s*\)(?:\.finished\(\))?;?/y;
/** Armadillo parts numbers by `<<` too, and ends rows by `arma::endr`. */
const separator = /<<[ \t]*(?:(?:arma::)?endr\b[ \t]*(?:<<)?)?/y;
const numbersPerSlice = 4_096;

/** The initialisers of Eigen and Armadillo: `W << 1, 2,` and a row a line, to a semicolon. */
export const eigen: ValueReader = {
  name: 'eigen',
  begins: 'value',
  opens: ['angle'],
  recognise: (text, at, limit) => {
    if (matchAt(inline, text, at, limit) !== null) return true;
    opening.lastIndex = at;
    if (!opening.test(text) || opening.lastIndex >= limit) return false;
    // `std::cout << 1 << "…"` and `1 << 3` are no matrices: a comma or `<<` and another number must follow.
    return /^[-+.\deE]+[fF]?\s*(?:,|<<)\s*[-+.\d]/.test(
      text.slice(opening.lastIndex, opening.lastIndex + 200),
    );
  },
  read: readInitialiser,
};

function* readInitialiser(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, scanner, store } = source;
  const typed = matchAt(inline, text, start, limit);
  const head = typed ?? matchAt(opening, text, start, limit);
  if (head === null) return null;
  const word = typed === null ? (head[1] ?? '') : '';
  const problemsBefore = source.problems.length;
  let at = start + head[0].length;
  let last = at;
  let count = 0;
  let columns = -1;
  let rows = 0;
  let isSeparated = true;
  const endRow = (place: number): void => {
    if (count === 0) return;
    if (columns < 0) columns = count;
    else if (count !== columns)
      source.report('ragged', place, place + 1, { row: rows, length: count, expected: columns });
    rows++;
    count = 0;
  };
  while (at < limit && text.charCodeAt(at) !== semicolon) {
    const unit = text.charCodeAt(at);
    if (isLineBreak(unit)) {
      endRow(at);
      at++;
    } else if (isSpace(unit)) at++;
    else if (unit === comma) {
      isSeparated = true;
      at++;
    } else {
      separator.lastIndex = at;
      const mark = separator.exec(text)?.[0];
      if (mark !== undefined) {
        if (mark.includes('endr')) endRow(at);
        isSeparated = true;
        at += mark.length;
        continue;
      }
      const comment = endOfComment(text, at, limit, 'text');
      if (comment >= 0) {
        at = comment;
        continue;
      }
      if (!isSeparated) break;
      const isPlain = scanner.scan(text, at, limit) === 'number';
      const found = isPlain ? { value: scanner.value, end: scanner.end } : spellingAt(text, at, limit);
      if (found === null) {
        source.reportSyntax('unexpected-token', at, at + 1, 'number');
        break;
      }
      store.push(found.value, at, found.end);
      count++;
      isSeparated = false;
      at = found.end;
      last = at;
      if (store.length % numbersPerSlice === 0) yield;
    }
  }
  endRow(last);
  const close = typed === null ? null : matchAt(finished, text, last, limit);
  if (typed !== null && close === null && source.problems.length === problemsBefore)
    source.reportSyntax('unclosed', last, last, ')');
  const isEnded = at < limit && text.charCodeAt(at) === semicolon;
  const end = close === null ? (isEnded ? at + 1 : last) : last + close[0].length;
  const span = { offset: start, length: last - start };
  const declared = typed === null ? (rows > 1 ? null : declaredSize(text, start, word)) : sizeOf(typed);
  const size = declared?.reduce((product, length) => product * length, 1) ?? store.length;
  if (size !== store.length && source.problems.length === problemsBefore)
    source.report('ragged', last, last + 1, { row: 0, length: store.length, expected: size });
  const shape =
    declared !== null && size === store.length
      ? declared
      : rows > 1 && rows * columns === store.length
        ? [rows, columns]
        : [store.length];
  const array = store.take(shape, span);
  const name = typed === null ? { text: word, span: { offset: start, length: word.length } } : null;
  return { items: [{ kind: 'array', name, array, form: null, span }], choices: [], end };
}

/** The size that the type of `(Matrix2d() << …)` or its arguments give; a vector has one. */
function sizeOf([head, square, ...given]: RegExpExecArray): readonly number[] | null {
  const sizes = given.filter((size) => size !== undefined).map(Number);
  if (head.includes('Vector')) return null;
  if (sizes.length === 2) return sizes;
  const size = Number(square);
  return Number.isInteger(size) ? [size, size] : null;
}

const longestDeclaration = 400;

/** The size that `MatrixXd W(2, 3);` or `Matrix2d W;` gives the matrix above its initialiser; null where none does. */
function declaredSize(text: string, at: number, name: string): readonly number[] | null {
  const before = text.slice(Math.max(0, at - longestDeclaration), at);
  const sized = !before.includes(`${name}(`)
    ? []
    : [...before.matchAll(/\b(\w+)\(\s*(\d+)\s*,\s*(\d+)\s*\)/g)].filter((found) => found[1] === name);
  const last = sized.at(-1);
  if (last !== undefined) return [Number(last[2]), Number(last[3])];
  if (!before.includes('Matrix')) return null;
  const square = [...before.matchAll(/\bMatrix([234])[dfi]\s+(\w+)\s*;/g)].filter(
    (found) => found[2] === name,
  );
  const size = square.at(-1)?.[1];
  return size === undefined ? null : [Number(size), Number(size)];
}
