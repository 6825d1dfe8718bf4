import type { ParameterReference } from './chainRule';
import type { Expression } from './expression';
import type { DistributionName } from './quantity';
import type { Values } from './values';

export type Relation = '=' | '≈' | '≥' | '≤' | '>' | '⊂' | '⊄';

/** One line of an equation after its left side. */
export interface Side {
  readonly relation: Relation;
  readonly expression: Expression;
}

/** Whether a condition holds on the numbers at hand. */
export interface Hypothesis {
  readonly name: HypothesisName;
  readonly holds: boolean;
}

export type HypothesisName =
  | 'sums-to-one-P'
  | 'sums-to-one-Q'
  | 'not-negative'
  | 'absolutely-continuous'
  | 'convex'
  | 'finite-entropy'
  | 'integrable'
  | 'interior'
  | 'differentiable'
  | 'entries-agree';

/** What a step shows, for the words of its title. Layers and neurons count from 0. */
export type StepTitle =
  /** An activation by its formulas. */
  | { readonly what: 'activation'; readonly name: string }
  | {
      readonly what: 'pre-activation' | 'output' | 'slope' | 'output-gradient' | 'pre-activation-gradient';
      readonly layer: number;
      readonly neuron: number;
    }
  | { readonly what: 'prediction' | 'loss' | 'loss-gradient' }
  | { readonly what: 'input-gradient'; readonly neuron: number }
  | {
      readonly what:
        | 'forward-matrix'
        | 'activation-matrix'
        | 'delta-matrix'
        | 'weights-matrix'
        | 'source-matrix'
        | 'agreement'
        | 'update-matrix';
      readonly layer: number;
    }
  | { readonly what: 'parameter' | 'update'; readonly of: ParameterReference }
  /** Of what an activation learns; without a neuron, all of the layer share it. */
  | {
      readonly what: 'learnt' | 'learnt-update';
      readonly layer: number;
      readonly neuron: number | null;
    }
  | { readonly what: 'composition' | 'chain-gradient' | 'chain-slopes' | 'chain-bound' | 'chain-factors' }
  | {
      readonly what:
        | 'support'
        | 'kl-terms'
        | 'kl-closed'
        | 'kl-entropies'
        | 'jensen'
        | 'jensen-line'
        | 'positivity';
      readonly from: DistributionName;
      readonly to: DistributionName;
    }
  | { readonly what: 'entropy'; readonly of: DistributionName };

/** Left side, the lines that follow it, one of them again with numbers put in, and what it comes to. */
export interface Equation {
  readonly left: Expression;
  readonly sides: readonly Side[];
  /** Which side, or the left one, is written again with numbers; null where that would say the same. */
  readonly numbersOf: number | 'left' | null;
  /** What the left side is by another way, as the study computed it; null where the equation is about letters. */
  readonly value: Expression | null;
  /** What the value is compared with, after it. */
  readonly bounds?: readonly Side[];
}

/** A part of a derivation. */
export interface Step {
  /** Unique in its derivation; `uses` names steps by it. */
  readonly key: string;
  readonly title: StepTitle;
  readonly equations: readonly Equation[];
  readonly uses: readonly string[];
  readonly hypotheses?: readonly Hypothesis[];
}

/** A step that is made when it is shown. */
export interface PlannedStep {
  readonly key: string;
  readonly title: StepTitle;
  make(): Step;
}

export interface Derivation {
  readonly steps: readonly PlannedStep[];
  readonly values: Values;
}
