import type {
  BoundActivation,
  ElementwiseActivation,
  Parameters,
} from '../../network/activations/activation';
import { functionKey } from '../../network/learnt';
import { type Cases, formulas } from '../activationStudy/formulas';
import { casesLatex, casesPlain, namesIn } from '../activationStudy/formulaText';
import { jacobians } from '../activationStudy/jacobians';
import { apply, difference, type Expression, number, of, product, symbol, written } from '../expression';
import type { Equation, Hypothesis, PlannedStep, Relation } from '../step';
import { preActivationKey } from './forward';
import { networkValues } from './networkValues';
import { derivativeOf, type NetworkTerms } from './quantities';

/** φ(x) and φ′(x) as formulas, once for the layers that share them. The identity needs none. */
export function activationSteps(
  terms: NetworkTerms,
  layers: readonly number[] = terms.study.network.layers.map((_, layer) => layer),
): readonly PlannedStep[] {
  const bound = (layer: number) => terms.study.network.layers[layer].activation;
  const first = new Map<string, number>();
  for (const layer of layers) {
    const key = functionKey(bound(layer));
    if (!terms.isIdentity(layer) && !first.has(key)) first.set(key, layer);
  }
  return [...first.values()].map((layer) => activationStep(bound(layer), layer));
}

function activationStep(bound: BoundActivation, layer: number): PlannedStep {
  const key = `f${layer}`;
  const { activation } = bound;
  const title = { what: 'activation', name: activation.name } as const;
  const call = (order: 0 | 1) => apply({ kind: 'activation', layer, order }, symbol('x'));
  return {
    key,
    title,
    make() {
      const parameters = oneForAll(bound);
      if (!activation.elementwise || parameters === null) {
        const jacobian = jacobians[activation.name];
        const whole = letters(
          call(0),
          written(() => activation),
        );
        const slopes = activation.elementwise ? learntSlope(activation) : [];
        return {
          key,
          title,
          uses: [],
          equations: jacobian === undefined ? [whole, ...slopes] : [whole, parted(jacobian)],
        };
      }
      const { value, derivative } = formulas[activation.name](parameters);
      // By itself, as no other name for it is needed.
      if (activation.name === 'sigmoid') {
        return {
          key,
          title,
          uses: [],
          equations: [letters(call(0), writtenCases(value)), sigmoidSlope(layer)],
        };
      }
      return {
        key,
        title,
        uses: [],
        equations: [
          letters(call(0), writtenCases(value)),
          letters(call(1), writtenCases(derivative)),
          ...learntSlope(activation),
          ...namesIn([...value, ...derivative]).map(parted),
        ],
      };
    },
  };
}

/** ∂φ/∂α of what an activation learns. */
function learntSlope({ learnt }: ElementwiseActivation): readonly Equation[] {
  return learnt === undefined
    ? []
    : [
        parted({
          latex: `\\frac{\\partial \\varphi}{\\partial \\alpha}(x) = ${learnt.latex}`,
          plain: `∂φ/∂α(x) = ${learnt.plain}`,
        }),
      ];
}

/** σ′(x) = σ(x) (1 − σ(x)), in letters. */
export function sigmoidSlope(layer: number): Equation {
  const sigmoid = (order: 0 | 1) => apply({ kind: 'activation', layer, order }, symbol('x'));
  return letters(sigmoid(1), product(sigmoid(0), difference(number(1), sigmoid(0))));
}

/** Null where neurons differ, as φ is then several functions. */
function oneForAll({ activation, parameters, perNeuron }: BoundActivation): Parameters | null {
  if (!activation.elementwise) return parameters;
  const texts = new Set((perNeuron ?? [parameters]).map((own) => JSON.stringify(own)));
  return texts.size === 1 ? (perNeuron?.[0] ?? parameters) : null;
}

function writtenCases(cases: Cases): Expression {
  return written(() => ({
    latex: casesLatex(cases),
    plain: casesPlain(cases, (condition) => `(${condition})`),
  }));
}

function letters(left: Expression, expression: Expression, relation: Relation = '='): Equation {
  return { left, sides: [{ relation, expression }], numbersOf: null, value: null };
}

/** `left = right` or `left ≈ right` that stands in one text. */
function parted({ latex, plain }: { readonly latex: string; readonly plain: string }): Equation {
  const relation = plain.includes(' ≈ ') ? '≈' : '=';
  const cut = (text: string, sign: string, side: 0 | 1) => {
    const at = text.indexOf(sign);
    return side === 0 ? text.slice(0, at) : text.slice(at + sign.length);
  };
  const side = (which: 0 | 1) =>
    written(() => ({
      latex: cut(latex, relation === '=' ? ' = ' : ' \\approx ', which),
      plain: cut(plain, ` ${relation} `, which),
    }));
  return letters(side(0), side(1), relation);
}

export const slopeKey = (layer: number, neuron: number) => `p${layer}.${neuron}`;

/** φ′(s) of one neuron, and whether φ has a derivative there. None for the identity, or where φ mixes neurons. */
export function slopeSteps(
  terms: NetworkTerms,
  layer: number,
  neurons: readonly number[],
): readonly PlannedStep[] {
  if (terms.isIdentity(layer) || !terms.isElementwise(layer)) return [];
  return neurons.map((neuron) => slopeStep(terms, layer, neuron));
}

function slopeStep(terms: NetworkTerms, layer: number, neuron: number): PlannedStep {
  const key = slopeKey(layer, neuron);
  const title = { what: 'slope', layer, neuron } as const;
  const s = terms.preActivation(layer, neuron);
  const slope = (at: Expression) => apply({ kind: 'activation', layer, order: 1, neuron }, at);
  return {
    key,
    title,
    make() {
      const at = networkValues(terms.study).numberOf(s);
      const value = derivativeOf(terms.output(layer, neuron), s);
      const isCorner = kinksOf(terms, layer, neuron).some((kink) => kink === at.value);
      const hypotheses: readonly Hypothesis[] = isCorner ? [{ name: 'differentiable', holds: false }] : [];
      return {
        key,
        title,
        uses: [preActivationKey(layer, neuron)],
        hypotheses,
        equations: [
          { left: slope(of(s)), sides: [{ relation: '=', expression: slope(at) }], numbersOf: null, value },
        ],
      };
    },
  };
}

function kinksOf({ study }: NetworkTerms, layer: number, neuron: number): readonly number[] {
  const { activation, parameters, perNeuron } = study.network.layers[layer].activation;
  if (!activation.elementwise) return [];
  return activation.kinks(perNeuron?.[neuron] ?? parameters).map(({ at }) => at);
}
