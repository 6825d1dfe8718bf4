import type { WireNumber } from '../wire';

/** The inequalities between measures, on the shown P and Q. */
export interface BoundsQuestion {
  readonly topic: 'bounds';
}

export interface BoundRow {
  readonly name: string;
  readonly title: string;
  /** left ≤ right, in nats. */
  readonly left: { readonly latex: string; readonly value: WireNumber };
  readonly right: { readonly latex: string; readonly value: WireNumber };
  /** `vacuous` where the right side is more than the left can be. */
  readonly verdict: 'holds' | 'equal' | 'vacuous' | 'fails';
  readonly source: string;
}

export interface BoundsAnswer {
  readonly rows: readonly BoundRow[];
  /** The values are those after normalising. */
  readonly isNormalised: boolean;
}
