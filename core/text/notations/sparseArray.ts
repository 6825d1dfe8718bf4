import type { Steps } from '../../steps';
import { endOfToken } from '../characters';
import { skipValue } from '../skip';
import type { Source } from '../source';
import { skipSpace } from '../spaces';
import { spellingAt } from '../spelling';
import { endsAlone, matchAt } from './callEnds';
import { type Entry, matrixOf } from './coordinates';
import type { Found, ValueReader } from './notation';

const head = /SparseArray\[\s*\{\s*(?=\{\s*\d+)/y;
/** As Mathematica's InputForm has it: the size, the ends of the rows in what follows, the columns; then the values. */
const compressed =
  /SparseArray\[\s*Automatic\s*,\s*\{\s*(\d+)\s*,\s*(\d+)\s*\}\s*,\s*0\.?\s*,\s*\{\s*1\s*,\s*\{\s*\{([\d,\s]*)\}\s*,\s*\{((?:\s*\{\s*\d+\s*\}\s*,?)*)\s*\}\s*\}\s*,\s*\{\s*/y;
const rule = /\s*\{\s*(\d+)\s*,\s*(\d+)\s*\}\s*(?:->|→|:>)\s*/y;
const place = /\s*\{\s*(\d+)\s*,\s*(\d+)\s*\}\s*/y;
const between = /\s*,\s*/y;
const values = /\s*\}\s*(?:->|→)\s*\{\s*/y;
const close = /\s*\}/y;
const size = /\s*,\s*\{\s*(\d+)\s*,\s*(\d+)\s*\}/y;
const background = /\s*,\s*0\.?(?=\s*\])/y;
const end = /\s*\]/y;

/** A sparse matrix of Mathematica by its rules, `SparseArray[{{1, 1} -> 2, {2, 3} -> 5}, {3, 3}]`, or by places and values. */
export const sparseArray: ValueReader = {
  name: 'mathematica',
  begins: 'value',
  opens: ['index'],
  recognise: (text, at, limit) =>
    text.startsWith('SparseArray[', at) &&
    (matchAt(head, text, at, limit) ?? matchAt(compressed, text, at, limit)) !== null,
  read: readRules,
};

function* readRules(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text } = source;
  const stored = matchAt(compressed, text, start, limit);
  let at = start + (stored ?? matchAt(head, text, start, limit) ?? [''])[0].length;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = matchAt(pattern, text, at, limit);
    at += match?.[0].length ?? 0;
    return match;
  };
  const entries: Entry[] = [];
  const places: (readonly [number, number])[] = [];
  let isWrong = false;
  const takeNumber = (row: number, column: number): void => {
    const found = spellingAt(text, at, limit) ?? plainNumber(source, at, limit);
    if (found === null) isWrong = true;
    else {
      entries.push({ row, column, value: found.value, start: at, end: found.end });
      at = found.end;
    }
  };
  for (const [row, column] of stored === null ? [] : placesOf(stored)) {
    takeNumber(row, column);
    if (isWrong || take(between) === null) break;
  }
  while (!isWrong && stored === null) {
    const written = take(rule);
    if (written !== null) takeNumber(Number(written[1]) - 1, Number(written[2]) - 1);
    else {
      const alone = take(place);
      if (alone === null) break;
      places.push([Number(alone[1]) - 1, Number(alone[2]) - 1]);
    }
    if (take(between) === null) break;
  }
  if (places.length > 0 && take(values) !== null) {
    for (const [row, column] of places) {
      takeNumber(row, column);
      if (isWrong || take(between) === null) break;
    }
  }
  const isListed = !isWrong && entries.length >= places.length && take(close) !== null;
  if (stored !== null) take(close);
  const written = stored ?? (isListed ? take(size) : null);
  if (isListed) take(background);
  if (!isListed || take(end) === null || !endsAlone(text, at, limit)) {
    const from = Math.min(limit, skipSpace(text, at, limit, 'text'));
    source.reportSyntax('unexpected-token', from, endOfToken(text, from, limit), 'number');
    source.meant = true;
    return {
      items: [],
      choices: [],
      end: Math.max(at, skipValue(text, start + 'SparseArray'.length, limit)),
    };
  }
  const span = { offset: start, length: at - start };
  const shape =
    written === null
      ? ([
          Math.max(...entries.map(({ row }) => row + 1)),
          Math.max(...entries.map(({ column }) => column + 1)),
        ] as const)
      : ([Number(written[1]), Number(written[2])] as const);
  const array = matrixOf(source, entries, shape, span, at);
  const items = array === null ? [] : [{ kind: 'array', name: null, array, form: null, span } as const];
  return { items, choices: [{ rule: 'implied-zeros' }], end: at };
}

/** The rows and columns, from 0, of the stored values. */
function placesOf([, , , rows = '', columns = '']: RegExpExecArray): readonly (readonly [number, number])[] {
  const ends = rows.split(',').map(Number);
  const places = columns.match(/\d+/g) ?? [];
  return places.map((column, index) => [ends.findIndex((rowEnd) => rowEnd > index) - 1, Number(column) - 1]);
}

function plainNumber({ text, scanner }: Source, at: number, limit: number) {
  return scanner.scan(text, at, limit) === 'number' ? { value: scanner.value, end: scanner.end } : null;
}
