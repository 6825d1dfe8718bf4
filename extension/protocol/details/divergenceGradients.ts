import type { WireNumber } from '../wire';

/** Derivatives of KL and of cross-entropy by Q, by P and by logits. */
export interface DivergenceGradientsQuestion {
  readonly topic: 'divergenceGradients';
}

export interface DivergenceGradientRow {
  readonly outcome: string;
  /** −p/q, of both. */
  readonly byQ: WireNumber;
  /** q − p, of both, where Q is a softmax. */
  readonly byLogits: WireNumber;
  /** As fractions, where P and Q are known exactly and the derivative is finite. */
  readonly exact?: { readonly byQ: string | null; readonly byLogits: string };
  /** ln(p/q) + 1, of KL. */
  readonly byP: WireNumber;
  /** p (ln(p/q) − KL), of KL where P is a softmax. */
  readonly byLogitsOfP: WireNumber;
}

/** In nats, of P and Q after normalising where a sum is not one. */
export interface DivergenceGradientsAnswer {
  /** The first outcomes. */
  readonly rows: readonly DivergenceGradientRow[];
  readonly outcomes: number;
  /** ∂q/∂z of the softmax, where there are few outcomes. */
  readonly jacobian: readonly (readonly WireNumber[])[] | null;
  /** The largest difference of its transpose times −p/q from q − p. */
  readonly disagreement: WireNumber;
  readonly isNormalised: boolean;
}
