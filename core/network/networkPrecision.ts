import type { Matrix } from '../matrix';
import type { Bounds } from '../numeric/interval';
import type { PrintedDigits } from '../text/precision';

/** What the printed digits of a network's numbers leave of its outputs and its loss. */
export interface NetworkPrecision {
  readonly printed: PrintedDigits;
  /** Every output lies between these, samples × outputs; null where an activation has no bounds here. */
  readonly output: { readonly lower: Matrix; readonly upper: Matrix } | null;
  /** The loss lies here, by interval arithmetic rounded outwards; null where there are no bounds. */
  readonly loss: Bounds | null;
  /** Σ |∂L/∂θ| · half unit over parameters, inputs and targets: the most that the loss changes, to first order. Null without a loss. */
  readonly firstOrder: number | null;
  /** Which of the two tells more: intervals grow with each layer, and first order holds for small changes. */
  readonly method: 'interval' | 'first-order' | null;
}
