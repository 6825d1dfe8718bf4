import type { NumberStore, StoreMark } from './numberStore';
import type { NumberArray } from './reading';
import type { TextChange } from './textChange';

/** Where numbers are read, and how: all that their reader is given. */
export interface Place {
  readonly start: number;
  readonly limit: number;
  readonly manner: string;
}

/** The state of a reading at one place of the text. */
export interface Mark {
  readonly at: number;
  /** The numbers so far. */
  readonly numbers: StoreMark;
}

/** How readings of one kind are joined. */
export interface Joining<State extends Mark> {
  /** Whether two states agree, wherever in the text they are, but for what is only counted to the end. */
  readonly agree: (one: State, other: State) => boolean;
  /** The state at `to` of a reading that is at `now` where another, which agrees, was at `from`; null where it may be another. */
  readonly carried: (now: State, from: State, to: State) => State | null;
  /** How often more of the text than is near was looked at to decide something, and up to where it can have mattered. */
  readonly looks: (state: State) => { readonly farLooks: number; readonly reach: number };
}

/** How numbers were read. */
export interface Track<State extends Mark> {
  readonly place: Place;
  /** From its beginning on, in order. */
  readonly marks: readonly State[];
  readonly numbers: Pick<NumberArray, 'values' | 'places'>;
}

/** A reader looks no further ahead than this, but for what it says in `farLooks`. */
export const farthestLook = 2_500;
/** So few units apart, one mark does for both. */
const leastApart = 1_000;
/** Numbers that are taken over in well under the 10 ms between two yields. */
const mostAtOnce = 200_000;

/**
 * The reading of an array or a table beside that of the same one in an earlier text: wherever the two are in the same
 * state and the text after it is the same, the numbers up to a later mark are taken over.
 */
export class TrackRecall<State extends Mark> {
  private readonly marks: State[] = [];
  /** The mark of the earlier reading that comes next. */
  private next = 0;
  private readonly shift: number;

  constructor(
    private readonly place: Place,
    private readonly change: TextChange,
    private readonly joining: Joining<State>,
    private readonly earlier: Track<State> | null,
    private readonly keepTrack: (track: Track<State>) => void,
  ) {
    this.shift = change.newEnd - change.oldEnd;
  }

  /** From where on a state is worth noting. */
  get noteFrom(): number {
    const last = this.marks[this.marks.length - 1];
    return last === undefined ? 0 : last.at + leastApart;
  }

  /** The first place from `at` on where the earlier reading can be joined; infinite where there is none. */
  placeFrom(at: number): number {
    const marks = this.earlier?.marks ?? [];
    for (; this.next < marks.length; this.next++) {
      const shift = this.shiftOf(marks[this.next]);
      const place = shift === null ? -1 : marks[this.next].at + shift;
      if (place >= at) return place;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Takes over what it can from `now` on, which stands at `placeFrom`. Answers where the reading then is; null where it stays. */
  join(now: State, store: NumberStore): State | null {
    const { earlier, joining } = this;
    const from = earlier?.marks[this.next++];
    if (earlier === null || from === undefined || !joining.agree(now, from)) return null;
    const { marks, numbers } = earlier;
    let last: State | null = null;
    for (let index = this.next; index < marks.length; index++) {
      const to = marks[index];
      if (to.numbers.count - from.numbers.count > mostAtOnce || !this.isReadAlike(from, to)) break;
      const here = joining.carried(now, from, to);
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

  note(state: State): void {
    if (state.at >= this.noteFrom) this.marks.push(state);
  }

  /** All has been read: what later readings may take over. */
  keep({ values, places }: NumberArray): void {
    if (this.marks.length < 2) return;
    this.keepTrack({ place: this.place, marks: this.marks, numbers: { values, places } });
  }

  /** By how much the text at a mark has moved; null where the change is too near to join there. */
  private shiftOf({ at, numbers: { lastStart } }: State): number | null {
    if (at <= this.change.start) return 0;
    // A reader looks back no further than to the beginning of the last number.
    return lastStart >= this.change.oldEnd ? this.shift : null;
  }

  /** Whether all the text by which the reader came from one mark to the other is the same. */
  private isReadAlike(from: State, to: State): boolean {
    const { change, place, earlier, joining } = this;
    const isBefore = from.at <= change.start;
    const end = to.at + farthestLook;
    const limit = Math.min(place.limit - (isBefore ? 0 : this.shift), earlier?.place.limit ?? 0);
    if (end > limit) return false;
    if (isBefore) return end <= change.start && joining.looks(to).reach <= change.start;
    return joining.looks(to).farLooks === joining.looks(from).farLooks;
  }
}
