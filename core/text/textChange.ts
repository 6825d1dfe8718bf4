/** Two texts that are the same but for one stretch. */
export interface TextChange {
  /** Where they begin to differ, and where in each they are the same again. */
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Units that are compared at once, which an engine does by their bytes. */
const stretch = 16_384;

/** The stretch in which two texts differ, as short as it can be. */
export function changeBetween(old: string, text: string): TextChange {
  const shorter = Math.min(old.length, text.length);
  const start = commonLength(shorter, (from, to) => old.slice(from, to) === text.slice(from, to));
  const fromEnd = (whole: string, from: number, to: number) =>
    whole.slice(whole.length - to, whole.length - from);
  const after = commonLength(
    shorter - start,
    (from, to) => fromEnd(old, from, to) === fromEnd(text, from, to),
  );
  return { start, oldEnd: old.length - after, newEnd: text.length - after };
}

/** The largest length, at most `limit`, up to which both are the same, where `isSame` compares a part of it. */
function commonLength(limit: number, isSame: (from: number, to: number) => boolean): number {
  let common = 0;
  for (let step = stretch; step >= 1; step = Math.floor(step / 2)) {
    while (common + step <= limit && isSame(common, common + step)) common += step;
  }
  return common;
}
