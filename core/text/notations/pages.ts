import type { Steps } from '../../steps';
import type { Name } from '../items';
import type { Notation } from '../reading';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { arrange } from './blocks';
import { isNumberCell, pushCell, pushHole } from './cells';
import { type Line, sign } from './line';
import { type Cell, headOfLine, nextLine, skipEmptyLines, trimmed, wordsOf } from './lines';
import type { Found, LineReader } from './notation';

const style = { decimalComma: false };
const rowsPerSlice = 256;
/** Dimensions beyond this are nobody's. */
const mostDimensions = 16;
const longestHead = 200;

interface Kind {
  readonly notation: Notation;
  /** What stands above a page, with the list of its indices, and in Octave before a page of one number. */
  readonly head: RegExp;
  /** Whether the indices of the page come before those of its rows and columns. */
  readonly isLeading: boolean;
  /** Whether a line of names stands above the rows of each page, and a label before each. */
  readonly isLabelled: boolean;
}

const kinds: readonly Kind[] = [
  {
    notation: 'octave-print',
    head: /^\s*[A-Za-z]\w*\(:,:,([\d,]+)\)\s*=\s*([-+.\w]+)?\s*$/,
    isLeading: false,
    isLabelled: false,
  },
  { notation: 'julia', head: /^\s*\[:, :, ([\d, ]+)\]\s*=\s*$/, isLeading: false, isLabelled: false },
  { notation: 'r-print', head: /^, , (.*?[\w=:)])\s*$/, isLeading: false, isLabelled: true },
  { notation: 'torch-repr', head: /^\s*\(([\d ,]+),\.,\.\)\s*=\s*$/, isLeading: true, isLabelled: false },
];

/** What may stand above the first page: a name, Julia's type, PyTorch's class. */
const title =
  /^\s*(?:([A-Za-z]\w*)\s*=|(?:\d+×){2,}\d+ [\w.]*Array\{.*\}:|(?:Variable|Parameter) containing:)\s*$/;
const elision = /^(?:\.{3}|…|⋮|⋱|⋯)$/;

/** An array of more than two dimensions, printed page by page: Octave, MATLAB, Julia, R and PyTorch before 0.4. */
export const pages: LineReader = {
  name: 'octave-print',
  begins: 'line',
  needs: [{ ends: sign.equals | sign.colon }, { begins: sign.comma }],
  recognise: (line) => {
    if (headsPage(line)) return true;
    const first = title.test(line.head(longestHead)) ? line.next?.filled(longestHead) : null;
    return first != null && headsPage(first);
  },
  read: readPages,
};

function below(text: string, at: number, limit: number): number {
  const next = nextLine(text, endOfLine(text, at, limit), limit);
  return skipEmptyLines(text, next, Math.min(limit, next + longestHead));
}

function kindAt(text: string, at: number, limit: number): Kind | null {
  return at >= limit ? null : kindOf(headOfLine(text, at, Math.min(limit, at + longestHead)));
}

/** The indices of a page have commas between them. */
function headsPage(line: Line): boolean {
  return (line.signs & sign.comma) !== 0 && kindOf(line.head(longestHead)) !== null;
}

function kindOf(line: string): Kind | null {
  return kinds.find(({ head }) => head.test(line)) ?? null;
}

interface Page {
  readonly labels: readonly string[];
  readonly rows: number;
  readonly columns: number;
}

function* readPages(source: Source, { start, limit }: Line): Steps<Found | null> {
  const { text, store } = source;
  const heading = title.exec(headOfLine(text, start, Math.min(limit, start + longestHead)));
  const isTitle = heading !== null && kindAt(text, start, limit) === null;
  let at = isTitle ? below(text, start, limit) : start;
  const kind = kindAt(text, at, limit);
  if (kind === null) return null;
  const name = isTitle ? nameIn(text, start, heading?.[1]) : null;
  const found: Page[] = [];
  let last = at;
  for (;;) {
    const head = kind.head.exec(headOfLine(text, at, Math.min(limit, at + longestHead)));
    if (head === null) break;
    const labels = (head[1] ?? '').split(',').map((label) => label.trim());
    const isInline = head[2] !== undefined;
    if (!isInline) at = below(text, at, limit);
    let header: readonly Cell[] = [];
    if (kind.isLabelled) {
      header = wordsOf(text, at, endOfLine(text, at, limit));
      at = nextLine(text, endOfLine(text, at, limit), limit);
    }
    let rows = 0;
    let columns = header.length;
    while (at < limit) {
      const end = endOfLine(text, at, limit);
      // A page of one number stands behind its sign.
      const words = wordsOf(text, at, end).slice(isInline ? -1 : 0);
      if (words.length === 0 || (isInline && rows > 0)) break;
      const mark = words.find((word) => elision.test(text.slice(word.start, word.end)));
      if (mark !== undefined) {
        source.report('elided', mark.start, mark.end, { mark: text.slice(mark.start, mark.end) });
        return { items: [], choices: [], end: limit };
      }
      const cells = kind.isLabelled ? words.slice(Math.max(0, words.length - columns)) : words;
      if (!cells.some((cell) => isNumberCell(text, cell))) break;
      if (columns === 0) columns = cells.length;
      if (cells.length !== columns) {
        const long = cells[columns];
        source.report('ragged', long?.start ?? end, end + 1, {
          row: rows,
          length: cells.length,
          expected: columns,
        });
      }
      for (let i = 0; i < columns; i++) {
        const cell = cells[i];
        if (cell === undefined) pushHole(source, end);
        else pushCell(source, cell, style);
      }
      rows++;
      last = words.at(-1)?.end ?? end;
      at = nextLine(text, end, limit);
      if (rows % rowsPerSlice === 0) yield;
    }
    // A heading alone is no array, and those below it need not be looked at.
    if (rows === 0 && found.length === 0) return null;
    found.push({ labels, rows, columns });
    const next = skipEmptyLines(text, at, limit);
    if (kindAt(text, next, limit) !== kind) break;
    at = next;
  }
  const offset = trimmed(text, start, limit).start;
  const span = { offset, length: last - offset };
  const flat = store.take([store.length], span);
  const order = orderOf(found, kind.isLeading);
  if (order === null && source.problems.length === 0) {
    source.report('ragged', last, last + 1, {
      row: found.length - 1,
      length: found.at(-1)?.rows ?? 0,
      expected: found[0]?.rows ?? 0,
    });
  }
  const array = order === null ? flat : arrange(flat, order.shape, order.places);
  return {
    items: [{ kind: 'array', name, array, form: null, span }],
    choices: [],
    end: at,
    notation: kind.notation,
  };
}

function nameIn(text: string, start: number, word: string | undefined): Name | null {
  if (word === undefined) return null;
  return { text: word, span: { offset: text.indexOf(word, start), length: word.length } };
}

/**
 * The shape of all pages together, and for each entry, row-major, where it stands among the numbers in
 * the order of the text. Null where pages differ in size or one is missing.
 */
function orderOf(
  found: readonly Page[],
  isLeading: boolean,
): { readonly shape: readonly number[]; readonly places: Uint32Array } | null {
  const [first] = found;
  const dimensions = first?.labels.length ?? 0;
  if (first === undefined || dimensions > mostDimensions) return null;
  const { rows, columns } = first;
  const isSame = (page: Page) =>
    page.rows === rows && page.columns === columns && page.labels.length === dimensions;
  if (!found.every(isSame)) return null;
  const names = Array.from({ length: dimensions }, (_, place) => [
    ...new Set(found.map(({ labels }) => labels[place] ?? '')),
  ]);
  const sizes = names.map((labels) => labels.length);
  if (sizes.reduce((product, size) => product * size, 1) !== found.length) return null;
  const size = rows * columns;
  const places = new Uint32Array(found.length * size);
  found.forEach(({ labels }, index) => {
    const page = labels.reduce(
      (sum, label, place) => sum * (sizes[place] ?? 1) + (names[place]?.indexOf(label) ?? 0),
      0,
    );
    for (let entry = 0; entry < size; entry++) {
      places[isLeading ? page * size + entry : entry * found.length + page] = index * size + entry;
    }
  });
  return { shape: isLeading ? [...sizes, rows, columns] : [rows, columns, ...sizes], places };
}
