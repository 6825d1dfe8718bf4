import type { Steps } from '../../steps';
import type { Source } from '../source';
import { spelledValue } from '../spelling';
import { endsAlone, matchAt } from './callEnds';
import { type Entry, matrixOf } from './coordinates';
import type { Found, ValueReader } from './notation';

const list = String.raw`\[([^\[\]\n]*)\]`;
/** Rows, columns and values, and the size where it is given. */
const head = new RegExp(
  String.raw`sparse\(\s*${list}\s*,\s*${list}\s*,\s*${list}\s*(?:,\s*(\d+)\s*,\s*(\d+)\s*)?\)`,
  'dy',
);

/** `sparse([1 2], [1 3], [1.5 2.5], 2, 3)` of MATLAB, Octave and Julia: rows, columns and values, which add up in one place. */
export const sparseCall: ValueReader = {
  name: 'octave-literal',
  begins: 'value',
  opens: ['call'],
  calls: { name: 's' },
  recognise: (text, at, limit) => text.startsWith('sparse(', at) && matchAt(head, text, at, limit) !== null,
  read: readCall,
};

function* readCall(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text } = source;
  const match = matchAt(head, text, start, limit);
  const places = match?.indices;
  if (match === null || places === undefined) return null;
  const end = start + match[0].length;
  const words = (place: number) => [...(match[place] ?? '').matchAll(/[^\s,;]+/g)];
  const [rows, columns, values] = [1, 2, 3].map(words);
  const offset = places[3]?.[0] ?? start;
  const entries = (values ?? []).map(
    ({ 0: written, index }, place): Entry => ({
      row: Number(rows?.[place]?.[0]) - 1,
      column: Number(columns?.[place]?.[0]) - 1,
      value: spelledValue(written) ?? Number.NaN,
      start: offset + index,
      end: offset + index + written.length,
    }),
  );
  const isPlace = ({ row, column }: Entry) => Number.isInteger(row) && Number.isInteger(column);
  const isTwice = new Set(entries.map(({ row, column }) => `${row},${column}`)).size < entries.length;
  const isWhole =
    rows?.length === entries.length && columns?.length === entries.length && entries.every(isPlace);
  const wrong = entries.find(
    ({ value, start: at, end: to }) => Number.isNaN(value) && !/nan/i.test(text.slice(at, to)),
  );
  if (!isWhole || isTwice || wrong !== undefined || entries.length === 0 || !endsAlone(text, end, limit)) {
    source.reportSyntax('unexpected-token', wrong?.start ?? start, wrong?.end ?? end, 'numbers');
    return { items: [], choices: [], end };
  }
  const [height, width] = [match[4], match[5]];
  const shape = [
    Number(height ?? Math.max(...entries.map(({ row }) => row + 1))),
    Number(width ?? Math.max(...entries.map(({ column }) => column + 1))),
  ] as const;
  const span = { offset: start, length: end - start };
  const array = matrixOf(source, entries, shape, span, end);
  const items = array === null ? [] : [{ kind: 'array', name: null, array, form: null, span } as const];
  return { items, choices: [{ rule: 'implied-zeros' }], end };
}
