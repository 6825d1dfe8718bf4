import type { ParameterReference } from '../chainRule';
import { apply, type Expression, hadamard, matrixProduct, of, shaped, transpose } from '../expression';
import type { Notation } from '../notations';
import type { Equation, PlannedStep } from '../step';
import { goesByDelta, parameterEquation, parameterKey } from './backward';
import { turned } from './forward';
import { logitSlope } from './lossForm';
import { lossBy, type NetworkTerms } from './quantities';

/** Entries of the table that compares scalar and matrix form. */
const mostAgreements = 64;

/** Δ = ∂ℒ/∂Y ⊙ φ′(WX), with ∂ℒ/∂Y from the layer after it. */
export function deltaMatrixStep(terms: NetworkTerms, notation: Notation, layer: number): PlannedStep {
  const key = `D${layer}`;
  const title = { what: 'delta-matrix', layer } as const;
  const left = turned(notation, lossBy({ kind: 'pre-activations', layer }));
  return {
    key,
    title,
    make() {
      const isKnown = terms.isElementwise(layer) && !(layer === terms.last && logitSlope(terms, 0) !== null);
      const equation: Equation = isKnown
        ? {
            left,
            sides: [{ relation: '=', expression: turned(notation, deltaProduct(terms, layer)) }],
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
function deltaProduct(terms: NetworkTerms, layer: number): Expression {
  const outer = outputsOf(terms, layer);
  if (terms.isIdentity(layer)) return outer;
  const slopes = apply({ kind: 'activation', layer, order: 1 }, of({ kind: 'pre-activations', layer }));
  return hadamard(outer, slopes);
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
  const delta = lossBy({ kind: 'pre-activations', layer });
  if (notation.isAugmented && terms.hasBiases(layer)) {
    const left = lossBy({ kind: 'augmented-weights', layer });
    const source = of({ kind: 'augmented-source', layer });
    const isKnown = !goesByDelta(terms, notation, layer);
    return [
      {
        left: shaped(left, rows, columns + 1),
        sides: [
          {
            relation: '=',
            expression: matrixProduct(
              shaped(isKnown ? deltaProduct(terms, layer) : delta, rows, samples),
              shaped(transpose(source), samples, columns + 1),
            ),
          },
        ],
        numbersOf: 0,
        value: left,
      },
    ];
  }
  const source = of(terms.sources(layer));
  const weights = lossBy({ kind: 'weights', layer });
  const expression = matrixProduct(shaped(delta, rows, samples), shaped(transpose(source), samples, columns));
  const ofWeights: Equation = {
    left: shaped(weights, rows, columns),
    sides: [{ relation: '=', expression }],
    numbersOf: 0,
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
      equations: parameters.map((parameter) => {
        const { left, sides, value } = parameterEquation(terms, notation, parameter);
        return { left, sides: sides.slice(-1), numbersOf: 0, value };
      }),
    }),
  };
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
