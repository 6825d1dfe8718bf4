/**
 * What was deflated, `length` bytes of it. The modules of the kernels stand in the bundles deflated, and a worker in a
 * browser has no decoder of its own that answers at once.
 * Source: P. Deutsch, "DEFLATE Compressed Data Format Specification", RFC 1951, 1996.
 */
export function inflate(deflated: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(length);
  const bits = createBitReader(deflated);
  let at = 0;
  for (let isLast = 0; isLast === 0; ) {
    isLast = bits.take(1);
    const kind = bits.take(2);
    if (kind === 0) {
      const stored = bits.takeStored();
      result.set(stored, at);
      at += stored.length;
      continue;
    }
    const { literals, distances } = kind === 1 ? fixedCodes() : readCodes(bits);
    for (let symbol = literals(bits); symbol !== endOfBlock; symbol = literals(bits)) {
      if (symbol < endOfBlock) {
        result[at++] = symbol;
        continue;
      }
      const count = lengthBases[symbol - 257] + bits.take(lengthBits[symbol - 257]);
      const code = distances(bits);
      const distance = distanceBases[code] + bits.take(distanceBits[code]);
      for (const end = at + count; at < end; at++) result[at] = result[at - distance];
    }
  }
  return result;
}

interface BitReader {
  /** So many bits, the first the lowest. */
  take(count: number): number;
  /** The bytes of a block that is stored as it is. */
  takeStored(): Uint8Array;
}

/** Decodes the next symbol. */
type Decoder = (bits: BitReader) => number;

const endOfBlock = 256;
const mostBits = 15;

function createBitReader(bytes: Uint8Array): BitReader {
  let at = 0;
  let held = 0;
  let heldBits = 0;
  return {
    take(count) {
      for (; heldBits < count; heldBits += 8) held |= bytes[at++] << heldBits;
      const value = held & ((1 << count) - 1);
      held >>>= count;
      heldBits -= count;
      return value;
    },
    takeStored() {
      // From the next whole byte: the length, and the length inverted.
      held = 0;
      heldBits = 0;
      const first = at + 4;
      at = first + (bytes[at] | (bytes[at + 1] << 8));
      return bytes.subarray(first, at);
    },
  };
}

/** Extra bits of codes, `step` of which have the same number, and the numbers that they begin with. */
function createBases(
  count: number,
  step: number,
  first: number,
): readonly [readonly number[], readonly number[]] {
  const bits = Array.from({ length: count }, (_, code) => Math.max(0, Math.floor(code / step) - 1));
  const bases: number[] = [];
  for (let code = 0, base = first; code < count; base += 2 ** bits[code++]) bases.push(base);
  return [bases, bits];
}

const [shorterLengths, shorterBits] = createBases(28, 4, 3);
/** The longest has a code of its own. */
const lengthBases = [...shorterLengths, 258];
const lengthBits = [...shorterBits, 0];
const [distanceBases, distanceBits] = createBases(30, 2, 1);

/** The canonical code in which symbol i has `lengths[i]` bits, 0 where it does not occur. */
function createDecoder(lengths: readonly number[]): Decoder {
  const counts = new Array<number>(mostBits + 1).fill(0);
  for (const length of lengths) counts[length]++;
  counts[0] = 0;
  const symbols = lengths
    .map((length, symbol) => ({ length, symbol }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.length - b.length || a.symbol - b.symbol)
    .map(({ symbol }) => symbol);
  return (bits) => {
    // Of each length the codes are consecutive numbers, and so are the symbols.
    for (let length = 1, code = 0, first = 0, index = 0; length <= mostBits; length++) {
      code |= bits.take(1);
      const count = counts[length];
      if (code - first < count) return symbols[index + code - first];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Error('The deflated bytes are damaged.');
  };
}

interface Codes {
  readonly literals: Decoder;
  readonly distances: Decoder;
}

function fixedCodes(): Codes {
  const lengths = Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  );
  return { literals: createDecoder(lengths), distances: createDecoder(new Array<number>(30).fill(5)) };
}

/** In which order the lengths of the code for lengths stand. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function readCodes(bits: BitReader): Codes {
  const literalCount = bits.take(5) + 257;
  const count = literalCount + bits.take(5) + 1;
  const given = bits.take(4) + 4;
  const ofLengths = new Array<number>(lengthOrder.length).fill(0);
  for (const symbol of lengthOrder.slice(0, given)) ofLengths[symbol] = bits.take(3);
  const decode = createDecoder(ofLengths);
  const lengths: number[] = [];
  const repeat = (length: number, times: number) => {
    for (let i = 0; i < times; i++) lengths.push(length);
  };
  while (lengths.length < count) {
    const symbol = decode(bits);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) repeat(lengths[lengths.length - 1], bits.take(2) + 3);
    else if (symbol === 17) repeat(0, bits.take(3) + 3);
    else repeat(0, bits.take(7) + 11);
  }
  return {
    literals: createDecoder(lengths.slice(0, literalCount)),
    distances: createDecoder(lengths.slice(literalCount)),
  };
}
