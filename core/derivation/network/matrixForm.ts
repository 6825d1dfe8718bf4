import type { ParameterReference } from '../chainRule';
import { evaluate, scalar as scalarOf } from '../evaluate';
import {
  apply,
  type Expression,
  hadamard,
  matrix,
  matrixProduct,
  of,
  shaped,
  transpose,
} from '../expression';
import type { Notation } from '../notations';
import type { Quantity } from '../quantity';
import type { Equation, PlannedStep } from '../step';
import { goesByDelta, parameterEquation, parameterKey } from './backward';
import { entries, turned } from './forward';
import { logitSlope } from './lossForm';
import { networkValues } from './networkValues';
import { lossBy, lossQuantity, type NetworkTerms } from './quantities';

/** Entries of the table that compares scalar and matrix form. */
const mostAgreements = 64;

/** What the order of sums may change in a double, relatively. */
const agreesWithin = 1e-9;

/** Δ = ∂ℒ/∂Y ⊙ φ′(WX), with ∂ℒ/∂Y from the layer after it. */
export function deltaMatrixStep(terms: NetworkTerms, notation: Notation, layer: number): PlannedStep {
  const key = `D${layer}`;
  const title = { what: 'delta-matrix', layer } as const;
  const left = turned(notation, lossBy({ kind: 'pre-activations', layer }));
  return {
    key,
    title,
    make() {
      const { rows } = terms.study.network.layers[layer].weights;
      const { samples } = terms.study;
      const shapedFactor = (factor: Expression) =>
        notation.rowsAreSamples ? shaped(transpose(factor), samples, rows) : shaped(factor, rows, samples);
      const isKnown = terms.isElementwise(layer) && !(layer === terms.last && logitSlope(terms, 0) !== null);
      const equation: Equation = isKnown
        ? {
            left,
            sides: [{ relation: '=', expression: deltaProduct(terms, layer, shapedFactor) }],
            numbersOf: 0,
            value: left,
          }
        : { left, sides: [], numbersOf: null, value: left };
      return { key, title, uses: [`Y${layer}`, `S${layer}`], equations: [equation] };
    },
  };
}

function outputsOf(terms: NetworkTerms, layer: number): Expression {
  return layer === terms.last ? lossBy({ kind: 'predictions' }) : lossBy({ kind: 'outputs', layer });
}

/** ∂ℒ/∂Y ⊙ φ′(WX); ∂ℒ/∂Y alone for the identity. */
function deltaProduct(
  terms: NetworkTerms,
  layer: number,
  factor: (factor: Expression) => Expression = (plain) => plain,
): Expression {
  const outer = outputsOf(terms, layer);
  if (terms.isIdentity(layer)) return factor(outer);
  const slopes = apply({ kind: 'activation', layer, order: 1 }, of({ kind: 'pre-activations', layer }));
  return hadamard(factor(outer), factor(slopes));
}

/** The same with the names of its entries. */
function deltaEntries(terms: NetworkTerms, layer: number, rows: number): Expression {
  const { samples } = terms.study;
  const by =
    layer === terms.last ? ({ kind: 'predictions' } as const) : ({ kind: 'outputs', layer } as const);
  const outer = entries(terms, { kind: 'derivative', of: lossQuantity, by }, rows, samples);
  if (terms.isIdentity(layer)) return outer;
  const slopes = matrix(rows, samples, (neuron, sample) => {
    const at = terms.isBatch ? terms.over(sample) : terms;
    return apply({ kind: 'activation', layer, order: 1, neuron }, of(at.preActivation(layer, neuron)));
  });
  return hadamard(outer, slopes);
}

/** Rows and columns up to which a product is written with its entries too. */
const mostEntries = 8;

/** Δ Xᵀ entry by entry, in letters; null where it is large. */
function productOfEntries(
  terms: NetworkTerms,
  layer: number,
  delta: Expression,
  source: Quantity,
  columns: number,
): Expression | null {
  const { rows } = terms.study.network.layers[layer].weights;
  const { samples } = terms.study;
  if (Math.max(rows, columns, samples) > mostEntries) return null;
  return matrixProduct(delta, transpose(entries(terms, source, columns, samples)));
}

/** ∂ℒ/∂W = (∂ℒ/∂Y ⊙ φ′(WX)) Xᵀ, with the bias column where the notation keeps it in W. */
export function weightsMatrixStep(terms: NetworkTerms, notation: Notation, layer: number): PlannedStep {
  const key = `W${layer}`;
  const title = { what: 'weights-matrix', layer } as const;
  return {
    key,
    title,
    make: () => ({ key, title, uses: [`D${layer}`], equations: weightEquations(terms, notation, layer) }),
  };
}

function weightEquations(terms: NetworkTerms, notation: Notation, layer: number): readonly Equation[] {
  const { study } = terms;
  const { rows, columns } = study.network.layers[layer].weights;
  const { samples } = study;
  const s = { kind: 'pre-activations', layer } as const;
  const delta = lossBy(s);
  if (notation.isAugmented && terms.hasBiases(layer)) {
    const left = lossBy({ kind: 'augmented-weights', layer });
    const source = { kind: 'augmented-source', layer } as const;
    const isKnown = !goesByDelta(terms, notation, layer);
    const expression = matrixProduct(
      shaped(isKnown ? deltaProduct(terms, layer) : delta, rows, samples),
      shaped(transpose(of(source)), samples, columns + 1),
    );
    const inner = isKnown
      ? deltaEntries(terms, layer, rows)
      : entries(terms, { kind: 'derivative', of: lossQuantity, by: s }, rows, samples);
    const spelled = productOfEntries(terms, layer, inner, source, columns + 1);
    const sides = [expression, ...(spelled === null ? [] : [spelled])];
    return [
      {
        left: shaped(left, rows, columns + 1),
        sides: sides.map((side) => ({ relation: '=', expression: side })),
        numbersOf: sides.length - 1,
        value: left,
      },
    ];
  }
  const source = terms.sources(layer);
  const weights = lossBy({ kind: 'weights', layer });
  const expression = matrixProduct(
    shaped(delta, rows, samples),
    shaped(transpose(of(source)), samples, columns),
  );
  const inner = entries(terms, { kind: 'derivative', of: lossQuantity, by: s }, rows, samples);
  const spelled = notation.namesEntries ? null : productOfEntries(terms, layer, inner, source, columns);
  const products = [expression, ...(spelled === null ? [] : [spelled])];
  const ofWeights: Equation = {
    left: shaped(weights, rows, columns),
    sides: products.map((side) => ({ relation: '=', expression: side })),
    numbersOf: products.length - 1,
    value: weights,
  };
  if (!terms.hasBiases(layer)) return [ofWeights];
  const biases = lossBy({ kind: 'biases', layer });
  const sum = samples === 1 ? delta : matrixProduct(delta, { kind: 'ones', rows: samples });
  const left = turned(notation, biases);
  const sides = [{ relation: '=', expression: turned(notation, sum) } as const];
  return [ofWeights, { left, sides, numbersOf: 0, value: left }];
}

/** ∂ℒ/∂X = Wᵀ (∂ℒ/∂Y ⊙ φ′(WX)), W without its bias column. */
export function sourceMatrixStep(terms: NetworkTerms, notation: Notation, layer: number): PlannedStep {
  const key = layer === 0 ? 'X' : `Y${layer - 1}`;
  const title = { what: 'source-matrix', layer } as const;
  return {
    key,
    title,
    make() {
      const { rows, columns } = terms.study.network.layers[layer].weights;
      const { samples } = terms.study;
      const source = terms.sources(layer);
      const left = lossBy(source.kind === 'outputs' ? source : { kind: 'inputs' });
      const isKnown = !goesByDelta(terms, notation, layer);
      const delta = isKnown ? deltaProduct(terms, layer) : lossBy({ kind: 'pre-activations', layer });
      const weights = of({ kind: 'weights', layer });
      const expression = notation.rowsAreSamples
        ? matrixProduct(shaped(transpose(delta), samples, rows), shaped(weights, rows, columns))
        : matrixProduct(shaped(transpose(weights), columns, rows), shaped(delta, rows, samples));
      const shown = notation.rowsAreSamples ? transpose(left) : left;
      return {
        key,
        title,
        uses: [`D${layer}`],
        equations: [{ left: shown, sides: [{ relation: '=', expression }], numbersOf: 0, value: shown }],
      };
    },
  };
}

/** Each entry of the matrix form beside the scalar chain rule that it is. Null where there are too many. */
export function agreementStep(terms: NetworkTerms, notation: Notation, layer: number): PlannedStep | null {
  const { weights, biases } = terms.study.network.layers[layer];
  if (weights.values.length + (biases?.length ?? 0) > mostAgreements) return null;
  const key = `A${layer}`;
  const title = { what: 'agreement', layer } as const;
  const parameters = parametersOf(terms, layer);
  return {
    key,
    title,
    make: () => ({
      key,
      title,
      uses: [`W${layer}`, ...parameters.map(parameterKey)],
      hypotheses: [{ name: 'entries-agree', holds: agree(terms, notation, layer) }],
      equations: parameters.map((parameter) => agreementEquation(terms, notation, parameter)),
    }),
  };
}

/**
 * Entry (k, p) of the matrix product as the product of row k with column p, which is the derivative by one
 * parameter. Where the notation names parameters as entries, that name is the left side itself.
 */
function agreementEquation(terms: NetworkTerms, notation: Notation, parameter: ParameterReference): Equation {
  const { left, sides, value } = parameterEquation(terms, notation, parameter);
  const [worked] = sides.slice(-1);
  if (notation.namesEntries) return { left, sides: [worked], numbersOf: 0, value };
  const { layer, to } = parameter;
  const { columns } = terms.study.network.layers[layer].weights;
  const isApart = parameter.kind === 'bias' && !notation.isAugmented;
  const kind = isApart
    ? 'biases'
    : notation.isAugmented && terms.hasBiases(layer)
      ? 'augmented-weights'
      : 'weights';
  const column = parameter.kind === 'weight' ? parameter.from : isApart ? null : columns;
  const whole = { kind: 'derivative', of: lossQuantity, by: { kind, layer } } as const;
  const entry = of({ kind: 'entry', of: whole, row: to, column });
  return { left: entry, sides: [worked, { relation: '=', expression: left }], numbersOf: null, value };
}

/** Whether the matrix product comes to the scalar derivatives, each worked out by itself. */
function agree(terms: NetworkTerms, notation: Notation, layer: number): boolean {
  const values = networkValues(terms.study);
  return parametersOf(terms, layer).every((parameter) => {
    const { left, sides } = parameterEquation(terms, notation, parameter);
    const [whole, scalar] = [left, ...sides.slice(-1).map(({ expression }) => expression)].map((side) =>
      scalarOf(evaluate(side, values)),
    );
    return (
      Object.is(whole, scalar) || Math.abs(whole - scalar) <= agreesWithin * Math.max(Math.abs(whole), 1e-6)
    );
  });
}

/** Row by row of [W b]. */
export function parametersOf(terms: NetworkTerms, layer: number): readonly ParameterReference[] {
  const { rows, columns } = terms.study.network.layers[layer].weights;
  return Array.from({ length: rows }, (_, to) => [
    ...Array.from(
      { length: columns },
      (_, from): ParameterReference => ({ kind: 'weight', layer, from, to }),
    ),
    ...(terms.hasBiases(layer) ? [{ kind: 'bias', layer, to } as const] : []),
  ]).flat();
}
