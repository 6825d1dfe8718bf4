import { isBlank, isWordUnit } from './characters';
import type { Name } from './items';
import { parseName, type Role } from './names';

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
  if (end === at || start === end || (start > floor && !mayStandBefore(text.charAt(start - 1)))) return null;
  const name = text.slice(start, end);
  return rolesOfArrays.includes(parseName(name).role)
    ? { text: name, span: { offset: start, length: end - start } }
    : null;
}

/** What may stand before a name: nothing of a longer one, of a call or of an expression. */
function mayStandBefore(character: string): boolean {
  return /[\s,;:\])}]/.test(character);
}
