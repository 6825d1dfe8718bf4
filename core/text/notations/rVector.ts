import type { Steps } from '../../steps';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { isNumberCell, pushCell } from './cells';
import { longestLine, nextLine, wordsOf } from './lines';
import type { Found, NotationReader } from './notation';

const style = { decimalComma: false };

/** What R prints for a vector: each line begins with the number of its first element, `[7]`. */
export const rVector: NotationReader = {
  name: 'r-print',
  begins: 'line',
  recognise: (text, at, limit) => {
    if (!/^[ \t]*\[1\]\s/.test(text.slice(at, Math.min(limit, at + 40)))) return false;
    const cells = wordsOf(text, at, endOfLine(text, at, Math.min(limit, at + longestLine)));
    const [label, ...numbers] = cells;
    if (label === undefined || text.slice(label.start, label.end) !== '[1]' || numbers.length === 0)
      return false;
    return numbers.every((cell) => isNumberCell(text, cell));
  },
  read: readVector,
};

// biome-ignore lint/correctness/useYield: a print of R is cut at 99,999 numbers
function* readVector(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, store } = source;
  let at = start;
  let last = start;
  while (at < limit) {
    const end = endOfLine(text, at, limit);
    const [label, ...numbers] = wordsOf(text, at, end);
    if (label === undefined) break;
    const written = text.slice(label.start, label.end);
    if (/^\[ ?reached/.test(text.slice(label.start, end))) {
      source.report('elided', label.start, end, { mark: '[ reached' });
      at = end;
      break;
    }
    if (written !== `[${store.length + 1}]`) break;
    for (const cell of numbers) {
      pushCell(source, cell, style);
      last = cell.end;
    }
    at = nextLine(text, end, limit);
  }
  const levels = /^Levels:/.exec(text.slice(at, Math.min(limit, at + 10)))?.[0];
  // The numbers of a factor are names of its levels.
  if (levels !== undefined) source.reportSyntax('unexpected-token', at, at + levels.length, 'numbers');
  const span = { offset: start, length: last - start };
  const array = store.take([store.length], span);
  return { items: [{ kind: 'array', name: null, array, form: null, span }], choices: [], end: at };
}
