import type { Steps } from '../../steps';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { isNumberCell, pushCell } from './cells';
import { type Line, sign } from './line';
import { nextLine, wordsOf } from './lines';
import type { Found, LineReader } from './notation';

const style = { decimalComma: false };

/** What R prints for a vector: each line begins with the number of its first element, `[7]`. */
export const rVector: LineReader = {
  name: 'r-print',
  begins: 'line',
  needs: [{ begins: sign.opener, has: sign.closer }],
  recognise: (line) => {
    if (!line.text.startsWith('[1]', line.first)) return false;
    const [label, ...numbers] = line.words;
    if (label?.end !== line.first + '[1]'.length || numbers.length === 0) return false;
    return numbers.every((cell) => isNumberCell(line.text, cell));
  },
  read: readVector,
};

// biome-ignore lint/correctness/useYield: a print of R is cut at 99,999 numbers
function* readVector(source: Source, { start, limit }: Line): Steps<Found | null> {
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
