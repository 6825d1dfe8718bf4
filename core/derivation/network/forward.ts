import {
  apply,
  type Expression,
  matrix,
  matrixProduct,
  number,
  of,
  product,
  shaped,
  sum,
  sumOver,
  transpose,
} from '../expression';
import type { Notation } from '../notations';
import type { Quantity } from '../quantity';
import type { Equation, PlannedStep, Step } from '../step';
import { entryQuantity } from './networkValues';
import type { NetworkTerms } from './quantities';

export const preActivationKey = (layer: number, neuron: number) => `s${layer}.${neuron}`;
export const outputKey = (layer: number, neuron: number) => `o${layer}.${neuron}`;

/** s = Σ w o + b of one neuron. */
export function preActivationStep(terms: NetworkTerms, layer: number, neuron: number): PlannedStep {
  const key = preActivationKey(layer, neuron);
  const title = { what: 'pre-activation', layer, neuron } as const;
  return {
    key,
    title,
    make: (): Step => ({ key, title, uses: [], equations: [preActivationEquation(terms, layer, neuron)] }),
  };
}

function preActivationEquation(terms: NetworkTerms, layer: number, neuron: number): Equation {
  const { columns } = terms.study.network.layers[layer].weights;
  const weighted = sumOver(
    'p',
    columns,
    product(of(terms.weight(layer, 'p', neuron)), of(terms.source(layer, 'p'))),
  );
  const expression = terms.hasBiases(layer) ? sum(weighted, of(terms.bias(layer, neuron))) : weighted;
  const s = of(terms.preActivation(layer, neuron));
  return { left: s, sides: [{ relation: '=', expression }], numbersOf: 0, value: s };
}

/** o = φ(s) of one neuron; of the whole layer where φ mixes neurons. */
export function outputStep(
  terms: NetworkTerms,
  notation: Notation,
  layer: number,
  neuron: number,
): PlannedStep {
  if (!terms.isElementwise(layer)) return activationMatrixStep(terms, notation, layer);
  const key = outputKey(layer, neuron);
  const title = { what: 'output', layer, neuron } as const;
  const o = of(terms.output(layer, neuron));
  const expression = activated(terms, layer, neuron);
  const equation: Equation = { left: o, sides: [{ relation: '=', expression }], numbersOf: 0, value: o };
  return {
    key,
    title,
    make: () => ({ key, title, uses: [preActivationKey(layer, neuron)], equations: [equation] }),
  };
}

function activated(terms: NetworkTerms, layer: number, neuron: number): Expression {
  const s = of(terms.preActivation(layer, neuron));
  return terms.isIdentity(layer) ? s : apply({ kind: 'activation', layer, order: 0, neuron }, s);
}

/** ŷ = o of the last layer. */
export function predictionStep(terms: NetworkTerms): PlannedStep {
  const key = 'prediction';
  const title = { what: 'prediction' } as const;
  const equation = (neuron: number): Equation => ({
    left: of(terms.prediction(neuron)),
    sides: [{ relation: '=', expression: of(terms.output(terms.last, neuron)) }],
    numbersOf: null,
    value: of(terms.prediction(neuron)),
  });
  return {
    key,
    title,
    make: () => ({
      key,
      title,
      uses: Array.from({ length: terms.outputs }, (_, neuron) => outputKey(terms.last, neuron)),
      equations: Array.from({ length: Math.min(terms.outputs, mostEquations) }, (_, neuron) =>
        equation(neuron),
      ),
    }),
  };
}

/** Equations of one step beyond which a matrix says more. */
export const mostEquations = 12;

/** s = [W b] [x; 1], or s = W x + b where the notation keeps biases apart. */
export function forwardMatrixStep(terms: NetworkTerms, notation: Notation, layer: number): PlannedStep {
  const key = `S${layer}`;
  const title = { what: 'forward-matrix', layer } as const;
  return {
    key,
    title,
    make: () => ({ key, title, uses: [], equations: [forwardMatrixEquation(terms, notation, layer)] }),
  };
}

function forwardMatrixEquation(terms: NetworkTerms, notation: Notation, layer: number): Equation {
  const { study } = terms;
  const { rows, columns } = study.network.layers[layer].weights;
  const s: Quantity = { kind: 'pre-activations', layer };
  if (notation.isAugmented && terms.hasBiases(layer)) {
    const weights: Quantity = { kind: 'augmented-weights', layer };
    const source: Quantity = { kind: 'augmented-source', layer };
    return {
      left: of(s),
      sides: [
        {
          relation: '=',
          expression: matrixProduct(
            shaped(of(weights), rows, columns + 1),
            shaped(of(source), columns + 1, study.samples),
          ),
        },
        {
          relation: '=',
          expression: matrixProduct(
            entries(terms, weights, rows, columns + 1),
            entries(terms, source, columns + 1, study.samples),
          ),
        },
      ],
      numbersOf: 1,
      value: of(s),
    };
  }
  const weights: Quantity = { kind: 'weights', layer };
  const { samples } = study;
  const linear = notation.rowsAreSamples
    ? matrixProduct(
        shaped(transpose(of(terms.sources(layer))), samples, columns),
        shaped(transpose(of(weights)), columns, rows),
      )
    : matrixProduct(shaped(of(weights), rows, columns), shaped(of(terms.sources(layer)), columns, samples));
  const bias = biasTerm(terms, notation, layer);
  const left = notation.rowsAreSamples ? transpose(of(s)) : of(s);
  return {
    left,
    sides: [{ relation: '=', expression: bias === null ? linear : sum(linear, bias) }],
    numbersOf: 0,
    value: left,
  };
}

/** b, once a sample. */
function biasTerm(terms: NetworkTerms, notation: Notation, layer: number): Expression | null {
  if (!terms.hasBiases(layer)) return null;
  const { samples, network } = terms.study;
  const b = of({ kind: 'biases', layer });
  const { rows } = network.layers[layer].weights;
  if (samples === 1) return notation.rowsAreSamples ? transpose(b) : shaped(b, rows, 1);
  const ones: Expression = { kind: 'ones', rows: samples };
  return notation.rowsAreSamples ? matrixProduct(ones, transpose(b)) : matrixProduct(b, transpose(ones));
}

/** A matrix with the names of its entries. */
export function entries(terms: NetworkTerms, quantity: Quantity, rows: number, columns: number): Expression {
  return matrix(rows, columns, (row, column) => {
    const entry = entryQuantity(terms.study, quantity, row, column);
    return entry === null ? number(1) : of(entry);
  });
}

/** A matrix of samples as the notation has it: transposed where its rows are samples. */
export function turned(notation: Notation, side: Expression): Expression {
  return notation.rowsAreSamples ? transpose(side) : side;
}

/** o = φ(s) of a whole layer. */
export function activationMatrixStep(terms: NetworkTerms, notation: Notation, layer: number): PlannedStep {
  const key = `O${layer}`;
  const title = { what: 'activation-matrix', layer } as const;
  const o: Quantity = { kind: 'outputs', layer };
  const s = of({ kind: 'pre-activations', layer });
  const expression = terms.isIdentity(layer) ? s : apply({ kind: 'activation', layer, order: 0 }, s);
  const left = turned(notation, of(o));
  const sides = [{ relation: '=', expression: turned(notation, expression) } as const];
  const equation: Equation = { left, sides, numbersOf: 0, value: left };
  return { key, title, make: () => ({ key, title, uses: [`S${layer}`], equations: [equation] }) };
}
