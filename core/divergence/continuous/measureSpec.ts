import type { Span } from '../../problem';
import type { DensityExpression } from '../../text/densityExpression';
import type { ParameterValue } from '../families/family';

/** A parameter as it was written: by position where it has no name. */
export interface ParameterSpec {
  readonly name: string | null;
  readonly value: ParameterValue;
  /** Of the value. */
  readonly span: Span;
  readonly nameSpan?: Span;
}

export interface FamilySpec {
  readonly kind: 'family';
  readonly name: string;
  readonly nameSpan: Span;
  readonly parameters: readonly ParameterSpec[];
  readonly span: Span;
}

/** One end of a support; its span covers the number or expression that gave it. */
export interface SupportEndSpec {
  readonly value: number;
  readonly span: Span;
}

export interface DensitySpec {
  readonly kind: 'density';
  readonly expression: DensityExpression;
  readonly support: readonly [SupportEndSpec, SupportEndSpec];
  /** Of the expression. */
  readonly span: Span;
}

export interface WeightedSpec {
  readonly weight: number;
  readonly weightSpan: Span;
  readonly measure: MeasureSpec;
}

/** `0.3 normal(0, 1) + 0.7 normal(2, 1)`. */
export interface MixtureSpec {
  readonly kind: 'mixture';
  readonly components: readonly WeightedSpec[];
  /** How far the sum of the weights may be from one by the rounding with which they were printed. */
  readonly rounding: number;
  readonly span: Span;
}

/** One distribution as a person wrote it: a family with parameters, a density with its support, or a mixture. */
export type MeasureSpec = FamilySpec | DensitySpec | MixtureSpec;
