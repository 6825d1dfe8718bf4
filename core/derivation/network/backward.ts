import type { ParameterReference } from '../chainRule';
import { apply, type Expression, of, product, sumOver } from '../expression';
import type { Notation } from '../notations';
import type { Index } from '../quantity';
import type { Equation, PlannedStep, Side, Step } from '../step';
import { mostEquations, outputKey } from './forward';
import { slopeKey } from './functions';
import { jacobianExpression } from './jacobian';
import { lossDefinition } from './lossDefinition';
import { logitSlope, lossExpression, lossForm, lossSlope } from './lossForm';
import { derivativeOf, lossBy, lossQuantity, type NetworkTerms } from './quantities';

export const outputGradientKey = (layer: number, neuron: number) => `do${layer}.${neuron}`;
export const deltaKey = (layer: number, neuron: number) => `ds${layer}.${neuron}`;
export const parameterKey = (parameter: ParameterReference) =>
  parameter.kind === 'weight'
    ? `dw${parameter.layer}.${parameter.from}.${parameter.to}`
    : `db${parameter.layer}.${parameter.to}`;

/** ℒ of the predictions and the targets. */
export function lossStep(terms: NetworkTerms): PlannedStep {
  const key = 'loss';
  const title = { what: 'loss' } as const;
  const left = of(lossQuantity);
  return {
    key,
    title,
    make: () => ({
      key,
      title,
      uses: ['prediction'],
      equations: [
        ...lossDefinition(terms.study),
        {
          left,
          sides: [{ relation: '=', expression: lossExpression(terms) }],
          numbersOf: lossForm(terms.study) === 'whole' ? null : 0,
          value: left,
        },
      ],
    }),
  };
}

/** ∂ℒ/∂ŷ_k of one output. */
export function lossGradientStep(terms: NetworkTerms, neuron: number): PlannedStep {
  const key = `dy${neuron}`;
  const title = { what: 'loss-gradient' } as const;
  const left = lossBy(terms.prediction(neuron));
  return {
    key,
    title,
    make(): Step {
      const slope = lossSlope(terms, neuron);
      const sides: readonly Side[] = slope === null ? [] : [{ relation: '=', expression: slope }];
      const equation: Equation = { left, sides, numbersOf: slope === null ? null : 0, value: left };
      return { key, title, uses: ['loss'], equations: [equation] };
    },
  };
}

/**
 * Whether the equations of a layer go by ∂ℒ/∂s: where the notation has a sign for it, and where φ mixes
 * neurons or cancels with the loss, so that ∂ℒ/∂o φ′(s) is not the way.
 */
export function goesByDelta(terms: NetworkTerms, notation: Notation, layer: number): boolean {
  const cancels = layer === terms.last && logitSlope(terms, 0) !== null;
  return notation.hasDelta || cancels || !terms.isElementwise(layer);
}

/** ∂ℒ/∂o of a neuron: from the loss at the last layer, else the sum over all paths onward. */
export function outputGradientStep(
  terms: NetworkTerms,
  notation: Notation,
  layer: number,
  neuron: number,
): PlannedStep {
  const key = outputGradientKey(layer, neuron);
  const title = { what: 'output-gradient', layer, neuron } as const;
  return {
    key,
    title,
    make: () => ({
      key,
      title,
      uses: layer === terms.last ? [`dy${neuron}`] : onwardKeys(terms, notation, layer),
      equations: [outputGradientEquation(terms, notation, layer, neuron)],
    }),
  };
}

function onwardKeys(terms: NetworkTerms, notation: Notation, layer: number): readonly string[] {
  const { rows } = terms.study.network.layers[layer + 1].weights;
  const key = goesByDelta(terms, notation, layer + 1) ? deltaKey : outputGradientKey;
  return Array.from({ length: Math.min(rows, 12) }, (_, k) => key(layer + 1, k));
}

function outputGradientEquation(
  terms: NetworkTerms,
  notation: Notation,
  layer: number,
  neuron: number,
): Equation {
  const left = lossBy(terms.output(layer, neuron));
  if (layer === terms.last) {
    const expression = lossBy(terms.prediction(neuron));
    return { left, sides: [{ relation: '=', expression }], numbersOf: null, value: left };
  }
  return { left, ...sumOfPaths(terms, notation, layer, neuron), value: left };
}

/** Σ_k ∂ℒ/∂s_k ∂s_k/∂o_p over the neurons that an output (or an input, layer −1) feeds, and what that is. */
function sumOfPaths(
  terms: NetworkTerms,
  notation: Notation,
  layer: number,
  neuron: number,
): Pick<Equation, 'sides' | 'numbersOf'> {
  const next = layer + 1;
  const { rows } = terms.study.network.layers[next].weights;
  const source = terms.source(next, neuron);
  const over = (body: (k: Index) => Expression) => (rows === 1 ? body(0) : sumOver('k', rows, body('k')));
  const weight = (k: Index) => of(terms.weight(next, neuron, k));
  const local = (k: Index) => derivativeOf(terms.preActivation(next, k), source);
  const chain = goesByDelta(terms, notation, next)
    ? over((k) => product(lossBy(terms.preActivation(next, k)), local(k)))
    : over((k) => product(...preActivationChain(terms, next, k), local(k)));
  const worked = goesByDelta(terms, notation, next)
    ? over((k) => product(lossBy(terms.preActivation(next, k)), weight(k)))
    : over((k) => product(...slopeFactors(terms, next, k), weight(k)));
  return {
    sides: [
      { relation: '=', expression: chain },
      { relation: '=', expression: worked },
    ],
    numbersOf: 1,
  };
}

/** ∂ℒ/∂o ∂o/∂s. */
function preActivationChain(terms: NetworkTerms, layer: number, neuron: Index): readonly Expression[] {
  const o = terms.output(layer, neuron);
  return [lossBy(o), derivativeOf(o, terms.preActivation(layer, neuron))];
}

/** ∂ℒ/∂o φ′(s); without a factor for the identity. */
function slopeFactors(terms: NetworkTerms, layer: number, neuron: Index): readonly Expression[] {
  const s = of(terms.preActivation(layer, neuron));
  const first = lossBy(terms.output(layer, neuron));
  return terms.isIdentity(layer)
    ? [first]
    : [first, apply({ kind: 'activation', layer, order: 1, neuron }, s)];
}

/** δ = ∂ℒ/∂s of a neuron. */
export function preActivationGradientStep(terms: NetworkTerms, layer: number, neuron: number): PlannedStep {
  const key = deltaKey(layer, neuron);
  const title = { what: 'pre-activation-gradient', layer, neuron } as const;
  return {
    key,
    title,
    make: () => ({
      key,
      title,
      uses: [outputGradientKey(layer, neuron), slopeKey(layer, neuron)],
      equations: [
        ...jacobianEquations(terms, layer, neuron),
        preActivationGradientEquation(terms, layer, neuron),
      ],
    }),
  };
}

/** ∂o_j/∂s_k for every output j of a layer whose activation mixes its neurons, where its entries have a formula. */
function jacobianEquations(terms: NetworkTerms, layer: number, neuron: number): readonly Equation[] {
  if (terms.isElementwise(layer) || (layer === terms.last && logitSlope(terms, neuron) !== null)) return [];
  const { columns } = terms.study.layers[layer].output;
  return Array.from({ length: Math.min(columns, mostEquations) }, (_, j): readonly Equation[] => {
    const expression = jacobianExpression(terms, layer, j, neuron);
    const left = derivativeOf(terms.output(layer, j), terms.preActivation(layer, neuron));
    return expression === null
      ? []
      : [{ left, sides: [{ relation: '=', expression }], numbersOf: 0, value: left }];
  }).flat();
}

function preActivationGradientEquation(terms: NetworkTerms, layer: number, neuron: number): Equation {
  const s = terms.preActivation(layer, neuron);
  const left = lossBy(s);
  const whole = layer === terms.last ? logitSlope(terms, neuron) : null;
  if (whole !== null) {
    const chain = product(...preActivationChain(terms, layer, neuron));
    return {
      left,
      sides: [
        ...(slopeVanishes(terms, layer) ? [] : [{ relation: '=', expression: chain } as const]),
        { relation: '=', expression: whole },
      ],
      numbersOf: slopeVanishes(terms, layer) ? 0 : 1,
      value: left,
    };
  }
  if (terms.isElementwise(layer)) {
    return {
      left,
      sides: [
        { relation: '=', expression: product(...preActivationChain(terms, layer, neuron)) },
        { relation: '=', expression: product(...slopeFactors(terms, layer, neuron)) },
      ],
      numbersOf: 1,
      value: left,
    };
  }
  const { columns } = terms.study.layers[layer].output;
  const chain = sumOver(
    'j',
    columns,
    product(lossBy(terms.output(layer, 'j')), derivativeOf(terms.output(layer, 'j'), s)),
  );
  return { left, sides: [{ relation: '=', expression: chain }], numbersOf: 0, value: left };
}

/** Whether a slope of the layer is 0 among the doubles, where ∂ℒ/∂o φ′(s) says nothing. */
function slopeVanishes(terms: NetworkTerms, layer: number): boolean {
  return terms.study.layers[layer].slope?.values.includes(0) ?? true;
}

/** ∂ℒ/∂w or ∂ℒ/∂b: this sample's product, or the sum over the samples. */
export function parameterStep(
  terms: NetworkTerms,
  notation: Notation,
  parameter: ParameterReference,
): PlannedStep {
  const key = parameterKey(parameter);
  const title = { what: 'parameter', of: parameter } as const;
  const { layer, to } = parameter;
  const before = goesByDelta(terms, notation, layer)
    ? [deltaKey(layer, to)]
    : [outputGradientKey(layer, to), slopeKey(layer, to)];
  const source = layer === 0 || parameter.kind === 'bias' ? [] : [outputKey(layer - 1, parameter.from)];
  return {
    key,
    title,
    make: () => ({
      key,
      title,
      uses: [...before, ...source],
      equations: [parameterEquation(terms, notation, parameter)],
    }),
  };
}

export function parameterEquation(
  terms: NetworkTerms,
  notation: Notation,
  parameter: ParameterReference,
): Equation {
  const left = lossBy(parameter);
  const byDelta = goesByDelta(terms, notation, parameter.layer);
  const { layer, to } = parameter;
  const over = (body: (at: NetworkTerms) => Expression) =>
    terms.isBatch ? sumOver('i', terms.study.samples, body(terms.over('i'))) : body(terms);
  const chain = over((at) => {
    const s = at.preActivation(layer, to);
    const first = byDelta ? [lossBy(s)] : preActivationChain(at, layer, to);
    return product(...first, derivativeOf(s, parameter));
  });
  const worked = over((at) => {
    const first = byDelta ? [lossBy(at.preActivation(layer, to))] : slopeFactors(at, layer, to);
    return parameter.kind === 'bias'
      ? product(...first)
      : product(...first, of(at.source(layer, parameter.from)));
  });
  return {
    left,
    sides: [
      { relation: '=', expression: chain },
      { relation: '=', expression: worked },
    ],
    numbersOf: 1,
    value: left,
  };
}

/** ∂ℒ/∂x of one input: the sum over the neurons that it feeds. */
export function inputGradientStep(terms: NetworkTerms, notation: Notation, neuron: number): PlannedStep {
  const key = `dx${neuron}`;
  const title = { what: 'input-gradient', neuron } as const;
  const left = lossBy(terms.source(0, neuron));
  return {
    key,
    title,
    make: () => ({
      key,
      title,
      uses: onwardKeys(terms, notation, -1),
      equations: [{ left, ...sumOfPaths(terms, notation, -1, neuron), value: left }],
    }),
  };
}
