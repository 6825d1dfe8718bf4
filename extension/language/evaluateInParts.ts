import { type EvaluateOptions, evaluateCommonSteps, type Study } from '../../core/commonStudy';
import type { Steps } from '../../core/steps';
import type { Reading } from '../../core/text/reading';

/** `evaluateSteps` of the core, with what one kind of reading alone needs loaded when the first of that kind comes. */
export async function stepsInParts(reading: Reading, options: EvaluateOptions): Promise<Steps<Study>> {
  switch (reading.kind) {
    case 'continuous': {
      const { evaluateContinuousSteps } = await import('../../core/divergence/continuous/evaluateContinuous');
      return evaluateContinuousSteps(reading);
    }
    case 'activation': {
      const { evaluateActivation } = await import('../../core/derivation/activationStudy/evaluateActivation');
      return atOnce(evaluateActivation(reading, options.kinks));
    }
    default:
      return evaluateCommonSteps(reading, options);
  }
}

// biome-ignore lint/correctness/useYield: one function is studied in a few milliseconds
function* atOnce(study: Study): Steps<Study> {
  return study;
}
