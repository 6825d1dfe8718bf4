import type { NetworkSubject } from '../../../core/derivation/network/plan';
import type { NotationName } from '../../../core/derivation/notations';
import type { PrintedEquation } from '../../../core/derivation/print';

/** What is derived: a part of a network, or KL in one direction. */
export type DerivationSubject =
  | NetworkSubject
  | { readonly kind: 'divergence'; readonly from: 'P' | 'Q' }
  /** All of the network, or both directions: for one who does not know yet what the text is. */
  | { readonly kind: 'whole' };

export interface DerivationQuestion {
  readonly topic: 'derivation';
  readonly subject: DerivationSubject;
  readonly notation: NotationName;
  /** Of the scalar equations; from 0. */
  readonly sample: number;
  /** Steps from the first on; those after them are counted and not built. */
  readonly count: number;
  /** Long sums are written out, up to a hundred terms. */
  readonly unfolded: boolean;
  /** Matrices that are drawn have few columns before they fold; what is copied does not change. */
  readonly narrow?: boolean;
}

export interface DerivationStepView {
  readonly key: string;
  /** In the person's language. */
  readonly title: string;
  readonly hypotheses: readonly {
    readonly text: string;
    readonly holds: boolean;
    /** Both in one line. */
    readonly note: string;
  }[];
  /** From 1, as a line of the derivation. */
  readonly number: number;
  /** Numbers of the steps that it builds on, and the same in words; empty where there is none. */
  readonly uses: readonly number[];
  readonly usesNote: string;
  /** LaTeX with amsmath alone, for the clipboard and for files. */
  readonly equations: readonly PrintedEquation[];
  /** The same with `\data{key=…}{…}` around what has a place in the drawing. */
  readonly placed: readonly PrintedEquation[];
  /** The same as Unicode text, for a screen reader. */
  readonly plain: readonly PrintedEquation[];
}

export interface DerivationAnswer {
  readonly steps: readonly DerivationStepView[];
  /** All steps of the derivation, shown or not. */
  readonly total: number;
}
