/** The number of letters to insert, delete or change (Levenshtein). */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The name that was probably meant, no more than a third of its letters away; null where none is near. */
export function nearestName(written: string, names: readonly string[]): string | null {
  const lower = written.toLowerCase();
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const steps = distance(lower.slice(0, 64), name.toLowerCase());
    if (steps < least && steps <= Math.max(1, Math.floor(name.length / 3))) {
      best = name;
      least = steps;
    }
  }
  return best;
}
