import type { Item } from './items';
import type { Notation } from './reading';

const longestCaller = 8;

/** The notation of what was read, told from its names, brackets and separators. */
export function notationOf(items: readonly Item[], text: string): Notation {
  const first = items[0];
  if (first === undefined) return 'plain';
  if (first.kind === 'object') return 'json';
  if (first.kind === 'choice' || first.name !== null) return 'assignments';
  const { form } = first;
  // A repr names the class without its module, which a program would import.
  const { offset } = first.array.span;
  const caller = /(?:^|[^\w.$])(array|tensor)$/.exec(
    text.slice(Math.max(0, offset - longestCaller), offset),
  )?.[1];
  if (form?.opener === '(' && caller !== undefined) return caller === 'array' ? 'numpy-repr' : 'torch-repr';
  if (form === null) return 'plain';
  if (form.opener === '(') return form.inner === '[' ? 'python-list' : 'parentheses';
  if (form.opener === '{') return 'braces';
  if (form.rowSeparators || !form.commas) return 'octave-literal';
  return form.trailingComma ? 'python-list' : 'json';
}
