import type { Span } from '../../problem';
import type { Steps } from '../../steps';
import type { ArrayItem, Name } from '../items';
import type { ReadingChoice } from '../reading';
import type { Source } from '../source';
import { pushCell, styleOfPrint } from './cells';
import { type Line, sign } from './line';
import { type Cell, longestLine, wordsOf } from './lines';
import type { Found, LineReader } from './notation';
import { itemOf } from './rExpression';
import { filled, type Numbers, stack, transposed } from './rNumbers';

const type = String.raw`(?:'[\w.]+' )?(?:Named )?(?:num|int|logi|Time-Series)`;
const otherType = /^\s*(cplx|chr|raw|POSIXct) ?\[1:\d/;
const beginning = new RegExp(
  String.raw`^(?:List of \d+|'data\.frame':\s*\d+ obs\. of|\s*${type} \[(?:1:)?\d)`,
);
/** The element of a list, its type, its sizes; then its first numbers. */
const entry = new RegExp(
  String.raw`^\s*((?:\.\.)*)\s*(?:\$ ([^:\n]*?)\s*:)?\s*${type}\s*(?:\[([\d:, ]+)(?:\(1d\))?\])?(?: from \S+ to \S+:)?(?=\s+[-+.\dTFNI])`,
);
const list = /^\s*((?:\.\.)*)\s*\$ ([^:\n]*?)\s*:\s*List of \d+\s*$/;
/** What says nothing about numbers: names of names, other types, the heads of lists. */
const other = /^\s*(?:\.\.)*\s*(?:- attr\(|\$ [^:\n]*:|List of \d+|'data\.frame':)/;

/** What R's `str` shows of an array, of a list of arrays or of a data frame: sizes, and as many numbers as fit. */
export const rStructure: LineReader = {
  name: 'r-print',
  begins: 'line',
  needs: [
    { begins: sign.letter | sign.quote, has: sign.opener | sign.colon },
    { begins: sign.letter, lacks: sign.dot },
  ],
  recognise: (line) =>
    otherType.test(line.head(longestLine)) ||
    (beginning.test(line.head(longestLine)) &&
      (entryOf(line) !== null || (line.next !== null && other.test(line.next.head(longestLine))))),
  read: readStructure,
};

interface Entry {
  readonly name: Name | null;
  readonly depth: number;
  readonly sizes: readonly number[] | null;
  readonly words: readonly Cell[];
}

function entryOf(line: Line): Entry | null {
  const match = entry.exec(line.head(longestLine));
  if (match === null) return null;
  const [head, dots = '', key, written] = match;
  const name =
    key === undefined
      ? null
      : {
          text: key,
          span: { offset: line.start + head.indexOf(key, head.indexOf('$')), length: key.length },
        };
  const sizes = written?.split(',').map((size) => Number(size.trim().replace(/^1:/, ''))) ?? null;
  return {
    name,
    depth: dots.length / 2,
    sizes,
    words: wordsOf(line.text, line.start + head.length, line.end),
  };
}

/** `str` shows ten numbers or so of each array, and no more arrays than a person reads. */
function* readStructure(source: Source, first: Line): Steps<Found | null> {
  const foreign = otherType.exec(first.head(longestLine))?.[1];
  if (foreign !== undefined) {
    source.reportSyntax('unexpected-token', first.first, first.first + foreign.length, 'numbers');
    return { items: [], choices: [], end: first.end };
  }
  const isFrame = first.text.startsWith("'data.frame'", first.first);
  const items: ArrayItem[] = [];
  const columns: Numbers[] = [];
  const names: string[] = [];
  let end = first.end;
  for (let line: Line | null = first; line !== null; line = line.next) {
    const head = line.head(longestLine);
    const inner = list.exec(head);
    const found = entryOf(line);
    if (inner !== null) names.splice((inner[1] ?? '').length / 2, names.length, inner[2] ?? '');
    else if (found !== null) {
      const numbers = numbersOf(source, found, line);
      names.splice(found.depth);
      if (isFrame) columns.push(numbers);
      else
        items.push(
          itemOf(source, numbers, nameOf(found, names), {
            offset: line.first,
            length: line.last + 1 - line.first,
          }),
        );
    } else if (!other.test(head) && !(line === first)) break;
    else if (isFrame && line !== first) {
      const at = line.start + head.indexOf(':') + 1;
      source.reportSyntax('unexpected-token', at, line.end, 'numbers');
    }
    end = line.end;
  }
  const choices: ReadingChoice[] = [];
  if (isFrame) {
    const table = stack(columns);
    if (table === null) return null;
    const span: Span = { offset: first.first, length: end - first.first };
    items.push(itemOf(source, transposed(table), null, span));
    choices.push({ rule: 'header', columns: columns.length });
  } else if (items.some(({ array }) => array.shape.length > 1)) choices.push({ rule: 'column-major' });
  return items.length === 0 ? null : { items, choices, end };
}

function nameOf({ name }: Entry, names: readonly string[]): Name | null {
  if (name === null || name.text === '') return null;
  return { ...name, text: [...names, name.text].join('$') };
}

function numbersOf(source: Source, { sizes, words }: Entry, line: Line): Numbers {
  const { text, store } = source;
  const style = styleOfPrint(text, words);
  let isElided = false;
  for (const word of words) {
    if (text.startsWith('...', word.start)) {
      source.report('elided', word.start, word.end, { mark: '...' });
      isElided = true;
    } else pushCell(source, word, style);
  }
  const { values, places } = store.take([store.length], {
    offset: line.start,
    length: line.end - line.start,
  });
  const indices = Array.from(values, (_, index) => index);
  const numbers: Numbers = {
    values: [...values],
    starts: indices.map((index) => places.startOf(index)),
    ends: indices.map((index) => places.endOf(index)),
    shape: sizes === null && values.length === 1 ? [] : [values.length],
  };
  const count = sizes?.reduce((product, size) => product * size, 1) ?? values.length;
  if (count !== values.length) {
    if (!isElided)
      source.report('ragged', line.end, line.end + 1, { row: 0, length: values.length, expected: count });
    return numbers;
  }
  return sizes === null || sizes.length < 2 ? numbers : filled(numbers, sizes);
}
