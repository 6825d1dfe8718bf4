import type { DistributionStudy } from './divergence/distributionStudy';
import type { NetworkStudy } from './network/networkStudy';
import type { Problem } from './problem';
import type { FailedReading, MatricesReading, MatrixReading, Reading } from './text/reading';

export interface MatrixStudy {
  readonly kind: 'matrix';
  readonly reading: MatrixReading;
  readonly problems: readonly Problem[];
}

export interface MatricesStudy {
  readonly kind: 'matrices';
  readonly reading: MatricesReading;
  readonly problems: readonly Problem[];
}

/** Nothing can be computed; `problems` says why, where, and what would help. */
export interface FailedStudy {
  readonly kind: 'error';
  readonly reading: Reading;
  readonly problems: readonly Problem[];
}

export type Study = NetworkStudy | DistributionStudy | MatrixStudy | MatricesStudy | FailedStudy;

/**
 * The one door that every surface goes through: what a reading means, in numbers. A generator that
 * yields at least every 10 ms; `evaluate` drives it to its end.
 * Problems of the reading are among those of the study.
 */
export declare function evaluateSteps(reading: Reading): Generator<undefined, Study>;
export declare function evaluate(reading: Reading): Study;
export type { FailedReading };
