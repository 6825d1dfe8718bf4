import type { Item } from './items';
import type { Notation } from './reading';

/** The notation of what was read, told from its names, brackets and separators. */
export function notationOf(items: readonly Item[]): Notation {
  const first = items[0];
  if (first === undefined) return 'plain';
  if (first.kind === 'object') return 'json';
  if (first.kind === 'choice' || first.name !== null) return 'assignments';
  const { form } = first;
  if (form === null) return 'plain';
  if (form.opener === '(') return form.inner === '[' ? 'python-list' : 'parentheses';
  if (form.opener === '{') return 'braces';
  if (form.rowSeparators || !form.commas) return 'octave-literal';
  return form.trailingComma ? 'python-list' : 'json';
}
