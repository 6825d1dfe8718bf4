import { endOfToken, isBlank, isLineBreak, isOperator } from '../characters';
import { operationBehind } from '../operation';
import type { Source } from '../source';
import { skipBlanks } from '../spaces';

/** Where more is made of an array by arithmetic or by another call, the call alone would be other numbers. */
export function standsAlone(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  return before < 0 || isLineBreak(text.charCodeAt(before)) || /[=:←-]/.test(text.charAt(before));
}

/** Whether no operator, member, index or further call follows what ends there. */
export function endsAlone(text: string, end: number, limit: number): boolean {
  const after = skipBlanks(text, end, limit);
  return after >= limit || !(isOperator(text.charCodeAt(after)) || /[.'(@[]/.test(text.charAt(after)));
}

/** The match of a sticky pattern at `at` that ends by `limit`. */
export function matchAt(pattern: RegExp, text: string, at: number, limit: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match !== null && pattern.lastIndex <= limit ? match : null;
}

/** Says of what follows a call that ends at `end`, and does not end alone, that it makes other numbers of the array. */
export function refuseRest(source: Source, end: number, limit: number): number {
  const at = skipBlanks(source.text, end, limit);
  const token = { start: at, end: endOfToken(source.text, at, limit) };
  return source.reportComputed(operationBehind(source.text, end, limit, false) ?? token);
}
