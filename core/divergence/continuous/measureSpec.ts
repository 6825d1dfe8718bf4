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

/** One distribution as a person wrote it: a family with parameters, or a density with its support. */
export type MeasureSpec = FamilySpec | DensitySpec;
