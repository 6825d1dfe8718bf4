import type { Steps } from '../../steps';
import type { Name } from '../items';
import type { Source } from '../source';
import { endOfLine } from '../spaces';
import { isNumberCell, pushCell } from './cells';
import { type Cell, headOfLine, nextLine, trimmed } from './lines';
import type { Found, NotationReader } from './notation';

const style = { decimalComma: false };
const linesPerSlice = 1_024;
const keyLine = /^([ \t]*)(["']?)([\p{L}_][\p{L}\p{N}_.-]*)\2:[ \t]*$/u;
const dashed = /^([ \t]*)((?:-[ \t]+)+)(\S.*)$/;
const flow = /^\[([^[\]]*)\]$/;

/** Lists of YAML: `- [1, 2]` a line, or `- - 1` with a number a line; a key before them names the array. */
export const yamlList: NotationReader = {
  name: 'yaml',
  begins: 'line',
  recognise: (text, at, limit) => {
    const line = headOfLine(text, at, limit);
    if (keyLine.test(line)) {
      const next = nextLine(text, endOfLine(text, at, limit), limit);
      return next < limit && isElement(headOfLine(text, next, limit));
    }
    if (!isElement(line)) return false;
    // One dash before a number alone is a bullet of prose or a negative number.
    return /^\s*-\s+[[-]/.test(line);
  },
  read: readList,
};

function isElement(line: string): boolean {
  const match = dashed.exec(line);
  const value = match?.[3]?.replace(/\s+#.*$/, '').trim() ?? '';
  if (value === '') return false;
  const list = flow.exec(value);
  if (list === null) return isNumberCell(value, { start: 0, end: value.length });
  return (list[1] ?? '')
    .split(',')
    .every((part) => isNumberCell(part.trim(), { start: 0, end: part.trim().length }));
}

function* readList(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text, store } = source;
  let at = start;
  let name: Name | null = null;
  const key = keyLine.exec(headOfLine(text, start, limit));
  if (key !== null) {
    const word = key[3] ?? '';
    name = { text: word, span: { offset: text.indexOf(word, start), length: word.length } };
    at = nextLine(text, endOfLine(text, start, limit), limit);
  }
  const offset = name?.span.offset ?? trimmed(text, start, limit).start;
  const lengths: number[] = [];
  let nested = false;
  let last = at;
  for (let line = 1; at < limit; line++) {
    const end = endOfLine(text, at, limit);
    const match = dashed.exec(text.slice(at, end));
    if (match === null) break;
    const dashes = (match[2] ?? '').match(/-/g)?.length ?? 0;
    const from = at + (match[1] ?? '').length + (match[2] ?? '').length;
    const comment = /\s+#.*$/.exec(match[3] ?? '');
    const cell = trimmed(text, from, end - (comment?.[0].length ?? 0));
    if (flow.test(text.slice(cell.start, cell.end))) {
      nested = true;
      const cells = elements(text, cell);
      for (const element of cells) pushCell(source, element, style);
      lengths.push(cells.length);
    } else {
      if (dashes > 1) nested = true;
      if (dashes > 1 || lengths.length === 0) lengths.push(0);
      pushCell(source, cell, style);
      lengths.push((lengths.pop() ?? 0) + 1);
    }
    const width = lengths[0] ?? 0;
    const length = lengths.at(-1) ?? 0;
    const isFlow = text.charCodeAt(cell.start) === 91;
    if (nested && lengths.length > 1 && (length > width || (isFlow && length < width))) {
      source.report('ragged', cell.end - (isFlow ? 1 : 0), cell.end, {
        row: lengths.length - 1,
        length,
        expected: width,
      });
    }
    last = cell.end;
    at = nextLine(text, end, limit);
    if (line % linesPerSlice === 0) yield;
  }
  const width = lengths[0] ?? 0;
  const short = lengths.findIndex((length) => length < width);
  if (nested && short >= 0) {
    source.report('ragged', last, last + 1, { row: short, length: lengths[short] ?? 0, expected: width });
  }
  const span = { offset, length: last - offset };
  const shape = nested && lengths.length * width === store.length ? [lengths.length, width] : [store.length];
  const array = store.take(shape, span);
  return { items: [{ kind: 'array', name, array, form: null, span }], choices: [], end: at };
}

function elements(text: string, { start, end }: Cell): readonly Cell[] {
  const cells: Cell[] = [];
  let first = start + 1;
  for (let at = first; at < end; at++) {
    if (text.charCodeAt(at) !== 44 && at !== end - 1) continue;
    const cell = trimmed(text, first, at);
    if (cell.start < cell.end || at !== end - 1) cells.push(cell);
    first = at + 1;
  }
  return cells;
}
