import type { Span } from '../problem';
import { closerOf, endOfToken, isCloser } from './characters';
import type { Item, Name } from './items';
import { startOfFactor } from './leftOut';
import { nameBefore } from './nameBefore';
import type { ReadingChoice } from './reading';
import type { Source } from './source';
import { endOfLine } from './spaces';

/** What was found in a text so far, and what the words around it make of it. */
export class FoundItems {
  readonly items: Item[] = [];
  /** Whether words stood before the first item: then those after it are no faults either. */
  isProse = false;
  /** What R printed above the next element of a list. */
  elementName: Name | null = null;
  /** Text after an unnamed array, on its line: a fault unless more numbers follow, for then it is prose. */
  private trailing: Span | null = null;
  /** How many brackets stand open that were passed over since the last item, as in `print(W)`. */
  private openBrackets = 0;
  private separate = 0;

  constructor(
    private readonly source: Source,
    private readonly start: number,
    private readonly limit: number,
    /** So many are read, where vectors that follow each other as the rows of one matrix count as one, and objects not at all. */
    private readonly most: number,
  ) {}

  /** Whether there are so many that no more are read. */
  get isFull(): boolean {
    return this.separate > this.most;
  }

  add(item: Item): void {
    if (!isRowAfter(item, this.last)) this.separate++;
    if (this.isFull) {
      const { offset, length } = item.span;
      const data = { what: 'values', size: this.separate, limit: this.most };
      this.source.report('too-large', offset, offset + length, data);
    }
    this.trailing = null;
    this.openBrackets = 0;
    const { offset: start } = item.span;
    const isMultiplied = item.kind === 'array' && item.array.factor !== undefined;
    this.source.leftOut.settle(isMultiplied ? startOfFactor(this.source.text, start) : start);
    this.items.push(this.named(item));
    this.elementName = null;
  }

  /** The item with what the text around it calls it, where it has no name of its own. */
  private named(item: Item): Item {
    if (item.kind !== 'array' || item.name !== null) return item;
    const { form, span } = item;
    const name =
      this.elementName ?? (form === null ? null : nameBefore(this.source.text, span.offset, this.start));
    return name === null ? item : { ...item, name };
  }

  /** Says what a reader of a notation decided, each of it once. */
  addChoices(choices: readonly ReadingChoice[]): void {
    const { source } = this;
    for (const choice of choices) {
      if (!source.choices.some((other) => isSame(choice, other))) source.choices.push(choice);
    }
  }

  get last(): Item | undefined {
    return this.items.at(-1);
  }

  replaceLast(item: Item): void {
    this.items[this.items.length - 1] = item;
  }

  /** Goes past what is none of ours; answers its end. */
  passOver(start: number, end: number): number {
    const { last } = this;
    if (last === undefined) this.isProse = true;
    else if (!this.isProse && this.trailing === null && this.continuesLine(last, start)) {
      const tokenEnd = endOfToken(this.source.text, start, this.limit);
      this.trailing = { offset: start, length: Math.max(end, tokenEnd) - start };
    }
    return end;
  }

  /** All of them, at the end of the text. */
  finish(): readonly Item[] {
    if (this.trailing !== null) {
      const { offset, length } = this.trailing;
      this.source.reportSyntax('trailing', offset, offset + length);
    }
    return this.items;
  }

  private isStrayCloser(at: number): boolean {
    const unit = this.source.text.charCodeAt(at);
    if (closerOf(unit) !== 0) this.openBrackets++;
    if (!isCloser(unit)) return false;
    if (this.openBrackets === 0) return true;
    this.openBrackets--;
    return false;
  }

  private continuesLine(last: Item, at: number): boolean {
    if (last.kind === 'choice') return false;
    if (last.kind === 'array' && last.name !== null) return this.isStrayCloser(at);
    if (last.kind === 'object') return true;
    return endOfLine(this.source.text, last.span.offset + last.span.length, at) === at;
  }
}

/** Whether an item may be the next row of the matrix that `before` is a row of, or the next record. */
function isRowAfter(item: Item, before: Item | undefined): boolean {
  if (item.kind !== 'array') return item.kind === 'object';
  const { shape, values, factor } = item.array;
  return (
    item.name === null &&
    shape.length === 1 &&
    values.length > 0 &&
    factor === undefined &&
    before?.kind === 'array' &&
    before.name === null &&
    before.array.values.length === values.length
  );
}

function isSame(choice: ReadingChoice, other: ReadingChoice): boolean {
  return (
    choice.rule === other.rule &&
    Object.entries(choice).every(([key, value]) => other[key as keyof ReadingChoice] === value)
  );
}
