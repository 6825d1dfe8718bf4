/** Something that a person names in their text. */
export interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

export type Lookup<Entry> =
  | { readonly found: Entry }
  | { readonly found: null; readonly suggestion: string | null };

/** Finds an entry by its name or an alias, or the name that the person may have meant. */
export function lookUp<Entry extends Named>(name: string, entries: readonly Entry[]): Lookup<Entry> {
  // Most are written as they are called, and the loosest comparison is a hundred times as long.
  const proper = entries.find((entry) => entry.name === name);
  if (proper !== undefined) return { found: proper };
  const wanted = plainName(name);
  const found = entries[plainNamesOf(entries).get(wanted) ?? -1];
  if (found !== undefined) return { found };
  // Looked for where it is asked for: a text may have very many names that are none of these.
  return {
    found: null,
    get suggestion() {
      return nearestName(wanted, entries);
    },
  };
}

const known = new WeakMap<readonly Named[], ReadonlyMap<string, number>>();

/** The place of the first entry of each name, as they are compared; made once. */
function plainNamesOf(entries: readonly Named[]): ReadonlyMap<string, number> {
  const made = known.get(entries);
  if (made !== undefined) return made;
  const places = new Map<string, number>();
  for (const [place, entry] of entries.entries()) {
    for (const name of namesOf(entry).map(plainName)) if (!places.has(name)) places.set(name, place);
  }
  known.set(entries, places);
  return places;
}

function namesOf(entry: Named): readonly string[] {
  return [entry.name, ...entry.aliases];
}

/** `torch.nn.LeakyReLU()` → `leakyrelu`: without the module, the call, the case and the separators. */
function plainName(name: string): string {
  const last =
    name
      .replace(/\(\s*\)\s*$/, '')
      .split(/\.|::/)
      .at(-1) ?? name;
  return last.replace(/[\s_-]/g, '').toLowerCase();
}

/** The proper name within two slips of the pen (one in a short name), or null. */
function nearestName(wanted: string, entries: readonly Named[]): string | null {
  let best: string | null = null;
  let bestDistance = wanted.length <= 3 ? 2 : 3;
  for (const entry of entries) {
    for (const name of namesOf(entry)) {
      const distance = editDistance(wanted, plainName(name));
      if (distance < bestDistance) {
        best = entry.name;
        bestDistance = distance;
      }
    }
  }
  return best;
}

/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment): insertions,
 * deletions, substitutions and swaps of neighbours each count one.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, substitution);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}
