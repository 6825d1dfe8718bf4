import { createProblem, type Problem, type Span } from '../problem';

/** A base that has no logarithm. */
export function baseProblems(base: number, span: Span): readonly Problem[] {
  if (base > 0 && base !== 1 && Number.isFinite(base)) return [];
  const data = { owner: 'logarithm', parameter: 'base', value: String(base), domain: '> 0, ≠ 1' };
  return [createProblem('parameter-domain', span, data)];
}
