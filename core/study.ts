import { type EvaluateOptions, evaluateCommonSteps, type Study } from './commonStudy';
import { evaluateActivation } from './derivation/activationStudy/evaluateActivation';
import { evaluateContinuousSteps } from './divergence/continuous/evaluateContinuous';
import { finish, type Steps } from './steps';
import type { Reading } from './text/reading';

/**
 * The one door that every surface goes through: what a reading means, in numbers. A generator that
 * yields at least every 10 ms; `evaluate` drives it to its end.
 * Problems of the reading are among those of the study.
 */
export function* evaluateSteps(reading: Reading, options: EvaluateOptions = {}): Steps<Study> {
  switch (reading.kind) {
    case 'continuous':
      return yield* evaluateContinuousSteps(reading);
    case 'activation':
      return evaluateActivation(reading, options.kinks);
    default:
      return yield* evaluateCommonSteps(reading, options);
  }
}

export function evaluate(reading: Reading, options: EvaluateOptions = {}): Study {
  return finish(evaluateSteps(reading, options));
}

export type { EvaluateOptions, MatricesStudy, MatrixStudy, Study } from './commonStudy';
