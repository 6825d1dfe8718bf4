/** What stands before the decimals of numbers that people read. JSON and copied text keep the point. */
export type DecimalMark = '.' | ',';

/**
 * Kept for the whole program and not for this module: the French words are a file of their own with a copy of it,
 * and write their numbers with the mark of the surface that asks them.
 */
const scope = globalThis as { nablaDecimalMark?: DecimalMark };

/** The mark that numbers are written with now. */
export function decimalMark(): DecimalMark {
  return scope.nablaDecimalMark ?? '.';
}

/**
 * Numbers are written in very many places under few doors. The door of each surface says the mark for
 * what runs inside it, and restores the one before, so that answers for different readers can alternate.
 */
export function withDecimalMark<Answer>(mark: DecimalMark, write: () => Answer): Answer {
  const before = decimalMark();
  setDecimalMark(mark);
  try {
    return write();
  } finally {
    setDecimalMark(before);
  }
}

/** The same for work in steps: between two of them the mark is what it was outside. */
export function* stepsWithDecimalMark<Answer>(
  mark: DecimalMark,
  steps: Iterator<undefined, Answer>,
): Generator<undefined, Answer> {
  for (;;) {
    const step = withDecimalMark(mark, () => steps.next());
    if (step.done) return step.value;
    yield;
  }
}

/** For a page with one reader: the mark from now on. */
export function setDecimalMark(mark: DecimalMark): void {
  scope.nablaDecimalMark = mark;
}
