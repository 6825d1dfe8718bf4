import { scalar } from '../evaluate';
import {
  apply,
  difference,
  type Expression,
  fraction,
  negative,
  number,
  of,
  power,
  product,
  symbol,
} from '../expression';
import type { Equation, PlannedStep } from '../step';
import { sigmoidSlope } from './functions';
import { networkValues } from './networkValues';
import { derivativeOf, lossBy, type NetworkTerms } from './quantities';

/** Whether every layer is a single neuron that feeds the next, as in the exercise of vanishing gradients. */
export function isChain(terms: NetworkTerms): boolean {
  const { layers } = terms.study.network;
  return (
    layers.length >= 2 &&
    layers[0].weights.columns === 1 &&
    layers.every(({ weights }, layer) => weights.rows === 1 && terms.isElementwise(layer))
  );
}

/** The rule for a composed function, in letters: h = g ∘ f, z = g(y), y = f(x). */
export function compositionStep(): PlannedStep {
  const key = 'composition';
  const title = { what: 'composition' } as const;
  const x = symbol('x');
  const call = (name: 'f' | 'g' | 'h', order: 0 | 1, to: Expression) =>
    apply({ kind: 'named', name, order }, to);
  return {
    key,
    title,
    make: () => ({
      key,
      title,
      uses: [],
      equations: [
        {
          left: call('h', 1, x),
          sides: [{ relation: '=', expression: product(call('g', 1, call('f', 0, x)), call('f', 1, x)) }],
          numbersOf: null,
          value: null,
        },
        {
          left: fraction(symbol('dz'), symbol('dx')),
          sides: [
            {
              relation: '=',
              expression: product(fraction(symbol('dz'), symbol('dy')), fraction(symbol('dy'), symbol('dx'))),
            },
          ],
          numbersOf: null,
          value: null,
        },
      ],
    }),
  };
}

/** ∂ℒ/∂w of the first weight: the whole product, the slopes set apart, then with the weights that it holds. */
export function chainGradientStep(terms: NetworkTerms): PlannedStep {
  const key = 'chain-gradient';
  const title = { what: 'chain-gradient' } as const;
  const { last } = terms;
  const first = { kind: 'weight', layer: 0, from: 0, to: 0 } as const;
  return {
    key,
    title,
    make() {
      const layers = Array.from({ length: last + 1 }, (_, index) => last - index);
      const start = lossBy(terms.output(last, 0));
      const slope = (layer: number) => derivativeOf(terms.output(layer, 0), terms.preActivation(layer, 0));
      const onward = (layer: number) =>
        layer === 0
          ? derivativeOf(terms.preActivation(0, 0), first)
          : derivativeOf(terms.preActivation(layer, 0), terms.output(layer - 1, 0));
      const weights = layers.slice(0, -1).map((layer) => of(terms.weight(layer, 0, 0)));
      const left = lossBy(first);
      return {
        key,
        title,
        uses: ['composition', 'dy0'],
        equations: [
          {
            left,
            sides: [
              {
                relation: '=',
                expression: product(start, ...layers.flatMap((layer) => [slope(layer), onward(layer)])),
              },
              {
                relation: '=',
                expression: product(
                  start,
                  ...layers.map(onward),
                  overLayers(terms, derivativeOf(terms.output('l', 0), terms.preActivation('l', 0))),
                ),
              },
              {
                relation: '=',
                expression: product(
                  start,
                  ...weights,
                  of(terms.source(0, 0)),
                  overLayers(terms, slopeOfAny(terms)),
                ),
              },
            ],
            numbersOf: 2,
            value: left,
          },
        ],
      };
    },
  };
}

/** ∏ over the layers, which sets the slopes apart from the weights. */
function overLayers(terms: NetworkTerms, body: Expression): Expression {
  return { kind: 'repeated', operation: 'product', index: 'l', count: terms.last + 1, isKept: true, body };
}

function slopeOfAny(terms: NetworkTerms): Expression {
  return apply({ kind: 'activation', layer: 'l', order: 1, neuron: 0 }, of(terms.preActivation('l', 0)));
}

/** φ′(z), also where φ is the identity and that is 1. */
function slopeLetters(terms: NetworkTerms, layer: number): Expression {
  return apply({ kind: 'activation', layer, order: 1, neuron: 0 }, of(terms.preActivation(layer, 0)));
}

function slopeOf(terms: NetworkTerms, layer: number): Expression {
  return terms.isIdentity(layer) ? number(1) : slopeLetters(terms, layer);
}

/** φ′ of each pre-activation of the chain; for sigmoid as σ(z) σ(−z). */
export function chainSlopesStep(terms: NetworkTerms): PlannedStep {
  const key = 'chain-slopes';
  const title = { what: 'chain-slopes' } as const;
  return {
    key,
    title,
    make: () => ({
      key,
      title,
      uses: ['chain-gradient'],
      equations: terms.study.layers.map((_, layer) => {
        const s = of(terms.preActivation(layer, 0));
        const value = derivativeOf(terms.output(layer, 0), terms.preActivation(layer, 0));
        const sigmoid = (argument: Expression) =>
          apply({ kind: 'activation', layer, order: 0, neuron: 0 }, argument);
        if (!isSigmoid(terms, layer))
          return { left: slopeLetters(terms, layer), sides: [], numbersOf: null, value };
        const size = Math.abs(scalar(networkValues(terms.study).valueOf(terms.preActivation(layer, 0))));
        return {
          left: slopeOf(terms, layer),
          sides: [
            { relation: '=', expression: product(sigmoid(s), sigmoid({ kind: 'negative', of: s })) } as const,
          ],
          numbersOf: 0,
          value,
          bounds: [
            { relation: '≤', expression: power(symbol('e'), negative(apply({ kind: 'absolute' }, s))) },
            { relation: '=', expression: number(Math.exp(-size)) },
          ] as const,
        };
      }),
    }),
  };
}

/** ∏ σ′(z) ≤ 4⁻ⁿ, also at z = 0. Only for a chain of sigmoids. */
export function chainBoundStep(terms: NetworkTerms): PlannedStep | null {
  const count = terms.last + 1;
  if (!terms.study.layers.every((_, layer) => isSigmoid(terms, layer))) return null;
  const key = 'chain-bound';
  const title = { what: 'chain-bound' } as const;
  return {
    key,
    title,
    make: () => ({
      key,
      title,
      uses: ['chain-slopes'],
      equations: [
        steepestSlope(terms),
        {
          left: overLayers(terms, slopeOfAny(terms)),
          sides: [],
          numbersOf: null,
          value: overLayers(terms, slopeOfAny(terms)),
          bounds: [
            { relation: '≤', expression: power(fraction(number(1), number(4)), number(count)) },
            ...(count <= mostPowers
              ? [{ relation: '=', expression: fraction(number(1), number(4 ** count)) } as const]
              : []),
            { relation: '=', expression: number(4 ** -count) },
          ],
        },
      ],
    }),
  };
}

/** σ′(x) = σ(x) (1 − σ(x)) = 1/4 − (σ(x) − 1/2)² ≤ 1/4, in letters. */
function steepestSlope({ last }: NetworkTerms): Equation {
  const sigmoid = apply({ kind: 'activation', layer: last, order: 0 }, symbol('x'));
  const one = (denominator: number) => fraction(number(1), number(denominator));
  const { left, sides } = sigmoidSlope(last);
  return {
    left,
    sides: [
      ...sides,
      { relation: '=', expression: difference(one(4), power(difference(sigmoid, one(2)), number(2))) },
      { relation: '≤', expression: one(4) },
    ],
    numbersOf: null,
    value: null,
  };
}

/** |w| φ′(z) of each layer after the first: below one on average the gradient vanishes, above it explodes. */
export function chainFactorsStep(terms: NetworkTerms): PlannedStep {
  const key = 'chain-factors';
  const title = { what: 'chain-factors' } as const;
  return {
    key,
    title,
    make: () => ({
      key,
      title,
      uses: ['chain-gradient'],
      equations: Array.from({ length: terms.last }, (_, index) => {
        const layer = index + 1;
        const weight = apply({ kind: 'absolute' }, of(terms.weight(layer, 0, 0)));
        const factor = product(weight, slopeLetters(terms, layer));
        return { left: factor, sides: [], numbersOf: 'left', value: product(weight, slopeOf(terms, layer)) };
      }),
    }),
  };
}

/** Factors up to which 4ⁿ is written out. */
const mostPowers = 10;

function isSigmoid({ study }: NetworkTerms, layer: number): boolean {
  return study.network.layers[layer].activation.activation.name === 'sigmoid';
}
