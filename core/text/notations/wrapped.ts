import type { Steps } from '../../steps';
import { ArrayReader } from '../arrayReader';
import { closerOf, isCloser, openParenthesis } from '../characters';
import type { Notation, NumberArray } from '../reading';
import { skipValue } from '../skip';
import type { Source } from '../source';
import { matchAt } from './callEnds';
import type { Found, ValueReader } from './notation';

const longestHead = 400;

interface Wrapping {
  /** Up to the bracket or the number that holds the data. */
  readonly head: RegExp;
  readonly notation: Notation;
  /** What closes it all. */
  readonly closer: ')' | '>' | '\n';
}

const wrappings: readonly Wrapping[] = [
  {
    head: /(?:np\.ma\.|numpy\.ma\.)?(?:masked_array|MaskedArray)\(\s*(?:data\s*=\s*)?(?=\[)/y,
    notation: 'numpy-repr',
    closer: ')',
  },
  {
    head: /<(?:tf\.)?(?:Tensor|Variable|Parameter|EagerTensor|KerasVariable|Variable\s+path)\b[^>[]{0,300}?(?:numpy|value)\s*=\s*(?:(?:array|Array|tensor)\s*(?=\())?/y,
    notation: 'tf-repr',
    closer: '>',
  },
  {
    head: /<xarray\.DataArray [^\n]{0,300}\n(?:array(?=\()|(?=\[))/y,
    notation: 'numpy-repr',
    closer: '\n',
  },
  {
    head: /Tensor\(shape=\[[\d,\s]*\],[^[]{0,200}(?=\[)/y,
    notation: 'paddle-repr',
    closer: ')',
  },
];

/** A print that describes an array and leaves its numbers out: of tinygrad, a TensorFlow graph, a traced JAX value. */
const dataless =
  /<(?:Tensor\s+<[^\n]{0,200}|(?:tf\.)?(?:Tensor|Variable)\s+'[^'\n]*'\s+shape=[^>\n]*|KerasTensor\s[^>\n]*)>|Traced<[^\n]{0,200}>|(?:ShapeDtypeStruct|ShapedArray|KerasTensor)\([^\n]{0,100}\)|tensor\(\.\.\.[^\n]{0,200}\)/y;

/** Prints of arrays with more than the array inside: a mask, a shape, a device. Their numbers alone are read. */
export const wrappedArray: ValueReader = {
  name: 'tf-repr',
  begins: 'value',
  opens: ['angle', 'call'],
  calls: { name: 'nmMTSKt' },
  recognise: (text, at, limit) => wrappingAt(text, at, limit) !== null || datalessAt(text, at, limit) > 0,
  read: readWrapped,
};

function wrappingAt(
  text: string,
  at: number,
  limit: number,
): { readonly wrapping: Wrapping; readonly data: number } | null {
  // `<`, and the first letters of the names above.
  if (!/[<nmMT]/.test(text.charAt(at))) return null;
  const stretch = text.slice(at, Math.min(limit, at + longestHead));
  for (const wrapping of wrappings) {
    wrapping.head.lastIndex = 0;
    if (wrapping.head.test(stretch)) return { wrapping, data: at + wrapping.head.lastIndex };
  }
  return null;
}

function datalessAt(text: string, at: number, limit: number): number {
  if (!/[<TSKt]/.test(text.charAt(at))) return 0;
  const stretch = text.slice(at, Math.min(limit, at + longestHead));
  dataless.lastIndex = 0;
  return dataless.test(stretch) ? at + dataless.lastIndex : 0;
}

function* readWrapped(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, scanner, store } = source;
  const found = wrappingAt(text, start, limit);
  if (found === null) {
    const end = datalessAt(text, start, limit);
    const dots = text.slice(start, end).search(/\.\.\.[,)]/);
    const from = start + Math.max(0, dots);
    source.report('elided', from, dots < 0 ? end : from + 3, {
      mark: dots < 0 ? text.slice(start, Math.min(end, start + longestMark)) : '...',
    });
    source.meant = true;
    return { items: [], choices: [], end };
  }
  const { wrapping, data } = found;
  let array: NumberArray;
  let end: number;
  if (closerOf(text.charCodeAt(data)) !== 0) {
    const reader = new ArrayReader(source, data, limit, 'text');
    array = yield* reader.read();
    end = reader.end;
  } else {
    if (scanner.scan(text, data, limit) !== 'number') return null;
    end = scanner.end;
    store.push(scanner.value, data, end);
    array = store.take([], { offset: data, length: end - data });
  }
  const last = endOfWrapping(text, end, limit, wrapping.closer);
  const span = { offset: start, length: last - start };
  const item = { kind: 'array', name: null, array, form: null, span } as const;
  return { items: [item], choices: [], end: last, notation: wrapping.notation };
}

const longestMark = 40;
/** What xarray prints below its numbers. */
const coordinates =
  /\s*^(?:Coordinates:(?:\n[ \t]+[^\n]*)*|Dimensions without[^\n]*|Attributes:(?:\n[ \t]+[^\n]*)*|\s)*/my;

/** After the bracket that closes the whole print; after the data where it was left open. */
function endOfWrapping(text: string, start: number, limit: number, closer: Wrapping['closer']): number {
  if (closer === '\n') return start + (matchAt(coordinates, text, start, limit)?.[0].length ?? 0);
  if (closer === '>') {
    const close = text.slice(start, Math.min(limit, start + longestHead)).indexOf('>');
    return close < 0 ? start : start + close + 1;
  }
  for (let at = start; at < limit; ) {
    const unit = text.charCodeAt(at);
    if (unit === openParenthesis + 1) return at + 1;
    if (isCloser(unit)) return start;
    at = closerOf(unit) === 0 ? at + 1 : skipValue(text, at, limit);
  }
  return start;
}
