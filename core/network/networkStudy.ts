import type { Matrix } from '../matrix';
import type { Problem } from '../problem';
import type { NetworkReading } from '../text/reading';
import type { DifferenceMethod } from './differences';
import type { EdgeCheck } from './edgeCheck';
import type { ExactNetwork } from './exact/exactNetwork';
import type { ComparedClaim } from './gradientClaim';
import type { LayerGradient } from './layerGradient';
import type { Network } from './network';
import type { NetworkPrecision } from './networkPrecision';
import type { LossConvention } from './reductionAudit';
import type { Products } from './secondOrder/products';
import type { SinglePrecision } from './single/singlePrecision';

/** What one layer computed. Rows are samples, columns the neurons of the layer. */
export interface LayerTrace {
  /** s: samples × fan-out of the weights. */
  readonly preActivation: Matrix;
  /** o: samples × width. */
  readonly output: Matrix;
  /** φ′(s), samples × width. Null where the activation mixes neurons (softmax). */
  readonly slope: Matrix | null;
  /** ∂L/∂o, samples × width. Null without a loss. */
  readonly outputGradient: Matrix | null;
  /** δ = ∂L/∂s, samples × fan-out. Null without a loss. */
  readonly preActivationGradient: Matrix | null;
}

/** Differences, of complex or of real steps, beside the chain rule, for every parameter or, in a large network, a sample of them. */
export interface GradientCheck {
  readonly verdict: 'agree' | 'disagree' | 'undecided';
  readonly compared: number;
  readonly parameters: number;
  /** max |chain rule − difference| / max(|chain rule|, |difference|, scale); see `gradientCheck.ts`. */
  readonly largestRelativeDifference: number;
  readonly tolerance: number;
  /** How the differences were taken. */
  readonly methods: readonly DifferenceMethod[];
  /** The same against the gradient in exact arithmetic, where there is one: another engine, no steps. */
  readonly exactDifference?: number;
  /** The same against the chain rule edge by edge, with one-sided derivatives at kinks. */
  readonly edges?: EdgeCheck;
}

export interface NetworkStudy {
  readonly kind: 'network';
  readonly reading: NetworkReading;
  readonly network: Network;
  readonly samples: number;
  /** samples × features; null where the text has no input, and then there are no layers below. */
  readonly input: Matrix | null;
  readonly layers: readonly LayerTrace[];
  /** Null without a target. In the unit of the loss; nats for the class losses. */
  readonly loss: number | null;
  /** With the reduction none: the losses whose sum `loss` is, samples × outputs or samples × 1. */
  readonly losses?: Matrix;
  /** What other ways to add up the same loss would make of the gradient; left out without a target. */
  readonly conventions?: readonly LossConvention[];
  readonly gradients: readonly LayerGradient[] | null;
  /** ∂L/∂x, samples × features. */
  readonly inputGradient: Matrix | null;
  readonly check: GradientCheck | null;
  /** Where the text claims a gradient: how much of it is right. */
  readonly claim?: ComparedClaim;
  /** Jacobian-vector products with what the text gives; left out where it gives nothing. */
  readonly products?: Products;
  /** The study in fractions, as far as it goes; left out without an input. */
  readonly exact?: ExactNetwork;
  /** What printed digits leave of outputs and loss; left out where the numbers were printed whole. */
  readonly precision?: NetworkPrecision;
  /** Where the text asks for float32: how that compares with doubles, in which it is calculated else. */
  readonly single?: SinglePrecision;
  readonly problems: readonly Problem[];
}
