import type { ActivationStudy } from './derivation/activationStudy/activationStudy';
import type { ContinuousStudy } from './divergence/continuous/continuousStudy';
import type { DistributionStudy } from './divergence/distributionStudy';
import { evaluateDistributionSteps } from './divergence/evaluateDistribution';
import { distributionPrecision } from './divergence/precision';
import type { FailedStudy } from './failedStudy';
import type { Kernels } from './kernels/kernels';
import { typescriptKernels } from './kernels/typescriptKernels';
import { type MatrixStatistics, matrixStatisticsSteps } from './linear/matrixStatistics';
import { evaluateNetworkSteps } from './network/evaluateNetwork';
import type { KinkRule } from './network/kinkRule';
import type { NetworkStudy } from './network/networkStudy';
import { networkPrecisionSteps } from './network/precision';
import { hasError, type Problem } from './problem';
import type { Steps } from './steps';
import type { MatricesReading, MatrixReading, Reading } from './text/reading';

export interface MatrixStudy {
  readonly kind: 'matrix';
  readonly reading: MatrixReading;
  readonly statistics: MatrixStatistics;
  readonly problems: readonly Problem[];
}

export interface MatricesStudy {
  readonly kind: 'matrices';
  readonly reading: MatricesReading;
  readonly problems: readonly Problem[];
}

export type Study =
  | NetworkStudy
  | DistributionStudy
  | ContinuousStudy
  | ActivationStudy
  | MatrixStudy
  | MatricesStudy
  | FailedStudy;

export interface EvaluateOptions {
  /** What the derivative is at a kink. By default the element of least magnitude. */
  readonly kinks?: KinkRule;
  /** By default the TypeScript twins. The host decides: results are the same but for rounding. */
  readonly kernels?: Kernels;
}

/** What a reading of any kind but these two means: they alone need what integrates, and what studies functions. */
export type CommonReading = Exclude<Reading, { readonly kind: 'continuous' | 'activation' }>;

/** The part of `evaluateSteps` that a host loads first. */
export function* evaluateCommonSteps(reading: CommonReading, options: EvaluateOptions = {}): Steps<Study> {
  const { problems } = reading;
  switch (reading.kind) {
    case 'network':
      return yield* withNetworkPrecision(
        yield* evaluateNetworkSteps(reading, options.kernels ?? typescriptKernels, options.kinks),
      );
    case 'distribution':
      return withDistributionPrecision(yield* evaluateDistributionSteps(reading, options.kernels));
    case 'matrix':
      return hasError(problems)
        ? { kind: 'error', reading, problems }
        : {
            kind: 'matrix',
            reading,
            statistics: yield* matrixStatisticsSteps(reading.text, reading.array),
            problems,
          };
    case 'matrices':
      return hasError(problems)
        ? { kind: 'error', reading, problems }
        : { kind: 'matrices', reading, problems };
    case 'error':
      return { kind: 'error', reading, problems };
  }
}

function* withNetworkPrecision(study: NetworkStudy | FailedStudy): Steps<Study> {
  if (study.kind !== 'network' || study.single !== undefined) return study;
  const precision = yield* networkPrecisionSteps(study);
  return precision === null ? study : { ...study, precision };
}

function withDistributionPrecision(study: DistributionStudy | FailedStudy): Study {
  const precision = study.kind === 'distribution' ? distributionPrecision(study) : null;
  return precision === null || study.kind !== 'distribution' ? study : { ...study, precision };
}
