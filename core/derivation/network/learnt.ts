import { learntOf } from '../../network/learnt';
import { of, product, sumOver } from '../expression';
import type { Index, NetworkQuantity } from '../quantity';
import type { Equation, PlannedStep } from '../step';
import { outputGradientKey } from './backward';
import { derivativeOf, lossBy, type NetworkTerms } from './quantities';
import { descent } from './update';

type Learnt = Extract<NetworkQuantity, { readonly kind: 'learnt' }>;

/** What the activation of a layer learns: one α, or one a neuron; none where it learns nothing. */
export function learntIn(terms: NetworkTerms, layer: number): readonly Learnt[] {
  const { activation } = terms.study.network.layers[layer];
  const values = learntOf(activation);
  if (values === null) return [];
  if (activation.perNeuron === undefined) return [{ kind: 'learnt', layer }];
  return Array.from(values, (_, neuron): Learnt => ({ kind: 'learnt', layer, neuron }));
}

const keyOf = ({ layer, neuron }: Learnt, letter: 'da' | 'ua') =>
  `${letter}${layer}${neuron === undefined ? '' : `.${neuron}`}`;

const placeOf = ({ layer, neuron }: Learnt) => ({
  layer: Number(layer),
  neuron: neuron === undefined ? null : Number(neuron),
});

/** ∂ℒ/∂α = Σ ∂ℒ/∂o ∂o/∂α over the samples, and over the neurons that share α. */
export function learntStep(terms: NetworkTerms, learnt: Learnt): PlannedStep {
  const key = keyOf(learnt, 'da');
  const title = { what: 'learnt', ...placeOf(learnt) } as const;
  return {
    key,
    title,
    make: () => ({ key, title, uses: usesOf(terms, learnt), equations: [learntEquation(terms, learnt)] }),
  };
}

/** α − η ∂ℒ/∂α, everything on the right at iterate t. */
export function learntUpdateStep(learnt: Learnt): PlannedStep {
  const key = keyOf(learnt, 'ua');
  const title = { what: 'learnt-update', ...placeOf(learnt) } as const;
  return {
    key,
    title,
    make: () => ({ key, title, uses: [keyOf(learnt, 'da')], equations: [descent(learnt, of)] }),
  };
}

function usesOf({ study }: NetworkTerms, learnt: Learnt): readonly string[] {
  const { layer, neuron } = placeOf(learnt);
  if (neuron !== null) return [outputGradientKey(layer, neuron)];
  const { rows } = study.network.layers[layer].weights;
  return Array.from({ length: Math.min(rows, 12) }, (_, k) => outputGradientKey(layer, k));
}

function learntEquation(terms: NetworkTerms, learnt: Learnt): Equation {
  const { layer, neuron } = placeOf(learnt);
  const { rows } = terms.study.network.layers[layer].weights;
  const left = lossBy(learnt);
  const path = (at: NetworkTerms, k: Index) =>
    product(lossBy(at.output(layer, k)), derivativeOf(at.output(layer, k), learnt));
  const ofSample = (at: NetworkTerms) => {
    if (neuron !== null) return path(at, neuron);
    return rows === 1 ? path(at, 0) : sumOver('k', rows, path(at, 'k'));
  };
  const expression = terms.isBatch
    ? sumOver('i', terms.study.samples, ofSample(terms.over('i')))
    : ofSample(terms);
  return { left, sides: [{ relation: '=', expression }], numbersOf: 0, value: left };
}
