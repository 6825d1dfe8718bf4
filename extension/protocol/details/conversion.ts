import type { Span } from '../../../core/problem';
import type { Losses } from '../../../core/text/notations/writers/conversion';
import type { WriterName } from '../../../core/text/notations/writers/writer';

/** The value in another notation. */
export interface ConversionQuestion {
  readonly topic: 'conversion';
  /** Null to learn which notations have a form for it. */
  readonly to: string | null;
}

export interface ConversionOffer {
  readonly name: WriterName;
  /** In the person's language. */
  readonly label: string;
}

export interface ConversionAnswer {
  readonly offers: readonly ConversionOffer[];
  /** Null where no notation was asked for, or it has no form for the value. */
  readonly text: string | null;
  /** What the text stands in place of, in offsets of the document: with the words of a declaration around it. */
  readonly span: Span;
  readonly losses: Losses;
  /** A sentence a loss, in the person's language; empty where nothing was lost. */
  readonly lost: readonly string[];
}
