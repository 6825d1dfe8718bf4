import type { FailedStudy } from '../../failedStudy';
import { findActivation } from '../../network/activations';
import { activationUnder, type KinkRule } from '../../network/kinkRule';
import { bindParameters } from '../../network/parameters';
import { createProblem, hasError } from '../../problem';
import type { ActivationReading } from '../../text/reading';
import { type ActivationStudy, studyShape } from './activationStudy';
import { inputProblems, pointsOfInput, rowOfInput } from './pointsOfInput';

/** The study of an activation that a text names, with the parameters that it gives, at the numbers that it has. */
export function evaluateActivation(
  reading: ActivationReading,
  rule: KinkRule = 'least-magnitude',
): ActivationStudy | FailedStudy {
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
  const width = reading.input?.values.length ?? null;
  if (width !== null && !activation.elementwise && activation.acceptsWidth?.(width) === false) {
    const span = reading.input?.span ?? reading.span;
    const data = { layer: null, width, expected: width + 1, activation: activation.name };
    const problem = createProblem('width-mismatch', span, data);
    return { kind: 'error', reading, problems: [...problems, problem] };
  }
  const taken = activationUnder(rule, { activation, parameters });
  return {
    kind: 'activation',
    reading,
    activation,
    parameters,
    shape: activation.elementwise ? studyShape(activation, parameters) : null,
    points: taken.activation.elementwise ? pointsOfInput(taken.activation, parameters, reading) : [],
    row: taken.activation.elementwise ? null : rowOfInput(taken.activation, parameters, reading),
    problems: [...problems, ...inputProblems(taken, reading)],
  };
}
