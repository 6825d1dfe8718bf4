import type { Span } from '../problem';
import { type PlaceEnd, type Places, PlaceWriter } from './places';
import type { NumberArray } from './reading';

const firstCapacity = 256;
/** So many numbers are not copied when they are taken: their memory is handed over, with what little room is left. */
const handedOver = 100_000;
const littleRoom = 1.1;

/** After so many numbers it is told how many there will be; before, room is doubled. */
const firstEstimated = 1_000;
/** Room for numbers that turn out to stand closer together. */
const slack = 1.02;

/** Several numbers at once, with the bytes of their places, whose first gap is to the number before them. */
export interface NumberRun extends PlaceEnd {
  readonly values: Float64Array;
  readonly bytes: Uint8Array;
}

/** How far a store was filled. */
export interface StoreMark extends PlaceEnd {
  readonly count: number;
  /** Bytes of places. */
  readonly size: number;
}

/** The mark of a store at `now` after the numbers between two marks of another, in a text that is `shift` units further on. */
export function carriedMark(now: StoreMark, from: StoreMark, to: StoreMark, shift: number): StoreMark {
  const count = to.count - from.count;
  if (count === 0) return now;
  return {
    count: now.count + count,
    size: now.size + to.size - from.size,
    last: now.size + to.last - from.size,
    lastStart: to.lastStart + shift,
    lastEnd: to.lastEnd + shift,
  };
}

/** Numbers while they are being read, in arrays that grow. */
export class NumberStore {
  private count = 0;
  private values = new Float64Array(firstCapacity);
  private readonly places = new PlaceWriter();

  get length(): number {
    return this.count;
  }

  push(value: number, start: number, end: number): void {
    const index = this.count++;
    if (index === this.values.length) this.grow(this.values.length * 2);
    this.values[index] = value;
    this.places.push(start, end);
  }

  /**
   * Pushes many at once; the first gap counts from `origin` where there are none before. `share` is how much of the
   * array has been read with them, from which its size is told.
   */
  append({ values, bytes, ...end }: NumberRun, origin: number, share: number): void {
    const { length, places } = this;
    const needed = length + values.length;
    if (needed > this.values.length) {
      const whole = needed >= firstEstimated ? (needed / share) * slack : 2 * needed;
      this.grow(Math.max(needed, Math.ceil(whole)));
    }
    if (places.size + bytes.length > places.capacity && needed >= firstEstimated)
      places.reserve(Math.ceil(((places.size + bytes.length) / share) * slack));
    this.values.set(values, length);
    places.append(bytes, values.length, origin, end);
    this.count = needed;
  }

  /** How far it is filled with numbers from `start` on, which is where the last ends as long as there are none. */
  markFrom(start: number): StoreMark {
    if (this.count === 0) return { count: 0, size: 0, last: 0, lastStart: start, lastEnd: start };
    const { size, last, lastStart, lastEnd } = this.places;
    return { count: this.length, size, last, lastStart, lastEnd };
  }

  /** The start of the number that was pushed last. */
  get lastStart(): number {
    return this.places.lastStart;
  }

  /** Its end. */
  get lastEnd(): number {
    return this.places.lastEnd;
  }

  get lastValue(): number {
    return this.values[this.length - 1] ?? Number.NaN;
  }

  /** Gives the number that was pushed last, which turned out to go on, its value and end. */
  amendLast(value: number, end: number): void {
    this.values[this.length - 1] = value;
    this.places.amendLast(end);
  }

  /** The start of the last number that ends at or before `place`; `place` where there is none. */
  startBefore(place: number): number {
    const places: Places = this.places.soFar;
    for (let index = places.length - 1; index >= 0; index--) {
      if (places.endOf(index) <= place) return places.startOf(index);
    }
    return place;
  }

  /** Forgets what was pushed since the last `take`. */
  discard(): void {
    this.count = 0;
    this.places.discard();
  }

  /** What was pushed since the last `take`, in memory of its own. */
  take(shape: readonly number[], span: Span): NumberArray {
    const count = this.length;
    const places = this.places.take();
    this.count = 0;
    if (count < handedOver || this.values.length > littleRoom * count) {
      return { shape, values: this.values.slice(0, count), places, span };
    }
    const values = this.values.subarray(0, count);
    this.values = new Float64Array(firstCapacity);
    return { shape, values, places, span };
  }

  private grow(capacity: number): void {
    const values = new Float64Array(capacity);
    values.set(this.values.subarray(0, this.length));
    this.values = values;
  }
}
