import { createProblem, type Problem, type Span } from '../../problem';

/** What only densities can do wrong. `at` is where the density is negative, or where its integral diverges. */
export interface DensityProblemDetails {
  readonly 'negative-density': {
    readonly distribution: 'P' | 'Q';
    readonly at: number;
    readonly value: number;
  };
  readonly 'infinite-integral': {
    readonly distribution: 'P' | 'Q';
    readonly at: number | null;
  };
}

export type DensityProblem = {
  readonly [Code in keyof DensityProblemDetails]: {
    readonly code: Code;
    readonly severity: 'error';
    readonly span: Span;
    readonly data: DensityProblemDetails[Code];
  };
}[keyof DensityProblemDetails];

export type MeasureProblem = Problem | DensityProblem;

export function negativeDensity(span: Span, data: DensityProblemDetails['negative-density']): DensityProblem {
  return { code: 'negative-density', severity: 'error', span, data };
}

export function infiniteIntegral(
  span: Span,
  data: DensityProblemDetails['infinite-integral'],
): DensityProblem {
  return { code: 'infinite-integral', severity: 'error', span, data };
}

export function isError(problem: MeasureProblem): boolean {
  return problem.severity === 'error';
}

/** An expected value that is not there: a parameter that was left out. */
export function missingParameter(span: Span, name: string): MeasureProblem {
  return createProblem('syntax', span, { reason: 'missing-value', expected: name });
}
