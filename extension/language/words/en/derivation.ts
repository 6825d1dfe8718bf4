import type { ParameterReference } from '../../../../core/derivation/chainRule';
import type { HypothesisName, StepTitle } from '../../../../core/derivation/step';

type WeightReference = Extract<ParameterReference, { readonly kind: 'weight' }>;

function weightName({ layer, from, to }: WeightReference): string {
  const source = layer === 0 ? 'input' : 'neuron';
  return `the weight from ${source} ${from + 1} to neuron ${to + 1} of layer ${layer + 1}`;
}

/** Titles of the steps of a derivation, and what the panel says around them. */
function title(step: StepTitle): string {
  switch (step.what) {
    case 'activation':
      return `Activation ${step.name} and its slope`;
    case 'slope':
      return `Slope of the activation at neuron ${step.neuron + 1} of layer ${step.layer + 1}`;
    case 'pre-activation':
      return `Pre-activation of neuron ${step.neuron + 1} of layer ${step.layer + 1}`;
    case 'output':
      return `Output of neuron ${step.neuron + 1} of layer ${step.layer + 1}`;
    case 'prediction':
      return 'Prediction';
    case 'loss':
      return 'Loss';
    case 'loss-gradient':
      return 'Derivative of the loss with respect to the prediction';
    case 'input-gradient':
      return `Derivative of the loss with respect to input ${step.neuron + 1}`;
    case 'forward-matrix':
      return `Layer ${step.layer + 1} in matrix form`;
    case 'activation-matrix':
      return `Activation of layer ${step.layer + 1}`;
    case 'delta-matrix':
      return `Derivative with respect to the pre-activations of layer ${step.layer + 1}, matrix form`;
    case 'weights-matrix':
      return `Derivative with respect to the weights of layer ${step.layer + 1}, matrix form`;
    case 'source-matrix':
      return `Derivative with respect to what feeds layer ${step.layer + 1}, matrix form`;
    case 'agreement':
      return `Layer ${step.layer + 1}: each entry of the matrix form is the scalar chain rule`;
    case 'output-gradient':
      return `Derivative with respect to the output of neuron ${step.neuron + 1} of layer ${step.layer + 1}`;
    case 'pre-activation-gradient':
      return `Derivative with respect to the pre-activation of neuron ${step.neuron + 1} of layer ${step.layer + 1}`;
    case 'parameter':
      return step.of.kind === 'weight'
        ? `Derivative with respect to ${weightName(step.of)}`
        : `Derivative with respect to the bias of neuron ${step.of.to + 1} of layer ${step.of.layer + 1}`;
    case 'update':
      return step.of.kind === 'weight'
        ? `Update of ${weightName(step.of)}, with every derivative at iterate t`
        : `Update of the bias of neuron ${step.of.to + 1} of layer ${step.of.layer + 1}, with every derivative at iterate t`;
    case 'learnt':
      return `Derivative with respect to the α that ${alphaOwner(step.layer, step.neuron)}`;
    case 'learnt-update':
      return `Update of the α that ${alphaOwner(step.layer, step.neuron)}, with every derivative at iterate t`;
    case 'update-matrix':
      return `Update of layer ${step.layer + 1}, with every derivative at iterate t`;
    case 'composition':
      return 'Chain rule: h = g ∘ f with y = f(x) and z = g(y)';
    case 'chain-gradient':
      return 'First weight of the chain: slopes set apart, weights kept in the product';
    case 'chain-slopes':
      return 'Slopes: far from 0, σ′(z) = σ(z) σ(−z) tends to 0 as e^(−|z|)';
    case 'chain-bound':
      return 'The slopes together: each σ′ is at most 1/4, also at 0';
    case 'chain-factors':
      return 'Factor of each layer: below 1 on average the gradient vanishes, above 1 it explodes';
    case 'support':
      return `Support: is ${step.to} positive wherever ${step.from} is? (Equal supports are not needed.)`;
    case 'kl-terms':
      return `KL(${step.from}‖${step.to}), term by term`;
    case 'kl-closed':
      return `KL(${step.from}‖${step.to}) in exact form`;
    case 'entropy':
      return `Entropy of ${step.of}`;
    case 'kl-entropies':
      return `KL as cross-entropy minus entropy`;
    case 'jensen':
      return `Jensen’s inequality for f = −ln and X = ${step.to.toLowerCase()}/${step.from.toLowerCase()} under ${step.from}`;
    case 'jensen-line':
      return 'Why: f lies above its supporting line at E X';
    case 'positivity':
      return `KL(${step.from}‖${step.to}) is not negative, line by line; it is 0 only where ${step.from} = ${step.to}`;
  }
}

function alphaOwner(layer: number, neuron: number | null): string {
  return neuron === null
    ? `the activation of layer ${layer + 1} learns`
    : `neuron ${neuron + 1} of layer ${layer + 1} learns`;
}

function hypothesis(name: HypothesisName, from: string, to: string): string {
  switch (name) {
    case 'sums-to-one-P':
      return 'P sums to one';
    case 'sums-to-one-Q':
      return 'Q sums to one';
    case 'not-negative':
      return 'no probability is negative';
    case 'absolutely-continuous':
      return `${to} is positive wherever ${from} is (${from} ≪ ${to})`;
    case 'convex':
      return '−ln is convex';
    case 'finite-entropy':
      return `H(${from}) is finite, so that the difference is no ∞ − ∞`;
    case 'integrable':
      return 'the expectations are finite';
    case 'interior':
      return 'E X lies inside (0, ∞), where f has a supporting line';
    case 'differentiable':
      return 'the activation has a derivative here (where it has none, the slope nearest to 0 between both sides is taken)';
    case 'entries-agree':
      return 'every entry of the matrix product is the scalar derivative';
  }
}

export const derivation = {
  title,
  hypothesis,
  panel: {
    section: 'Equations',
    note: (condition: string, holds: boolean) => `${condition}: ${holds ? 'holds' : 'does not hold'}`,
    subject: 'Derive',
    whole: 'the whole network',
    selected: 'what is selected',
    layer: (layer: number) => `layer ${layer}`,
    direction: (from: string, to: string) => `KL(${from}‖${to})`,
    notation: 'Notation',
    notations: {
      sheet: 'exercise sheet: w, s, o',
      textbook: 'textbook: W, z, a, δ',
      pytorch: 'PyTorch program',
      matrix: 'matrices, without indices',
    },
    unfold: 'Long sums in full',
    copyAll: 'Copy all steps as',
    copyLatex: 'Copy all as LaTeX',
    copyMarkdown: 'Copy all as Markdown',
    copyStepLatex: 'Copy this step as LaTeX',
    copyStepMarkdown: 'Copy this step as Markdown',
    more: (count: number) => `Show ${count === 1 ? 'one more step' : `${count} more steps`}`,
    uses: (steps: string) => `from ${steps}`,
    toStep: (number: number) => `Go to step ${number}`,
    steps: (shown: number, all: number) => `${shown} of ${all} steps`,
  },
};
