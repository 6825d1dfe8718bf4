import type { Problem } from '../../core/problem';
import type { Words } from './words/words';

/** What is wrong and where, the same on every surface. */
export function sentence(problem: Problem, words: Words): string {
  const say = words.problems.sentences[problem.code] as (data: Problem['data']) => string;
  return say(problem.data);
}

/** What would help, or null where nothing is known to. */
export function remedy(problem: Problem, words: Words): string | null {
  const say = words.problems.remedies[problem.code] as ((data: Problem['data']) => string | null) | undefined;
  return say?.(problem.data) ?? null;
}
