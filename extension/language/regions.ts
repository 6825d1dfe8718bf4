import type { Span } from '../../core/problem';
import { nablaFences } from '../../core/text/fences';

/** Longer documents have diagnostics and hovers, but no lenses, hints or symbols. */
export const longestDecorated = 1_000_000;

/**
 * The stretches of a document that each are one value: a `*.nabla.json` is one, a Markdown text has one a
 * fenced block that says `nabla`, and none without.
 */
export function regionsOf(text: string, languageId: string): readonly Span[] {
  return languageId === 'markdown' ? nablaFences(text) : [{ offset: 0, length: text.length }];
}
