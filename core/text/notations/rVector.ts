import type { Steps } from '../../steps';
import type { ReadingChoice } from '../reading';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { isNumberCell, pushCell, styleOfPrint } from './cells';
import { type Line, sign } from './line';
import { nextLine, wordsOf } from './lines';
import type { Found, LineReader } from './notation';

/** What R prints for a vector: each line begins with the number of its first element, `[7]`. */
export const rVector: LineReader = {
  name: 'r-print',
  begins: 'line',
  needs: [{ begins: sign.bracket, has: sign.closer }],
  recognise: (line) => {
    if (!line.text.startsWith('[1]', line.first)) return false;
    const [label, ...numbers] = line.words;
    if (label?.end !== line.first + '[1]'.length || numbers.length === 0) return false;
    return numbers.every((cell) => isNumberCell(line.text, cell));
  },
  read: readVector,
};

/** What R prints above the numbers of a time series: they are read below. */
export const timeSeries: LineReader = {
  name: 'r-print',
  begins: 'line',
  needs: [{ begins: sign.letter, ends: sign.colon }],
  recognise: (line) => line.head(20).trimEnd() === 'Time Series:' && lastOfHead(line) !== null,
  read: readHead,
};

function lastOfHead(line: Line): Line | null {
  const last = line.next?.next?.next ?? null;
  return last?.head(20).startsWith('Frequency = ') === true ? last : null;
}

// biome-ignore lint/correctness/useYield: four lines
function* readHead(_: Source, line: Line): Steps<Found | null> {
  return { items: [], choices: [], end: lastOfHead(line)?.end ?? line.end };
}

const lonelyLabel = /^\s*\[(\d+),\]\s*$/;

/** A matrix of R without columns: the numbers of its rows alone. */
export const emptyRows: LineReader = {
  name: 'r-print',
  begins: 'line',
  needs: [{ begins: sign.bracket, ends: sign.closer, has: sign.comma }],
  recognise: (line) => lonelyLabel.exec(line.head(40))?.[1] === '1',
  read: readEmpty,
};

// biome-ignore lint/correctness/useYield: a print of R is cut at 99,999 numbers
function* readEmpty(source: Source, first: Line): Steps<Found | null> {
  let rows = 0;
  let end = first.end;
  for (let line: Line | null = first; line !== null; line = line.next) {
    if (lonelyLabel.exec(line.head(40))?.[1] !== String(rows + 1)) break;
    rows++;
    end = line.end;
  }
  const span = { offset: first.first, length: end - first.first };
  const array = source.store.take([rows, 0], span);
  return { items: [{ kind: 'array', name: null, array, form: null, span }], choices: [], end };
}

// biome-ignore lint/correctness/useYield: a print of R is cut at 99,999 numbers
function* readVector(source: Source, line: Line): Steps<Found | null> {
  const { text, store } = source;
  const { start, limit } = line;
  const style = styleOfPrint(text, line.words.slice(1));
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
  const choices: readonly ReadingChoice[] = style.decimalComma ? [{ rule: 'decimal-comma' }] : [];
  return { items: [{ kind: 'array', name: null, array, form: null, span }], choices, end: at };
}
