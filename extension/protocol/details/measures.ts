import type { CatalogueName, Group } from '../../../core/divergence/measures/catalogue';
import type { WireNumber } from '../wire';

/** Every measure that is known, on the shown P and Q. */
export interface MeasuresQuestion {
  readonly topic: 'measures';
  /** Of measures that have an order; left out, the text's `alpha` or the usual one. */
  readonly orders?: { readonly [Name in CatalogueName]?: WireNumber };
}

export interface MeasureRow {
  readonly name: CatalogueName;
  /** In words. */
  readonly title: string;
  readonly latex: string;
  readonly plain: string;
  /** Where it is finite, in symbols. */
  readonly domain?: string;
  readonly source: string;
  readonly role: 'difference' | 'similarity' | 'spread';
  readonly isLogarithmic: boolean;
  readonly isSymmetric: boolean;
  readonly isMetric: boolean;
  /** Of the numbers as given. A spread is of P. */
  readonly pq: WireNumber;
  /** With P and Q exchanged, of Q for a spread; null where it is the same, or where there is no Q. */
  readonly qp: WireNumber | null;
  /** After normalising, where a sum is not one. */
  readonly normalised?: { readonly pq: WireNumber; readonly qp: WireNumber | null };
  readonly order?: { readonly symbol: string; readonly value: WireNumber; readonly domain: string };
}

export interface MeasuresAnswer {
  readonly groups: readonly {
    readonly name: Group;
    readonly title: string;
    readonly rows: readonly MeasureRow[];
  }[];
}
