import type { Steps } from '../../steps';
import type { Source } from '../source';
import { type Line, sign } from './line';
import type { Found, LineReader } from './notation';

/** A number of `format hex`: the bits of a double. */
const bits = /^[\da-f]{16}$/;
const withLetter = /[a-f]/;
const noticedLines = 4;

/** What Octave and MATLAB print in `format hex`: some of it looks like whole numbers, and none of it is one. */
export const hexPrint: LineReader = {
  name: 'octave-print',
  begins: 'line',
  needs: [{ begins: sign.digit | sign.letter, lacks: ~(sign.digit | sign.letter) }],
  recognise: (line) => {
    if (line.last - line.first < 15 || !isOfBits(line)) return false;
    let next: Line | null = line;
    for (let count = 0; next !== null && count < noticedLines && isOfBits(next); count++, next = next.next) {
      if (withLetter.test(next.head(200))) return true;
    }
    return false;
  },
  read: refuseBits,
};

function isOfBits(line: Line): boolean {
  return !line.isEmpty && line.words.every(({ start, end }) => bits.test(line.text.slice(start, end)));
}

// biome-ignore lint/correctness/useYield: one line
function* refuseBits(source: Source, line: Line): Steps<Found | null> {
  const [word] = line.words;
  if (word === undefined) return null;
  source.reportSyntax('unexpected-token', word.start, word.end, 'number');
  return { items: [], choices: [], end: line.end };
}
