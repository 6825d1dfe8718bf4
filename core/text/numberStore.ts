import type { Span } from '../problem';
import type { NumberArray } from './reading';

const firstCapacity = 256;
/** So many numbers are not copied when they are taken: their memory is handed over, with what little room is left. */
const handedOver = 100_000;
const littleRoom = 1.1;

/** After so many numbers it is told how many there will be; before, room is doubled. */
const firstEstimated = 1_000;
/** Room for numbers that turn out to stand closer together. */
const slack = 1.02;

/** Numbers while they are being read, in three typed arrays that grow. */
export class NumberStore {
  length = 0;
  private values = new Float64Array(firstCapacity);
  private starts = new Uint32Array(firstCapacity);
  private ends = new Uint32Array(firstCapacity);

  push(value: number, start: number, end: number): void {
    const index = this.length++;
    if (index === this.values.length) this.grow(this.values.length * 2);
    this.values[index] = value;
    this.starts[index] = start;
    this.ends[index] = end;
  }

  /** Pushes many at once. `share` is how much of the array has been read with them, from which its size is told. */
  append({ values, starts, ends }: Pick<NumberArray, 'values' | 'starts' | 'ends'>, share: number): void {
    const { length } = this;
    const needed = length + values.length;
    if (needed > this.values.length) {
      const whole = needed >= firstEstimated ? Math.ceil((needed / share) * slack) : 2 * needed;
      this.grow(Math.max(needed, whole));
    }
    this.values.set(values, length);
    this.starts.set(starts, length);
    this.ends.set(ends, length);
    this.length = needed;
  }

  /** Pushes those of `numbers` from `first` to before `end`, which stand `shift` later now, with room for as many as there are. */
  appendMoved(
    { values, starts, ends }: Pick<NumberArray, 'values' | 'starts' | 'ends'>,
    first: number,
    end: number,
    shift: number,
  ): void {
    const { length } = this;
    const needed = length + end - first;
    if (needed > this.values.length) {
      this.grow(Math.max(needed, Math.ceil((length + values.length - first) * slack)));
    }
    this.values.set(values.subarray(first, end), length);
    copyMoved(this.starts, length, starts.subarray(first, end), shift);
    copyMoved(this.ends, length, ends.subarray(first, end), shift);
    this.length = needed;
  }

  /** The start of the number that was pushed last. */
  get lastStart(): number {
    return this.starts[this.length - 1] ?? 0;
  }

  get lastValue(): number {
    return this.values[this.length - 1] ?? Number.NaN;
  }

  /** Gives the number that was pushed last, which turned out to go on, its value and end. */
  amendLast(value: number, end: number): void {
    this.values[this.length - 1] = value;
    this.ends[this.length - 1] = end;
  }

  /** The start of the last number that ends at or before `place`; `place` where there is none. */
  startBefore(place: number): number {
    for (let index = this.length - 1; index >= 0; index--) {
      if ((this.ends[index] ?? 0) <= place) return this.starts[index] ?? place;
    }
    return place;
  }

  /** What was pushed since the last `take`, in memory of its own. */
  take(shape: readonly number[], span: Span): NumberArray {
    const count = this.length;
    this.length = 0;
    if (count < handedOver || this.values.length > littleRoom * count) {
      return {
        shape,
        values: this.values.slice(0, count),
        starts: this.starts.slice(0, count),
        ends: this.ends.slice(0, count),
        span,
      };
    }
    const taken = {
      shape,
      values: this.values.subarray(0, count),
      starts: this.starts.subarray(0, count),
      ends: this.ends.subarray(0, count),
      span,
    };
    this.values = new Float64Array(firstCapacity);
    this.starts = new Uint32Array(firstCapacity);
    this.ends = new Uint32Array(firstCapacity);
    return taken;
  }

  private grow(capacity: number): void {
    this.values = copyInto(new Float64Array(capacity), this.values);
    this.starts = copyInto(new Uint32Array(capacity), this.starts);
    this.ends = copyInto(new Uint32Array(capacity), this.ends);
  }
}

function copyMoved(target: Uint32Array, from: number, places: Uint32Array, shift: number): void {
  if (shift === 0) target.set(places, from);
  else for (let index = 0; index < places.length; index++) target[from + index] = places[index] + shift;
}

function copyInto<Numbers extends Float64Array | Uint32Array>(target: Numbers, source: Numbers): Numbers {
  target.set(source);
  return target;
}
