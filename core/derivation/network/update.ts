import type { ParameterReference } from '../chainRule';
import { difference, type Expression, of, product } from '../expression';
import type { Notation } from '../notations';
import type { ParameterQuantity, Quantity } from '../quantity';
import type { Equation, PlannedStep } from '../step';
import { parameterKey } from './backward';
import { turned } from './forward';
import { lossQuantity, type NetworkTerms } from './quantities';

/** w − η ∂ℒ/∂w, everything on the right at iterate t. */
export function updateStep(parameter: ParameterReference): PlannedStep {
  const title = { what: 'update', of: parameter } as const;
  const key = `u${parameterKey(parameter).slice(1)}`;
  return {
    key,
    title,
    make: () => {
      const equations = [descent(parameter, of)];
      return { key, title, uses: [parameterKey(parameter)], equations };
    },
  };
}

/** W − η ∂ℒ/∂W and b − η ∂ℒ/∂b of a layer. */
export function updateMatrixStep(terms: NetworkTerms, notation: Notation, layer: number): PlannedStep {
  const key = `U${layer}`;
  const title = { what: 'update-matrix', layer } as const;
  return {
    key,
    title,
    make: () => {
      const ofWeights = descent({ kind: 'weights', layer }, of);
      const ofBiases = () => descent({ kind: 'biases', layer }, (quantity) => turned(notation, of(quantity)));
      const equations = terms.hasBiases(layer) ? [ofWeights, ofBiases()] : [ofWeights];
      return { key, title, uses: [`W${layer}`], equations };
    },
  };
}

export function descent(parameter: ParameterQuantity, leaf: (quantity: Quantity) => Expression): Equation {
  const before = { kind: 'iterate', of: parameter, step: 0 } as const;
  const left = leaf({ kind: 'iterate', of: parameter, step: 1 });
  const change = product(
    of({ kind: 'learning-rate' }),
    leaf({ kind: 'derivative', of: lossQuantity, by: before }),
  );
  const expression = difference(leaf(before), change);
  return { left, sides: [{ relation: '=', expression }], numbersOf: 0, value: left };
}
