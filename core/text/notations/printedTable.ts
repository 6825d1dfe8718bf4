import type { Steps } from '../../steps';
import { dot, isBlank, percent } from '../characters';
import { onFirstUse } from '../onFirstUse';
import type { Notation, ReadingChoice } from '../reading';
import type { Source } from '../source';
import { columnNames } from '../tableColumns';
import { alignedHeader } from './alignedHeader';
import { type Block, joinBlocks } from './blocks';
import { type CellStyle, isNumberCell, pushCell, pushHole, styleOfPrint } from './cells';
import { Line, sign } from './line';
import { type Cell, longestLine } from './lines';
import type { Found, LineReader } from './notation';

const nameOrDots = onFirstUse(() => /^[\p{L}_.X][\p{L}\p{N}_.\-%]*$|^\.{2,3}$/u);
const nameBegins = onFirstUse(() => /^[\p{L}_]/u);

const rowsPerSlice = 256;
const mark = /^(?:\.{2,3}|…|⋮)$/;
const share = /^\d+(?:\.\d+)?%$/;
/** What stands below or above a table and says nothing about its numbers. */
const remark = /^\s*(?:\[\d+ rows x \d+ columns\]|(?:Name: .*, )?(?:Length: .*, )?dtype: \w+)\s*$/;
const reached = /^\s*\[ ?reached .*omitted/;

/** Something that a cell of a table may hold, and more than a mark of left-out ones. */
const cell = /\d|nan|inf|none|true|false|<NA>|NA\b/i;
/** So many digits the numbers of columns have at most. */
const longestCount = 5;
const signOfName = onFirstUse(() => /[\p{L}_]/u);
/** Characters in which the rows of a table begin to show. */
const nearby = 1_000;

/** The names of the columns in a header, and whether its rows have a label before them. */
interface Layout {
  readonly header: readonly Cell[];
  readonly labelled: boolean;
  /** pandas says by a backslash that more columns follow below. */
  readonly continues: boolean;
  /** `[,1]`: R's numbers of columns. */
  readonly numbered: boolean;
  readonly rowsStart: number;
  /** Told by the ends of names and numbers alone. */
  readonly byEnds?: true;
}

/** A header, told by its words or by how it stands above its numbers, which is surer below it where labels have names. */
function anyLayout(line: Line): Layout | null {
  const aligned = alignedHeader(line);
  const plain = aligned?.isNamed === true ? null : (layoutOf(line) ?? numbersAsNames(line));
  return plain !== null || aligned === null
    ? plain
    : { ...aligned, labelled: true, numbered: false, byEnds: true };
}

/** Whole numbers that R sets above decimals as their names: both lines end in a blank, and each name above the end of its number. */
function numbersAsNames(line: Line): Layout | null {
  const { text, start, end, next } = line;
  const isPadded = (last: Line | null) => last !== null && isBlank(text.charCodeAt(last.end - 1));
  if (line.firstSign !== sign.digit || next === null || !isPadded(line) || !isPadded(next)) return null;
  if (end - start !== next.end - next.start || (next.next !== null && !next.next.isEmpty)) return null;
  const { words: header } = line;
  const written = header.map((cell) => text.slice(cell.start, cell.end));
  const isName = (word: string, index: number) =>
    /^\d+$/.test(word) && Number(word) > Number(written[index - 1] ?? -1);
  const isBelow = (cell: Cell, index: number) =>
    /\.\d/.test(text.slice(cell.start, cell.end)) &&
    cell.end - next.start === (header[index]?.end ?? 0) - start;
  const fits = header.length === next.words.length && written.every(isName) && next.words.every(isBelow);
  return fits ? { header, labelled: false, continues: false, numbered: false, rowsStart: next.start } : null;
}

/** Whether a line within a table told by its ends is the header of its next columns: words alone, right of the labels. */
function beginsBlock({ byEnds }: Layout, line: Line): boolean {
  if (byEnds !== true || line.first === line.start) return false;
  const { text } = line;
  return alignedHeader(line)?.header.some((name) => !isNumberCell(text, name)) === true;
}

function isCell(text: string, cell: Cell): boolean {
  return isNumberCell(text, cell) || mark.test(text.slice(cell.start, cell.end));
}

/** A header and one row below it that fits; null where the line is no header. */
function layoutOf(line: Line): Layout | null {
  const { text, start, next } = line;
  const ruled = next !== null && isRule(next);
  const isNumbered = text.startsWith('[,', line.first);
  // In prose no line ends in a number, so that the words of those above need not be looked at.
  if (
    !isNumbered &&
    !ruled &&
    !(next !== null && (endsInCell(next) || (next.next !== null && endsInCell(next.next))))
  )
    return null;
  // Nor does a line of names, unless it numbers the columns.
  if (!isNumbered && line.firstSign !== sign.digit && line.endsInNumber) return null;
  const isShares = line.firstSign === sign.digit && text.charCodeAt(line.last) === percent;
  const body = ruled ? next.next : next === null ? null : belowIndexNames(line, next);
  if (!isNumbered && (body === null || !endsInCell(body))) return null;
  const rowsStart = body?.start ?? line.limit;
  const row = body?.words ?? [];
  const phrases = isNumbered ? null : alignedPhrases(line, row, rowsStart);
  let header = phrases ?? line.words;
  const last = header.at(-1);
  if (last === undefined) return null;
  const continues = text.slice(last.start, last.end) === '\\';
  if (continues) header = header.slice(0, -1);
  if (header.length === 0) return null;
  if (ruled && /^\.\.$/.test(text.slice(header[0]?.start, header[0]?.end))) header = header.slice(1);
  const [first] = row;
  const written = header.map(({ start: from, end }) => text.slice(from, end));
  const numbered = isNumbered && written.every((word) => /^\[,\d+\]$/.test(word));
  // R prints a matrix without rows as its header alone.
  if (numbered && first === undefined && isBlank(text.charCodeAt(start)))
    return { header, labelled: true, continues, numbered, rowsStart };
  if (first === undefined || !(numbered || (body !== null && endsInCell(body)))) return null;
  const counted = !numbered && written.every((word) => /^\d+$/.test(word));
  // The names of R's quantiles, above numbers that are no shares.
  const shares = isShares && written.every((word) => share.test(word));
  if (shares && row.some(({ start: from, end }) => share.test(text.slice(from, end)))) return null;
  if (
    !numbered &&
    !counted &&
    !shares &&
    phrases === null &&
    !written.every((word) => nameOrDots().test(word))
  ) {
    return null;
  }
  if (mark.test(written[0] ?? '')) return null;
  if (!counted && !shares && header.some((cell) => isNumberCell(text, cell))) return null;
  if (counted && written.some((word, index) => Number(word) !== Number(written[0]) + index)) return null;
  // pandas sets the name of the columns above the labels of the rows, at the left as no number stands.
  const corner = header[0];
  const belowNames = body !== next && !ruled && !isTyped(next);
  const isCorner =
    !numbered &&
    !counted &&
    header.length > 1 &&
    row.length === header.length &&
    corner?.start === start &&
    first.start === body?.start &&
    (belowNames ||
      (corner.end - start !== first.end - rowsStart && text.slice(first.start, first.end) === '0'));
  if (isCorner) {
    header = header.slice(1);
    written.shift();
  }
  // A label of R may have blanks.
  const isLabel = !counted || !isNumberCell(text, first);
  const labelled = row.length === header.length + 1 || (row.length > header.length && isLabel);
  if (!labelled && (row.length !== header.length || numbered || counted)) return null;
  const cells = row.slice(row.length - header.length);
  if (!numbered && !cells.every((cell) => isCell(text, cell))) return null;
  // Numbers stand below the ends of their headers.
  // pandas pads the numbers that it gives columns without names on their right.
  const longest = Math.max(...written.map((word) => word.length));
  const [name, value] = [header[0], cells[0]];
  // By as much as its longest number is long, which may stand in a block further below.
  const shift = name === undefined || value === undefined ? 0 : value.end - rowsStart - (name.start - start);
  const isShifted = counted && shift >= longest && shift <= longestCount;
  const isBelow = (cell: Cell, { start: from, end }: Cell) =>
    cell.end - rowsStart === end - start || (isShifted && cell.end - rowsStart === from + shift - start);
  const aligned = cells.every((cell, i) => header[i] !== undefined && isBelow(cell, header[i]));
  const label = text.slice(first.start, first.end);
  if (
    numbered
      ? !/^\[?\d*,?\]?/.test(label)
      : counted && (!aligned || Number(written[0]) !== 0) && !continuesCount(label)
  ) {
    return null;
  }
  // A tibble aligns its numbers at their points.
  if (!numbered && !aligned && !ruled && !isTyped(next)) return null;
  return { header, labelled, continues, numbered, rowsStart };
}

/** Names of several words, `sepal length (cm)`, two blanks apart, each ending above the end of a number; null where the words are names by themselves. */
function alignedPhrases(line: Line, row: readonly Cell[], rowsStart: number): readonly Cell[] | null {
  const { text, start } = line;
  const phrases: Cell[] = [];
  for (const word of line.words) {
    const before = phrases.at(-1);
    const isEnded = row.some(({ end }) => end - rowsStart === (before?.end ?? 0) - start);
    if (before?.end === word.start - 1 && !isEnded)
      phrases[phrases.length - 1] = { start: before.start, end: word.end };
    else phrases.push(word);
  }
  const isPlain =
    phrases.length === line.words.length && (line.signs & (sign.opener | sign.comma | sign.colon)) === 0;
  if (isPlain || row.length < phrases.length) return null;
  // One name alone stands above a labelled row, and further right than its label.
  if (phrases.length === 1 && (row.length !== 2 || line.first < start + 2)) return null;
  const cells = row.slice(row.length - phrases.length);
  const isAligned = phrases.every(({ end }, index) => (cells[index]?.end ?? 0) - rowsStart === end - start);
  const isName = (phrase: Cell) =>
    signOfName().test(text.slice(phrase.start, phrase.end)) && !isNumberCell(text, phrase);
  return isAligned && phrases.every(isName) ? phrases : null;
}

/** Whether the last word of a line is a number or a mark of left-out ones. */
function endsInCell(line: Line): boolean {
  if (line.endsInNumber) return true;
  const unit = line.text.charCodeAt(line.last);
  if (unit !== dot && unit < 128) return false;
  const { start, end } = line.lastWord;
  return mark.test(line.text.slice(start, end));
}

const signsOfRule = sign.dash | sign.equals | sign.tab;

/** A line of dashes or of equals signs between a header and its rows, as tabulate and reStructuredText have it. */
function isRule(line: Line): boolean {
  return (
    (line.signs & ~signsOfRule) === 0 &&
    /^[ \t]*(?:-{2,}|={2,})(?:[ \t]+(?:-{2,}|={2,}))*[ \t]*$/.test(line.head(longestLine))
  );
}

/** The line below the one in which pandas names the labels of the rows; `next` itself where that is no such line. */
function belowIndexNames(header: Line, next: Line): Line {
  const { text, next: below } = next;
  if (below === null || next.isEmpty || next.endsInNumber) return next;
  // A tibble of R says the types of its columns there.
  if (isTyped(next)) return below;
  let end = header.first;
  while (end < header.end && !isBlank(text.charCodeAt(end))) end++;
  if (next.last + 1 - next.start > end - header.start) return next;
  const isNames =
    next.words.length < header.words.length + 2 &&
    next.words.every(
      (word) => nameBegins().test(text.slice(word.start, word.end)) && !isNumberCell(text, word),
    );
  return isNames ? below : next;
}

/** Whether a line says the types of columns, `<dbl> <int>`, as R prints a tibble. */
function isTyped(line: Line | null): boolean {
  return (
    line !== null &&
    !line.isEmpty &&
    line.words.every(({ start, end }) => /^<\w+>$/.test(line.text.slice(start, end)))
  );
}

/** A later block of a wide table counts on. */
function continuesCount(label: string): boolean {
  return /^\d+$|^[A-Za-z]/.test(label);
}

/** What R and pandas print: a line of names, then rows with a label each; wide ones in blocks of columns. */
export const printedTable: LineReader = {
  name: 'pandas-print',
  begins: 'line',
  needs: [{ begins: sign.letter | sign.dot | sign.digit | sign.bracket | sign.equals }],
  recognise: (line) => {
    const { text, first, firstSign } = line;
    if (firstSign === sign.equals) return isRule(line) && line.next !== null && layoutOf(line.next) !== null;
    if (alignedHeader(line) !== null || numbersAsNames(line) !== null) return true;
    if (firstSign === sign.bracket && !text.startsWith('[,1]', first)) return false;
    if (
      firstSign === sign.digit &&
      !/^0(?:\s|$)|^\d*\.?\d*%/.test(text.slice(first, Math.min(line.end, first + 8)))
    )
      return false;
    return (
      layoutOf(line) !== null &&
      cell.test(line.text.slice(line.start, Math.min(line.limit, line.start + nearby)))
    );
  },
  read: readTable,
};

function* readTable(source: Source, top: Line): Steps<Found | null> {
  const { text, store } = source;
  const { start, limit } = top;
  const head = isRule(top) ? top.next : top;
  let layout = head === null ? null : anyLayout(head);
  if (layout === null) return null;
  const first = layout;
  const blocks: Block[] = [];
  let line: Line | null = null;
  let last = start;
  let label = '';
  let style: CellStyle | null = null;
  while (layout !== null) {
    for (const { start: from, end } of layout.header) {
      if (mark.test(text.slice(from, end)))
        source.report('elided', from, end, { mark: text.slice(from, end) });
    }
    const columns = layout.header.length;
    const width = columns + (layout.labelled ? 1 : 0);
    let rows = 0;
    let isCut = false;
    // Lines of its own, so that those that are read need not be kept.
    line = layout.rowsStart < limit ? new Line(text, layout.rowsStart, limit) : null;
    for (; line !== null; line = line.next) {
      const { words, end }: Line = line;
      const [firstWord, secondWord] = words;
      if (firstWord === undefined || isRule(line)) break;
      const head: string = line.head(200);
      if (reached.test(head)) {
        source.report('elided', text.indexOf('[', line.start), end, { mark: '[ reached' });
        last = end;
        isCut = true;
        line = line.next;
        break;
      }
      if (rows > 0 && (remark.test(head) || layoutOf(line) !== null || beginsBlock(layout, line))) break;
      if (mark.test(text.slice(firstWord.start, firstWord.end))) {
        const cell = secondWord ?? firstWord;
        source.report('elided', cell.start, cell.end, { mark: text.slice(cell.start, cell.end) });
        last = end;
        continue;
      }
      if (words.length !== width && !words.some((word) => isNumberCell(text, word))) break;
      if (words.length < width || (words.length > width && !layout.labelled)) {
        source.report('ragged', words.length < width ? end : (words[width]?.start ?? end), end + 1, {
          row: rows,
          length: words.length - (width - columns),
          expected: columns,
        });
      }
      if (rows === 0 && blocks.length === 0) label = text.slice(firstWord.start, firstWord.end);
      const cells = words.slice(words.length < width ? width - columns : words.length - columns);
      style ??= styleOfPrint(text, cells);
      for (let i = 0; i < columns; i++) {
        const cell = cells[i];
        if (cell === undefined) pushHole(source, end);
        else pushCell(source, cell, style);
      }
      rows++;
      last = words.at(-1)?.end ?? end;
      if (rows % rowsPerSlice === 0) yield;
    }
    blocks.push({ rows, columns });
    const below: Line | null = line?.filled(Number.POSITIVE_INFINITY) ?? null;
    const following: Layout | null = below === null ? null : anyLayout(below);
    const goesOn: boolean =
      following !== null &&
      (layout.continues || (!isCut && below === line)) &&
      isNext(text, following, layout);
    layout = goesOn ? following : null;
  }
  const below = line?.filled(Number.POSITIVE_INFINITY) ?? null;
  const end = below !== null && remark.test(below.head(longestLine)) ? below.end : (line?.start ?? limit);
  // Below names of its labels a Series has a type, which a frame has not.
  if (store.length > (blocks[0]?.rows ?? 0) && below !== null && /\bdtype: /.test(below.head(longestLine))) {
    store.discard();
    return null;
  }
  const rows = blocks[0]?.rows ?? 0;
  blocks.forEach((block, index) => {
    if (block.rows !== rows && source.problems.length === 0) {
      source.report('ragged', last, last + 1, { row: index, length: block.rows, expected: rows });
    }
  });
  const span = { offset: start, length: last - start };
  const broken = blocks.some((block) => block.rows !== rows);
  const flat = store.take([store.length], span);
  const array = broken ? flat : joinBlocks(flat, blocks);
  const choices: ReadingChoice[] = [];
  if (!first.numbered) choices.push({ rule: 'header', columns: array.shape[1] ?? 0 });
  if (first.labelled) choices.push({ rule: 'index-column' });
  if (style?.decimalComma === true) choices.push({ rule: 'decimal-comma' });
  if (blocks.length > 1) choices.push({ rule: 'column-blocks', count: blocks.length });
  const fromR =
    first.numbered || (label !== '0' && !blocks.some(() => first.continues) && /^1$|^[A-Za-z]/.test(label));
  const notation: Notation = fromR ? 'r-print' : 'pandas-print';
  const columns = blocks.length > 1 || first.numbered ? {} : { columns: columnNames(text, first.header) };
  const item = { kind: 'array', name: null, array, form: null, span, ...columns } as const;
  return { items: [item], choices, end, notation };
}

function isNext(text: string, following: Layout, before: Layout): boolean {
  if (following.numbered !== before.numbered || following.labelled !== before.labelled) return false;
  if (!following.numbered) return true;
  const number = (cell: Cell | undefined): number =>
    cell === undefined ? 0 : Number(text.slice(cell.start + 2, cell.end - 1));
  return number(following.header[0]) === number(before.header.at(-1)) + 1;
}
