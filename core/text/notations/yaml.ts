import type { Steps } from '../../steps';
import { deepest } from '../arrayForm';
import { closeBracket, comma, hash, hyphen, isBlank, isLineBreak, openBracket } from '../characters';
import { elisionMark } from '../elision';
import type { Name } from '../items';
import { NestedShape } from '../nestedShape';
import { onFirstUse } from '../onFirstUse';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { isNumberCell, pushCell } from './cells';
import { type Line, sign } from './line';
import { type Cell, nextLine, trimmed } from './lines';
import type { Found, LineReader } from './notation';

const style = { decimalComma: false };
const linesPerSlice = 1_024;
const longestHead = 400;
/** So many lines of comments may stand before a list. */
const mostAbove = 50;
const keyLine = onFirstUse(
  () => /^([ \t]*)(["']?)([\p{L}_][\p{L}\p{N}_.-]*)\2:[ \t]*(?:[&!][^\s]*[ \t]*)?(?:#.*)?$/u,
);
const documentStart = /^---[ \t]*(?:#.*)?$/;
const dash = /^([ \t]*)-(?:[ \t]+|$)(.*)$/;

/** Lists of YAML: in dashes to any depth, in brackets, or one in the other; a key before them names the array. */
export const yamlList: LineReader = {
  name: 'yaml',
  begins: 'line',
  needs: [
    { begins: sign.dash },
    { begins: sign.letter | sign.quote, ends: sign.colon },
    // A tag, an anchor or a comment may follow the colon.
    { begins: sign.letter | sign.quote, has: sign.other },
  ],
  recognise: (line) => {
    const kind = kindOf(line);
    if (kind === 'list') return beginsList(line, false);
    if (kind !== 'key' && kind !== 'document') return false;
    const list = listBelow(line);
    return (
      list !== null && beginsList(list, kind === 'key' || (line.next !== null && kindOf(line.next) === 'key'))
    );
  },
  read: readList,
};

/** What a line is around the lists of YAML. */
function kindOf(line: Line): 'key' | 'document' | 'aside' | 'list' | 'other' {
  if (line.isEmpty) return 'aside';
  const unit = line.text.charCodeAt(line.first);
  const head = line.head(longestHead);
  if (unit === hash) return 'aside';
  if (unit === hyphen) return documentStart.test(head) ? 'document' : dash.test(head) ? 'list' : 'other';
  return (line.signs & sign.colon) !== 0 && keyLine().test(head) ? 'key' : 'other';
}

/** The first line after the key or the `---` of the first line that is none of these and no comment. */
function listBelow(first: Line): Line | null {
  let keys = 0;
  let line: Line | null = first;
  for (let count = 0; line !== null && count < mostAbove; count++) {
    const kind = line.once(kindOf);
    if (kind === 'key' ? ++keys > 1 : kind === 'list' || kind === 'other') return line;
    line = line.next;
  }
  return null;
}

/** What follows a dash that begins a line, without a comment; null where none begins it. */
function dashOf(line: Line | null): { readonly indent: string; readonly content: string } | null {
  const match = line?.firstSign === sign.dash ? dash.exec(line.head(longestHead)) : null;
  return match === null
    ? null
    : { indent: match[1] ?? '', content: (match[2] ?? '').replace(/\s+#.*$/, '').trim() };
}

/**
 * Whether a line is the first of a list of numbers. One dash before a number alone may be a bullet of
 * prose or a negative number, so that without a key another must follow.
 */
function beginsList(line: Line, keyed: boolean): boolean {
  const head = dashOf(line);
  if (head === null) return false;
  const { indent, content } = head;
  if (content === '' || content.startsWith('#')) {
    const inner = dashOf(line.next);
    return (
      line.next !== null &&
      inner !== null &&
      inner.indent.length > indent.length &&
      beginsList(line.next, true)
    );
  }
  if (/^-(?:\s|$)/.test(content)) return beginsNested(content);
  if (content.startsWith('[')) return beginsFlow(content);
  if (!isScalar(content)) return false;
  if (keyed) return true;
  const other = dashOf(line.next);
  return other?.indent === indent && isScalar(other.content);
}

function beginsNested(content: string): boolean {
  const first = content.replace(/^(?:-\s+)+/, '');
  return first.startsWith('[') ? beginsFlow(first) : isScalar(first);
}

function beginsFlow(content: string): boolean {
  const first = /^[[\s]+([^\s,\]]*)/.exec(content)?.[1] ?? '';
  return first === '' || isScalar(first);
}

function isScalar(written: string): boolean {
  return written === '~' || isNumberCell(written, { start: 0, end: written.length });
}

function* readList(source: Source, first: Line): Steps<Found | null> {
  const { text } = source;
  const { limit } = first;
  let at = listBelow(first)?.start ?? limit;
  let name: Name | null = null;
  for (let line: Line | null = first; line !== null && line.start < at; line = line.next) {
    const word = keyLine().exec(line.head(longestHead))?.[3];
    if (word !== undefined)
      name = { text: word, span: { offset: text.indexOf(word, line.start), length: word.length } };
  }
  const offset = name?.span.offset ?? trimmed(text, at, limit).start;
  const lists = new Lists(source, limit);
  let last = at;
  for (let line = 1; at < limit && !lists.isBroken; line++) {
    const end = endOfLine(text, at, limit);
    const content = trimmed(text, at, end);
    if (content.start < end && text.charCodeAt(content.start) !== hash) {
      if (!lists.takesLine(at, content.start)) break;
      last = lists.read(at, end);
    } else if (content.start >= end && lists.depth === 0) break;
    at = nextLine(text, Math.max(end, endOfLine(text, last, limit)), limit);
    if (line % linesPerSlice === 0) yield;
  }
  lists.finish(last);
  const span = { offset, length: last - offset };
  const array = source.store.take(lists.shape.finish(), span);
  return {
    items: [{ kind: 'array', name, array, form: null, span }],
    choices: [],
    end: Math.min(limit, Math.max(at, last)),
  };
}

/** The lists that are open, by the columns of their dashes. */
class Lists {
  readonly shape: NestedShape;
  isBroken = false;
  private readonly columns: number[] = [];
  /** Where a dash stands that has no element yet, or −1. */
  private awaiting = -1;

  constructor(
    private readonly source: Source,
    private readonly limit: number,
  ) {
    this.shape = new NestedShape(source);
  }

  get depth(): number {
    return this.columns.length;
  }

  /** Whether the line with its first sign at `first` goes on with the lists. */
  takesLine(line: number, first: number): boolean {
    const outermost = this.columns[0];
    if (!this.isDash(first)) return false;
    return outermost === undefined || first - line >= outermost;
  }

  private isDash(at: number): boolean {
    const { text } = this.source;
    const next = text.charCodeAt(at + 1);
    return text.charCodeAt(at) === hyphen && (at + 1 >= this.limit || isBlank(next) || isLineBreak(next));
  }

  /** Reads the dashes of one line and what stands after them; returns where that ends. */
  read(line: number, end: number): number {
    const { text } = this.source;
    let at = trimmed(text, line, end).start;
    while (at < end && this.isDash(at)) {
      this.enter(at - line, at);
      this.awaiting = at;
      at = trimmed(text, at + 1, end).start;
    }
    if (at >= end || text.charCodeAt(at) === hash) return at;
    this.awaiting = -1;
    if (text.charCodeAt(at) === openBracket) {
      const close = this.readFlow(at);
      const rest = trimmed(text, close, endOfLine(text, close, this.limit));
      const isAside = rest.start >= rest.end || text.charCodeAt(rest.start) === hash;
      if (!isAside && !this.isBroken) this.source.reportSyntax('trailing', rest.start, rest.end);
      return close;
    }
    const comment = /\s+#.*$/.exec(text.slice(at, end));
    const cell = trimmed(text, at, end - (comment?.[0].length ?? 0));
    this.push(cell);
    return cell.end;
  }

  private enter(column: number, at: number): void {
    const { columns } = this;
    while ((columns.at(-1) ?? -1) > column) this.leave(at);
    if (columns.at(-1) === column) {
      if (this.awaiting >= 0)
        this.source.reportSyntax('missing-value', this.awaiting, this.awaiting + 1, 'number');
      return;
    }
    if (columns.length >= deepest) {
      this.source.reportSyntax('depth', at, at + 1);
      this.isBroken = true;
      return;
    }
    columns.push(column);
    this.open(at);
  }

  private open(at: number): void {
    if (this.shape.inLeaf) this.source.reportSyntax('depth', at, at + 1, 'number');
    this.shape.open(at, openBracket);
  }

  private leave(at: number): void {
    this.columns.pop();
    this.shape.close(this.lastLineEnd(at));
  }

  /** A list ends with the line above the one that goes on elsewhere. */
  private lastLineEnd(at: number): number {
    const { text } = this.source;
    let end = at;
    while (end > 0 && !isLineBreak(text.charCodeAt(end))) end--;
    while (end > 0 && (isLineBreak(text.charCodeAt(end - 1)) || isBlank(text.charCodeAt(end - 1)))) end--;
    return end > 0 ? end : at;
  }

  private push(cell: Cell): void {
    const { source } = this;
    this.shape.addNumber(cell.start, cell.end);
    if (source.text.slice(cell.start, cell.end) === '~') {
      source.noteNotFinite(Number.NaN, cell.start, cell.end);
      source.store.push(Number.NaN, cell.start, cell.end);
    } else pushCell(source, cell, style);
  }

  /** `[1, [2, 3]]`, over several lines too. */
  private readFlow(start: number): number {
    const { source, limit, shape } = this;
    const { text } = source;
    let depth = 0;
    let isSeparated = true;
    for (let at = start; at < limit; ) {
      const unit = text.charCodeAt(at);
      const mark = elisionMark(text, at);
      if (isBlank(unit) || isLineBreak(unit)) at++;
      else if (unit === hash && isBlank(text.charCodeAt(at - 1))) at = endOfLine(text, at, limit);
      else if (unit === openBracket) {
        this.open(at++);
        isSeparated = true;
        if (++depth > deepest) break;
      } else if (unit === closeBracket) {
        shape.close(at++);
        isSeparated = false;
        if (--depth === 0) return at;
      } else if (unit === comma) {
        if (isSeparated) source.reportSyntax('missing-value', at, at + 1, 'number');
        isSeparated = true;
        at++;
      } else if (mark !== null) {
        source.report('elided', at, at + mark.length, { mark });
        shape.noteElision();
        at += mark.length;
        isSeparated = false;
      } else {
        // A dash that begins a line is the next element of the list around: this one was left open.
        if (this.isDash(at)) break;
        let end = at;
        while (end < limit && !endsScalar(text.charCodeAt(end))) end++;
        if (!isSeparated) source.reportSyntax('missing-separator', at, end, ',');
        this.push(trimmed(text, at, Math.max(end, at + 1)));
        isSeparated = false;
        at = Math.max(end, at + 1);
      }
    }
    const end = trimmed(text, start, endOfLine(text, start, limit)).end;
    source.reportSyntax('unclosed', end, end, ']');
    this.isBroken = true;
    shape.abandon();
    return end;
  }

  finish(at: number): void {
    if (this.isBroken) return;
    if (this.awaiting >= 0)
      this.source.reportSyntax('missing-value', this.awaiting, this.awaiting + 1, 'number');
    while (this.columns.length > 0) {
      this.columns.pop();
      this.shape.close(at);
    }
  }
}

function endsScalar(unit: number): boolean {
  return (
    unit === comma || unit === openBracket || unit === closeBracket || isLineBreak(unit) || unit === hash
  );
}
