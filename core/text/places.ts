import type { Span } from '../problem';

/** A gap and a length share a byte; the largest of either says that the number itself follows. */
const lengthBits = 5;
const farGap = 7;
const longLength = 31;

/** Numbers whose places are found together. */
const blockLength = 64;
/** So many bytes are a small integer, for which no memory is taken. */
const mostPacked = 3;
/** Of so few numbers nothing is kept at hand, as a text may have very many such arrays: their bytes are gone through each time. */
const few = 8;

/**
 * Where the numbers of an array stand in the text: number i from `startOf(i)` to before `endOf(i)`. Kept as gaps and
 * lengths, in bytes as `PlaceWriter` writes them, of which most numbers take one. Looking at one takes a few
 * nanoseconds where others near it were looked at before, else as long as at a block of them.
 */
export class Places {
  /** For each block, where its bytes begin and where the number before it ends; filled as far as was asked for. */
  private blocks: Uint32Array | null = null;
  private found = 0;
  /** Starts and ends of the block that was looked at last. */
  private starts: Uint32Array | null = null;
  private ends: Uint32Array | null = null;
  private current = -1;

  constructor(
    /** Of a few numbers that take a byte each the bytes themselves, the first lowest. */
    private readonly entries: Uint8Array | number,
    /** What the first gap counts from. */
    readonly origin: number,
    readonly length: number,
  ) {}

  get bytes(): Uint8Array {
    const { entries, length } = this;
    if (typeof entries !== 'number') return entries;
    return Uint8Array.from({ length }, (_, index) => (entries >> (8 * index)) & 255);
  }

  static of(starts: ArrayLike<number>, ends: ArrayLike<number>): Places {
    const writer = new PlaceWriter();
    for (let index = 0; index < starts.length; index++) writer.push(starts[index] ?? 0, ends[index] ?? 0);
    return writer.take();
  }

  /** NaN for an index that is out of range. */
  startOf(index: number): number {
    if (this.length <= few) return this.walkTo(index, false);
    if (!this.look(index) || this.starts === null) return Number.NaN;
    return this.starts[index % blockLength];
  }

  endOf(index: number): number {
    if (this.length <= few) return this.walkTo(index, true);
    if (!this.look(index) || this.ends === null) return Number.NaN;
    return this.ends[index % blockLength];
  }

  spanOf(index: number): Span {
    const offset = this.startOf(index);
    return { offset, length: this.endOf(index) - offset };
  }

  /** The first number of which `holds` is true; −1 where there is none. */
  findIndex(holds: (start: number, end: number) => boolean): number {
    for (let index = 0; index < this.length; index++) {
      if (holds(this.startOf(index), this.endOf(index))) return index;
    }
    return -1;
  }

  /** The start of a number, or its end, by way of those before it. */
  private walkTo(index: number, isEnd: boolean): number {
    const { entries: bytes, length } = this;
    if (!(index >= 0 && index < length)) return Number.NaN;
    let at = 0;
    let end = this.origin;
    if (typeof bytes === 'number') {
      for (let number = 0; ; number++) {
        const byte = (bytes >> (8 * number)) & 255;
        const start = end + (byte >> lengthBits);
        end = start + (byte & longLength);
        if (number === index) return isEnd ? end : start;
      }
    }
    for (let number = 0; ; number++) {
      const byte = bytes[at++];
      let gap = byte >> lengthBits;
      let size = byte & longLength;
      if (gap === farGap) {
        const folded = varintAt(bytes, at);
        at += sizeOfVarint(folded);
        gap = unfolded(folded);
      }
      if (size === longLength) {
        size = varintAt(bytes, at);
        at += sizeOfVarint(size);
      }
      if (number === index) return isEnd ? end + gap + size : end + gap;
      end += gap + size;
    }
  }

  /** Has the block of a number at hand; false where there is none. */
  private look(index: number): boolean {
    if (!(index >= 0 && index < this.length)) return false;
    const block = Math.floor(index / blockLength);
    if (block === this.current) return true;
    if (this.blocks === null) {
      this.blocks = new Uint32Array(2 * Math.ceil(this.length / blockLength) + 2);
      this.blocks[1] = this.origin;
    }
    while (this.found < block) this.decode(this.found);
    this.decode(block);
    this.current = block;
    return true;
  }

  private decode(block: number): void {
    const { entries: bytes, blocks } = this;
    if (blocks === null || typeof bytes === 'number') return;
    const first = block * blockLength;
    const count = Math.min(blockLength, this.length - first);
    const size = Math.min(blockLength, this.length);
    this.starts ??= new Uint32Array(size);
    this.ends ??= new Uint32Array(size);
    const { starts, ends } = this;
    let at = blocks[2 * block];
    let end = blocks[2 * block + 1];
    for (let index = 0; index < count; index++) {
      const byte = bytes[at++];
      let gap = byte >> lengthBits;
      let length = byte & longLength;
      if (gap === farGap) {
        const folded = varintAt(bytes, at);
        at += sizeOfVarint(folded);
        gap = unfolded(folded);
      }
      if (length === longLength) {
        length = varintAt(bytes, at);
        at += sizeOfVarint(length);
      }
      starts[index] = end + gap;
      end += gap + length;
      ends[index] = end;
    }
    blocks[2 * block + 2] = at;
    blocks[2 * block + 3] = end;
    this.found = Math.max(this.found, block + 1);
  }
}

/** How the bytes of places end. */
export interface PlaceEnd {
  /** Where those of the last number begin. */
  readonly last: number;
  readonly lastStart: number;
  readonly lastEnd: number;
}

const firstCapacity = 64;
/** What the places of one number can take at most. */
const mostBytes = 11;

/** Writes places one after the other. Those of a number begin with its gap to the one before and its length. */
export class PlaceWriter {
  private bytes = new Uint8Array(firstCapacity);
  size = 0;
  last = 0;
  private origin = 0;
  private count = 0;
  lastStart = 0;
  lastEnd = 0;

  push(start: number, end: number): void {
    if (this.count === 0) this.begin(start);
    const { lastEnd } = this;
    if (this.size + mostBytes > this.bytes.length) this.reserve(2 * this.bytes.length);
    this.last = this.size;
    this.size = writeEntry(this.bytes, this.size, start - lastEnd, end - start);
    this.lastStart = start;
    this.lastEnd = end;
    this.count++;
  }

  /** Adds the bytes of `count` numbers, the gap of the first to the last number here, or to `origin` where there is none. */
  append(bytes: Uint8Array, count: number, origin: number, { last, lastStart, lastEnd }: PlaceEnd): void {
    if (count === 0) return;
    if (this.count === 0) this.begin(origin);
    const needed = this.size + bytes.length + mostBytes;
    if (needed > this.bytes.length) this.reserve(Math.max(needed, 2 * this.bytes.length));
    this.bytes.set(bytes, this.size);
    this.last = this.size + last;
    this.size += bytes.length;
    this.lastStart = lastStart;
    this.lastEnd = lastEnd;
    this.count += count;
  }

  /** Gives the number that was pushed last another end. */
  amendLast(end: number): void {
    const before = this.lastStart - gapAt(this.bytes, this.last);
    this.size = writeEntry(this.bytes, this.last, this.lastStart - before, end - this.lastStart);
    this.lastEnd = end;
  }

  get capacity(): number {
    return this.bytes.length;
  }

  /** Makes room for so many bytes in all. */
  reserve(capacity: number): void {
    if (capacity <= this.bytes.length) return;
    const bytes = new Uint8Array(capacity);
    bytes.set(this.bytes.subarray(0, this.size));
    this.bytes = bytes;
  }

  /** What was pushed, for looking at it while more is to come. */
  get soFar(): Places {
    return new Places(this.bytes.subarray(0, this.size), this.origin, this.count);
  }

  /** Forgets what was pushed since the last `take`. */
  discard(): void {
    this.size = 0;
    this.count = 0;
  }

  /** What was pushed since the last `take`. */
  take(): Places {
    const { bytes, size, origin, count } = this;
    if (count <= mostPacked && size === count) {
      let packed = 0;
      for (let index = 0; index < count; index++) packed |= bytes[index] << (8 * index);
      this.discard();
      return new Places(packed, origin, count);
    }
    const isHandedOver = size >= handedOver;
    const places = new Places(isHandedOver ? bytes.subarray(0, size) : bytes.slice(0, size), origin, count);
    if (isHandedOver) this.bytes = new Uint8Array(firstCapacity);
    this.discard();
    return places;
  }

  private begin(origin: number): void {
    this.origin = origin;
    this.lastStart = origin;
    this.lastEnd = origin;
  }
}

/** So many bytes are not copied: their memory is handed over. */
const handedOver = 100_000;

function writeEntry(bytes: Uint8Array, start: number, gap: number, length: number): number {
  const isFar = gap < 0 || gap >= farGap;
  const isLong = length >= longLength;
  bytes[start] = ((isFar ? farGap : gap) << lengthBits) | (isLong ? longLength : length);
  let at = start + 1;
  if (isFar) at = writeVarint(bytes, at, gap < 0 ? -2 * gap - 1 : 2 * gap);
  return isLong ? writeVarint(bytes, at, length) : at;
}

function gapAt(bytes: Uint8Array, at: number): number {
  const gap = bytes[at] >> lengthBits;
  if (gap !== farGap) return gap;
  return unfolded(varintAt(bytes, at + 1));
}

/** A gap that may be negative, of how it is written. */
function unfolded(folded: number): number {
  return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
}

/** Seven bits a byte, the lowest first; the highest bit says that more follow. */
function writeVarint(bytes: Uint8Array, start: number, value: number): number {
  let at = start;
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes[at++] = (rest % 128) + 128;
  bytes[at++] = rest;
  return at;
}

function varintAt(bytes: Uint8Array, start: number): number {
  let value = 0;
  let weight = 1;
  for (let at = start; ; at++) {
    const byte = bytes[at];
    value += (byte % 128) * weight;
    if (byte < 128) return value;
    weight *= 128;
  }
}

function sizeOfVarint(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) size++;
  return size;
}
