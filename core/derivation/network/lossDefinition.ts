import type { NetworkStudy } from '../../network/networkStudy';
import { type Expression, number, written } from '../expression';
import type { Equation } from '../step';
import { lossForm } from './lossForm';

/**
 * ℓ(ŷ, y) as a formula, with the numbers of its letters, where the loss is not written out in full; none where
 * a parameter changes what the formula says.
 */
export function lossDefinition(study: NetworkStudy): readonly Equation[] {
  const form = lossForm(study);
  if (form !== 'elementwise' && form !== 'whole') return [];
  const { loss, parameters, lists } = study.network.loss;
  const equation = (left: Expression, expression: Expression): Equation => ({
    left,
    sides: [{ relation: '=', expression }],
    numbersOf: null,
    value: null,
  });
  const isSaid = (name: string) =>
    parameters[name] !== undefined &&
    lossLetters[name] !== undefined &&
    loss.latex.includes(lossLetters[name].latex);
  const isPlain = loss.parameters.every(
    ({ name, default: usual }) => parameters[name] === usual || isSaid(name),
  );
  if (!isPlain || Object.keys(lists).length > 0) return [];
  const letters = Object.entries(lossLetters).filter(([name]) => isSaid(name));
  return [
    equation(
      written(() => ({ latex: '\\ell(\\hat{y}, y)', plain: 'ℓ(ŷ, y)' })),
      written(() => loss),
    ),
    ...letters.map(([name, letter]) =>
      equation(
        written(() => letter),
        number(parameters[name]),
      ),
    ),
  ];
}

/** Parameters of losses by the letters that their formulas have. */
const lossLetters: Readonly<Record<string, { readonly latex: string; readonly plain: string }>> = {
  delta: { latex: '\\delta', plain: 'δ' },
  beta: { latex: '\\beta', plain: 'β' },
  gamma: { latex: '\\gamma', plain: 'γ' },
  q: { latex: 'q', plain: 'q' },
  margin: { latex: 'm', plain: 'margin' },
};
