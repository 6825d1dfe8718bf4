import type { NumberArray } from './reading';
import type { RowMark, RowPlace } from './rowMark';
import type { Source } from './source';
import { farthestLook, type TrackRecall } from './trackRecall';

/** What the reader of a table takes over from the reading of an earlier text, and leaves to that of a later. */
export class RowRecall {
  /** Where rows of the earlier reading may be taken over. */
  joinAt: number;
  /** From where on there is something to do at the beginning of a row. */
  due: number;

  private constructor(
    private readonly source: Source,
    private readonly recall: TrackRecall<RowMark>,
    private readonly start: number,
  ) {
    this.joinAt = recall.placeFrom(start);
    this.due = start;
  }

  /** For the table at `start` whose reader is told all it needs in `manner`; null where nothing is kept. */
  static of(source: Source, start: number, limit: number, ...manner: readonly unknown[]): RowRecall | null {
    // Numbers before it that would be of the same table are no part of what is kept.
    if (source.recall === null || source.store.length > 0) return null;
    const place = { start, limit, manner: JSON.stringify(manner) };
    return new RowRecall(source, source.recall.tableAt(place), start);
  }

  /**
   * Takes over the rows that follow as far as they are those of the earlier text; answers where the reading then is, or null
   * where it stays. `told` is what is known of the rows so far beyond their number.
   */
  join(place: RowPlace, told = ''): RowPlace | null {
    const { at } = place;
    if (at < this.due) return null;
    const { source, recall } = this;
    const { store } = source;
    const numbers = store.markFrom(this.start);
    // Whether the rows went on was told from the number that follows.
    const isLong = source.scanner.end > at + farthestLook;
    const now = { ...place, told, numbers, remarks: source.remarks };
    if (!isLong) recall.note(now);
    const joined = recall.placeFrom(at) === at ? recall.join(now, store) : null;
    if (joined !== null) source.remarks = joined.remarks;
    this.joinAt = recall.placeFrom(joined?.at ?? at);
    this.due = Math.min(this.joinAt, recall.noteFrom);
    return joined;
  }

  /** The table has been read. */
  keep(numbers: NumberArray): void {
    this.recall.keep(numbers);
  }
}
