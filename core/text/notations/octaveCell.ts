import type { Steps } from '../../steps';
import type { Item } from '../items';
import type { ReadingChoice } from '../reading';
import type { Source } from '../source';
import { pushCell } from './cells';
import { Line, sign } from './line';
import type { Found, LineReader } from './notation';
import { octavePrint } from './octavePrint';

const longestHead = 200;
const style = { decimalComma: false };
const nameLine = /^[ \t]*([A-Za-z]\w*)[ \t]*=[ \t]*$/;
const entry = /^[ \t]*\[(\d+,\d+)\][ \t]*=[ \t]*(.*?)[ \t]*$/;

/** The cells that Octave prints in braces, `[1,1] =` and its numbers, each under the name of the cell: `A{1,1}`. */
export const octaveCell: LineReader = {
  name: 'octave-print',
  begins: 'line',
  needs: [
    { begins: sign.letter, ends: sign.equals },
    { begins: sign.brace, ends: sign.brace },
  ],
  recognise: (line) => firstEntry(line) !== null,
  read: readCells,
};

function isBrace(line: Line | null, brace: string): boolean {
  return line !== null && line.first === line.last && line.text.charAt(line.first) === brace;
}

/** The line of the first cell, below a name and a brace, or below a brace alone. */
function firstEntry(line: Line): Line | null {
  const brace = nameLine.test(line.head(longestHead)) ? line.next : line;
  const below = isBrace(brace, '{') ? (brace?.next ?? null) : null;
  return below !== null && entry.test(below.head(longestHead)) ? below : null;
}

function* readCells(source: Source, first: Line): Steps<Found | null> {
  const { text } = source;
  const called = nameLine.exec(first.head(longestHead))?.[1] ?? '';
  const items: Item[] = [];
  const choices: ReadingChoice[] = [];
  let line = firstEntry(first);
  let end = first.end;
  while (line !== null) {
    end = line.end;
    if (isBrace(line, '}')) break;
    const match = entry.exec(line.head(longestHead));
    if (match === null && !line.isEmpty) {
      source.reportSyntax('unexpected-token', line.first, line.last + 1, 'numbers');
      break;
    }
    if (match === null) {
      line = line.next;
      continue;
    }
    const [, place = '', value = ''] = match;
    const name = { text: `${called}{${place}}`, span: { offset: line.first, length: place.length + 2 } };
    if ((value === '' || value.startsWith('[](')) && octavePrint.recognise(line, source.settled)) {
      const found: Found | null = yield* octavePrint.read(source, line);
      if (found === null) return null;
      choices.push(...found.choices);
      for (const item of found.items) items.push(item.kind === 'array' ? { ...item, name } : item);
      // Lines of its own, so that those that are read need not be kept.
      line = found.end < line.limit ? new Line(text, found.end, line.limit) : null;
      continue;
    }
    if (value === '') {
      // A cell in the cell.
      const inner: Line = line.next ?? line;
      source.reportSyntax('unexpected-token', inner.first, inner.last + 1, 'numbers');
      break;
    }
    const start = line.last + 1 - value.length;
    pushCell(source, { start, end: line.last + 1 }, style);
    const span = { offset: line.first, length: line.last + 1 - line.first };
    items.push({ kind: 'array', name, array: source.store.take([], span), form: null, span });
    line = line.next;
  }
  return { items, choices, end };
}
