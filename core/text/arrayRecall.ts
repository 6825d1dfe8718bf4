import { agree, type Checkpoint, carried } from './checkpoint';
import type { NumberStore } from './numberStore';
import type { NumberArray } from './reading';
import type { CommentStyle } from './spaces';
import type { TextChange } from './textChange';

/** Where and how an array is read. */
export interface Place {
  readonly start: number;
  readonly limit: number;
  readonly style: CommentStyle;
  readonly declaredRow: number;
}

/** How an array was read. */
export interface ArrayTrack {
  readonly place: Place;
  /** From its beginning on, in order. */
  readonly checkpoints: readonly Checkpoint[];
  readonly numbers: Pick<NumberArray, 'values' | 'places'>;
}

/** The reader looks no further ahead than this, but for what it says in `farLooks`. */
const farthestLook = 1_000;
/** So few units apart, one checkpoint does for both. */
const leastApart = 1_000;
/** Numbers that are taken over in well under the 10 ms between two yields. */
const mostAtOnce = 200_000;

/**
 * The reading of one array beside that of the same array in an earlier text: wherever the two are in the same state and
 * the text after it is the same, the numbers up to a later checkpoint are taken over.
 */
export class ArrayRecall {
  private readonly checkpoints: Checkpoint[] = [];
  /** The checkpoint of the earlier reading that comes next. */
  private next = 0;
  private readonly shift: number;

  constructor(
    private readonly place: Place,
    private readonly change: TextChange,
    private readonly earlier: ArrayTrack | null,
    private readonly keepTrack: (track: ArrayTrack) => void,
  ) {
    this.shift = change.newEnd - change.oldEnd;
  }

  /** The first place from `at` on where the earlier reading can be joined; infinite where there is none. */
  placeFrom(at: number): number {
    const checkpoints = this.earlier?.checkpoints ?? [];
    for (; this.next < checkpoints.length; this.next++) {
      const shift = this.shiftOf(checkpoints[this.next]);
      const place = shift === null ? -1 : checkpoints[this.next].at + shift;
      if (place >= at) return place;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Takes over what it can from `now` on, which stands at `placeFrom`. Answers where the reading then is; null where it stays. */
  join(now: Checkpoint, store: NumberStore): Checkpoint | null {
    const { earlier } = this;
    const from = earlier?.checkpoints[this.next++];
    if (earlier === null || from === undefined || !agree(now, from)) return null;
    const { checkpoints, numbers } = earlier;
    let last: Checkpoint | null = null;
    for (let index = this.next; index < checkpoints.length; index++) {
      const to = checkpoints[index];
      if (to.numbers.count - from.numbers.count > mostAtOnce || !this.isReadAlike(from, to)) break;
      const here = carried(now, from, to);
      if (here === null) continue;
      this.note(here);
      last = here;
      // To go on from there.
      this.next = index;
    }
    if (last === null) return null;
    const added = last.numbers.count - now.numbers.count;
    if (added > 0) {
      const first = from.numbers;
      const size = last.numbers.size - now.numbers.size;
      store.append(
        {
          values: numbers.values.subarray(first.count, first.count + added),
          bytes: numbers.places.bytes.subarray(first.size, first.size + size),
          last: last.numbers.last - now.numbers.size,
          lastStart: last.numbers.lastStart,
          lastEnd: last.numbers.lastEnd,
        },
        numbers.places.origin + now.at - from.at,
        (first.count + added) / numbers.values.length,
      );
    }
    return last;
  }

  note(checkpoint: Checkpoint): void {
    const last = this.checkpoints[this.checkpoints.length - 1];
    if (last === undefined || checkpoint.at - last.at >= leastApart) this.checkpoints.push(checkpoint);
  }

  /** The array has been read: what later readings may take over. */
  keep(numbers: NumberArray): void {
    if (this.checkpoints.length < 2) return;
    const { values, places } = numbers;
    this.keepTrack({ place: this.place, checkpoints: this.checkpoints, numbers: { values, places } });
  }

  /** By how much the text at a checkpoint has moved; null where the change is too near to join there. */
  private shiftOf({ at, numbers: { lastStart } }: Checkpoint): number | null {
    if (at <= this.change.start) return 0;
    // The reader looks back no further than to the beginning of the last number.
    return lastStart >= this.change.oldEnd ? this.shift : null;
  }

  /** Whether all the text by which the reader came from one checkpoint to the other is the same. */
  private isReadAlike(from: Checkpoint, to: Checkpoint): boolean {
    const { change, place, earlier } = this;
    const isBefore = from.at <= change.start;
    const end = to.at + farthestLook;
    const limit = Math.min(place.limit - (isBefore ? 0 : this.shift), earlier?.place.limit ?? 0);
    if (end > limit) return false;
    if (isBefore) return end <= change.start && to.progress.reach <= change.start;
    return to.progress.farLooks === from.progress.farLooks;
  }
}
