import type { NotationName } from '../../../core/derivation/notations';
import type { Span } from '../../../core/problem';
import type { HoverParts, Surroundings } from '../../protocol/requests';
import type { Evaluation } from '../evaluation';
import type { Words } from '../words/words';
import type { Palette } from './palette';

/** What every card of a hover is made from. */
export interface CardRequest {
  readonly evaluation: Evaluation;
  /** Of the document, for the links. */
  readonly uri: string;
  readonly palette: Palette;
  readonly parts: HoverParts;
  readonly digits: number;
  /** Of equations; the sheet's where it is left out. */
  readonly notation?: NotationName;
  readonly words: Words;
  readonly surroundings?: Surroundings;
  /** A place whose diagnostics the editor shows beside the card. */
  readonly told: Span | null;
}

/**
 * A card from the answer to the details. Sections are Markdown blocks; where all of them are too
 * long for a hover, the last optional one is left out first.
 */
export interface Section {
  readonly markdown: string;
  readonly optional?: true;
}

/** The evaluated text in offsets of its document. */
export function documentSpan({ evaluation }: CardRequest): Span {
  if (evaluation.whole !== undefined) return evaluation.whole;
  const { offset, length } = evaluation.study.reading.span;
  return { offset: offset + evaluation.offset, length };
}
