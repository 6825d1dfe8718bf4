import type { ArrayItem, Item, Name } from './items';
import { onFirstUse } from './onFirstUse';
import type { NumberArray } from './reading';

const letterOrDigit = onFirstUse(() => /[\p{L}\p{N}]/u);

/** Of distributions with more outcomes no names are kept: their outcomes are shown in groups. */
export const mostOutcomeNames = 1_000;
/** A longer label is part of something else. */
const longestLabel = 80;

/** The first names of outcomes, as the text writes them. */
export function outcomeNames(labels: readonly Name[]): readonly string[] {
  return labels.slice(0, mostOutcomeNames).map(({ text }) => text);
}

/**
 * Vectors of a table get the names of their outcomes: of a column what labels its rows, of a row what the header calls its
 * columns. None where the vectors of a text have different names, which then are no outcomes of one variable.
 */
export function nameOutcomes(text: string, items: readonly Item[]): readonly Item[] {
  const starts = new LineStarts(text);
  const labels = items.map((item) => (isColumn(item) ? labelsOf(text, item, starts) : null));
  if (items.some((item, index) => isColumn(item) && labels[index] === null)) return items;
  const [known, ...others] = labels.filter((found) => found !== null).map(namesOf);
  if (known === undefined || !others.every((other) => areSame(known, other))) return items;
  return items.map((item, index) => {
    const found = labels[index] ?? null;
    return found === null || item.kind !== 'array' ? item : { ...item, labels: found };
  });
}

/** A vector that is or was part of a table, and whose numbers have no names yet. */
function isColumn(item: Item): item is ArrayItem {
  if (item.kind !== 'array' || item.form !== null || item.labels !== undefined) return false;
  return item.array.shape.filter((size) => size !== 1).length === 1;
}

function namesOf(labels: readonly Name[]): ReadonlySet<string> {
  return new Set(labels.map(({ text }) => text));
}

function areSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((name) => other.has(name));
}

function labelsOf(text: string, { array, columns }: ArrayItem, starts: LineStarts): readonly Name[] | null {
  const count = array.values.length;
  const found = columns?.length === count ? columns : rowLabels(text, array, starts);
  return found !== null && namesOf(found).size === count ? found : null;
}

/** Where lines begin, of one place after the other: between two of them the text is gone over once, however long its lines are. */
class LineStarts {
  private place = 0;
  private start = 0;

  constructor(private readonly text: string) {}

  /** The beginning of the line that `place` stands on. */
  before(place: number): number {
    const { text } = this;
    if (place < this.place) this.start = text.lastIndexOf('\n', place - 1) + 1;
    else {
      const found = text.slice(this.place, place).lastIndexOf('\n');
      if (found >= 0) this.start = this.place + found + 1;
    }
    this.place = place;
    return this.start;
  }
}

/** What stands before the numbers of a column, each on a line of its own; null where one has nothing there, or for too many. */
export function rowLabels(
  text: string,
  { places, values }: NumberArray,
  starts = new LineStarts(text),
): readonly Name[] | null {
  if (values.length > mostOutcomeNames) return null;
  const names: Name[] = [];
  let line = -1;
  for (let row = 0; row < values.length; row++) {
    const end = places.startOf(row);
    const start = starts.before(end);
    if (start === line) return null;
    line = start;
    const name = labelIn(text, start, end);
    if (name === null) return null;
    names.push(name);
  }
  return names;
}

/** The first cell of a line without quotes and rules; null where it is the number itself, or too long. */
function labelIn(text: string, start: number, end: number): Name | null {
  const written = text.slice(start, Math.min(end, start + longestLabel + 1));
  const cell = /^[\s|│║]*(?:"([^"]*)"|'([^']*)'|([^|│║&,;:\t=]*?))(?=\s*(?:[|│║&,;:\t=]|\s{2}|$))/.exec(
    written,
  );
  const found = cell?.[1] ?? cell?.[2] ?? cell?.[3] ?? '';
  if (cell === null || found.trim() === '' || found.length > longestLabel || !letterOrDigit().test(found))
    return null;
  const offset = start + cell[0].indexOf(found);
  return { text: found.trim(), span: { offset, length: found.length } };
}
