import { activations } from '../../../core/network/activations';
import type { BoundActivation } from '../../../core/network/activations/activation';
import type { Steps } from '../../../core/steps';
import type { ActivationChoice, ActivationsAnswer } from '../../protocol/details/activations';
import type { DetailContext } from './context';

/** Every activation by its name, those of the network first. */
export function* activationsSteps(
  _question: unknown,
  { evaluation: { study } }: DetailContext,
): Steps<ActivationsAnswer> {
  const bound = study.kind === 'network' ? study.network.layers.map(({ activation }) => activation) : [];
  const used = new Map(
    bound.map((one) => [textOf(one), { text: textOf(one), formula: one.activation.plain }]),
  );
  const known = activations.map(({ name, plain }): ActivationChoice => ({ text: name, formula: plain }));
  return { used: [...used.values()], known };
}

/** As it is read again: numbers with all their digits, whatever people are shown. */
function textOf({ activation, parameters }: BoundActivation): string {
  const given = activation.parameters.flatMap(({ name, default: usual, words }) => {
    const value = parameters[name];
    return value === usual ? [] : [`${name}=${words?.[value] ?? String(value)}`];
  });
  return given.length === 0 ? activation.name : `${activation.name}(${given.join(', ')})`;
}
