import type { FailedStudy } from '../../failedStudy';
import { findActivation } from '../../network/activations';
import { bindParameters } from '../../network/parameters';
import { createProblem, hasError } from '../../problem';
import type { ActivationReading } from '../../text/reading';
import { type ActivationStudy, studyShape } from './activationStudy';

/** The study of an activation that a text names, with the parameters that it gives. */
export function evaluateActivation(reading: ActivationReading): ActivationStudy | FailedStudy {
  const { choice } = reading;
  const lookup = findActivation(choice.name);
  if (lookup.found === null) {
    const data = { name: choice.name, suggestion: lookup.suggestion, layer: 0 };
    const problem = createProblem('unknown-activation', choice.span, data);
    return { kind: 'error', reading, problems: [...reading.problems, problem] };
  }
  const activation = lookup.found;
  const shape = { samples: 1, outputs: 1 };
  const bound = bindParameters(activation.name, activation.parameters, choice, shape);
  const problems = [...reading.problems, ...bound.problems];
  if (hasError(problems)) return { kind: 'error', reading, problems };
  const { parameters } = bound;
  return {
    kind: 'activation',
    reading,
    activation,
    parameters,
    shape: activation.elementwise ? studyShape(activation, parameters) : null,
    problems,
  };
}
