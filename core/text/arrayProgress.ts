/** What came last, in the order in which the scanner counts it. */
export const previousKinds = ['open', 'item', 'comma', 'row'] as const;

/** Where the reader of an array is, but for the shape and the numbers: what came last, and what it noticed on the way. */
export interface ArrayProgress {
  previous: (typeof previousKinds)[number];
  /** The first end of a line since the last element, or −1. */
  lineBreak: number;
  /** The end of the last element. */
  lastEnd: number;
  commas: boolean;
  rowSeparators: boolean;
  trailingComma: boolean;
  numbers: number;
  /** Numbers that ranges imply. */
  implied: number;
  /** Brackets inside the outermost, by how they stand to the one before. */
  blocksBelow: number;
  blocksBeside: number;
  /** The `shape=(0, 3)` that only an empty array needs. */
  declared: readonly number[] | null;
  /** Whether the ends of lines part no rows, as where NumPy folds a long vector; null before the first. */
  folded: boolean | null;
  /** Calls around inner arrays whose closing parenthesis is to come: the number of open brackets around each. */
  calls: readonly number[];
  /** How often more of the text than is near was looked at to decide something, and up to where it can have mattered. */
  farLooks: number;
  reach: number;
}

const noCalls: readonly number[] = [];

export function beginProgress(lastEnd: number): ArrayProgress {
  return {
    previous: 'open',
    lineBreak: -1,
    lastEnd,
    commas: false,
    rowSeparators: false,
    trailingComma: false,
    numbers: 0,
    implied: 0,
    blocksBelow: 0,
    blocksBeside: 0,
    declared: null,
    folded: null,
    calls: noCalls,
    farLooks: 0,
    reach: 0,
  };
}
