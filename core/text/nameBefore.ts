import { isBlank, isWordUnit } from './characters';
import type { Name } from './items';
import { parseName, type Role } from './names';
import { onFirstUse } from './onFirstUse';

const longestName = 20;
const rolesOfArrays: readonly (Role | null)[] = ['weights', 'kernel', 'biases', 'input', 'target', 'p', 'q'];

/**
 * The name that stands before an array with blanks alone between, as `print("W1", W1)` writes it: one that we know, since
 * elsewhere the word is prose. Null where there is none.
 */
export function nameBefore(text: string, at: number, floor: number): Name | null {
  const least = Math.max(floor, at - longestName);
  let end = at;
  while (end > least && isBlank(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > least && isWordUnit(text.charCodeAt(start - 1))) start--;
  const name = text.slice(start, end);
  if (/^\d*$/.test(name)) return ofLayer(text, at, floor);
  if (end === at || (start > floor && !mayStandBefore(text.charAt(start - 1)))) return null;
  return rolesOfArrays.includes(parseName(name).role)
    ? { text: name, span: { offset: start, length: end - start } }
    : null;
}

const longestPhrase = 40;
const phrase = onFirstUse(
  () =>
    /(?<![\p{L}\d_])(weights?|bias(?:es)?|kernel|[Wwb])[ \t]+(?:of|for|in)[ \t]+(?:the[ \t]+)?(?:\p{L}+[ \t]+)?layer[ \t]*#?(\d+)[ \t]*:?$/u,
);

/** `bias of layer 2:` before an array, as the name `bias2`. */
function ofLayer(text: string, at: number, floor: number): Name | null {
  const from = Math.max(floor, at - longestPhrase);
  const before = text.slice(from, at).trimEnd();
  const match = /[\d:]$/.test(before) ? phrase().exec(before) : null;
  if (match === null) return null;
  const [, part = '', number = ''] = match;
  return { text: part + number, span: { offset: from + match.index, length: part.length } };
}

/** What may stand before a name: nothing of a longer one, of a call or of an expression. */
function mayStandBefore(character: string): boolean {
  return /[\s,;:\])}]/.test(character);
}
