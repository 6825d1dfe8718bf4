import type { Steps } from '../steps';
import type { FoundItems } from './foundItems';
import type { ArrayItem, Name } from './items';
import { lineReaders, valueReaders } from './notations';
import { Line } from './notations/line';
import type { Found, LineReader, ValueReader } from './notations/notation';
import { operationBehind, productBehind } from './operation';
import { withPrintedPrecision } from './precision';
import type { Notation } from './reading';
import type { Source } from './source';
import { startOfLine } from './spaces';

/** Reads what is in a notation with a reader of its own, and adds it to what was found. */
export class NotationReader {
  /** The line that was looked at last. */
  private line: Line;

  constructor(
    private readonly source: Source,
    private readonly start: number,
    private readonly limit: number,
    private readonly found: FoundItems,
  ) {
    this.line = new Line(source.text, start, limit);
  }

  /** Where what begins with the line that begins at `at`, blanks aside, ends; null inside a line, and where no notation takes it. */
  readLine(at: number): Steps<number | null> | null {
    const start = startOfLine(this.source.text, at, this.start);
    if (start < 0) return null;
    this.line = this.line.lineAt(start);
    return this.readBy(lineReaders(this.line), null, start);
  }

  /** The same for a value at `at`, under `name` where it has one. */
  readValue(name: Name | null, at: number): Steps<number | null> | null {
    return this.readBy(valueReaders(this.source.text, at, this.limit), name, at);
  }

  private readBy(
    readers: readonly (LineReader | ValueReader)[],
    name: Name | null,
    at: number,
  ): Steps<number | null> | null {
    // Most texts none of them recognises.
    for (let place = 0; place < readers.length; place++) {
      const reader = readers[place];
      if (reader !== undefined && this.recognises(reader, at))
        return this.readFrom(reader, readers.slice(place + 1), name, at);
    }
    return null;
  }

  /** Lets the reader that recognised the text at `at` read it; one of the others where it turns out to be something else. */
  private *readFrom(
    first: LineReader | ValueReader,
    others: readonly (LineReader | ValueReader)[],
    name: Name | null,
    at: number,
  ): Steps<number | null> {
    const found = yield* this.readingBy(first, at);
    if (found !== null) {
      const end = this.take(found, first, name, at);
      return first.begins === 'value' && found.items.length > 0
        ? this.pastOperation(end, name !== null)
        : end;
    }
    const next = this.readBy(others, name, at);
    return next === null ? null : yield* next;
  }

  /** The end of what makes other numbers of a value that ends at `at`, which is refused; `at` where nothing does. */
  private pastOperation(at: number, isNamed: boolean): number {
    const { text } = this.source;
    const behind = operationBehind(text, at, this.limit, false) ?? (isNamed ? productBehind(text, at) : null);
    return behind === null ? at : this.source.reportComputed(behind);
  }

  private recognises(reader: LineReader | ValueReader, at: number): boolean {
    const { source, line, limit } = this;
    return reader.begins === 'line'
      ? reader.recognise(line, source.settled)
      : reader.recognise(source.text, at, limit);
  }

  private readingBy(reader: LineReader | ValueReader, at: number): Steps<Found | null> {
    const { source, line, limit } = this;
    return reader.begins === 'line' ? reader.read(source, line) : reader.read(source, at, limit);
  }

  /** An array with what its notation leaves of its digits, under `name` where it has none of its own. */
  private finished(item: ArrayItem, notation: Notation, name: Name | null): ArrayItem {
    const array = withPrintedPrecision(this.source.text, item.array, notation);
    if (name === null || item.name !== null) return array === item.array ? item : { ...item, array };
    const { offset } = name.span;
    const span = { offset, length: item.span.offset + item.span.length - offset };
    return { ...item, array, name, span };
  }

  private take(found: Found, reader: LineReader | ValueReader, name: Name | null, at: number): number {
    const { source } = this;
    const notation = found.notation ?? reader.name;
    if (this.found.items.length === 0) source.notation = notation;
    this.found.addChoices(found.choices);
    for (const item of found.items) {
      this.found.add(item.kind === 'array' ? this.finished(item, notation, name) : item);
      if (item.kind === 'array' && item.array.values.length >= 2) source.meant = true;
    }
    return Math.max(found.end, at + 1);
  }
}
