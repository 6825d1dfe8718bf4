import type { Steps } from '../../steps';
import { RowsReader } from '../rowsReader';
import type { Source } from '../source';
import { endsAlone, matchAt } from './callEnds';
import type { Found, ValueReader } from './notation';

const head = /(?:np|numpy)\.(?:matrix|mat|asmatrix|bmat)\(\s*(['"])(?=\s*[-+.\d])/y;
const tail = /['"]\s*(?:,\s*dtype\s*=\s*[\w.]+\s*)?\)/y;

/** A matrix that NumPy reads from a string, `np.matrix('1 2; 3 4')`. */
export const matrixString: ValueReader = {
  name: 'python-list',
  begins: 'value',
  opens: ['call'],
  calls: { name: 'n' },
  recognise: (text, at, limit) => text.startsWith('n', at) && matchAt(head, text, at, limit) !== null,
  read: readString,
};

function* readString(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text } = source;
  const open = matchAt(head, text, start, limit);
  if (open === null) return null;
  const first = start + open[0].length;
  const close = text.indexOf(open[1] ?? '', first);
  const after = close < 0 ? null : matchAt(tail, text, close, limit);
  if (after === null || !endsAlone(text, close + after[0].length, limit)) return null;
  const reader = new RowsReader(source, first, close, 'line');
  const array = yield* reader.read();
  if (array === null) return null;
  if (text.slice(reader.end, close).trim() !== '')
    source.reportSyntax('unexpected-token', reader.end, close, 'number');
  const end = close + after[0].length;
  const span = { offset: start, length: end - start };
  const rows = array.shape.length === 2 ? array.shape : [1, array.values.length];
  return {
    items: [{ kind: 'array', name: null, array: { ...array, shape: rows, span }, form: null, span }],
    choices: [],
    end,
  };
}
