/** Entries of a list that become text at once. */
const slice = 4_096;

/**
 * One line of JSON in pieces, so that ten million numbers never stand in one string. Primes above 2⁵³ have all their
 * digits, as a number: JSON has integers of any size.
 */
export function* jsonLine(result: object): Generator<string> {
  yield* pieces(result);
  yield '\n';
}

function* pieces(value: unknown): Generator<string> {
  if (Array.isArray(value)) yield* ofList(value);
  else if (typeof value === 'object' && value !== null) yield* ofObject(value);
  else yield JSON.stringify(value);
}

function* ofList(items: readonly unknown[]): Generator<string> {
  yield '[';
  for (let start = 0; start < items.length; start += slice) {
    const some = items.slice(start, start + slice);
    if (start > 0) yield ',';
    if (some.every(isPlain)) yield JSON.stringify(some).slice(1, -1);
    else {
      for (const [index, item] of some.entries()) {
        if (index > 0) yield ',';
        // As JSON.stringify does, for a list has a place for what is not there.
        yield* pieces(item ?? null);
      }
    }
  }
  yield ']';
}

function* ofObject(value: object): Generator<string> {
  let mark = '{';
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    yield `${mark}${JSON.stringify(key)}:`;
    mark = ',';
    if (key === 'prime' && typeof entry === 'string') yield entry;
    else yield* pieces(entry);
  }
  yield mark === '{' ? '{}' : '}';
}

function isPlain(item: unknown): boolean {
  return typeof item !== 'object' || item === null;
}
