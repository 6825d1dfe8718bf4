import type { HypothesisName, StepTitle } from '../../../core/derivation/step';

const later = { kind: 'weight', layer: 1, from: 1, to: 0 } as const;
const weight = { kind: 'weight', layer: 0, from: 1, to: 0 } as const;
const bias = { kind: 'bias', layer: 0, to: 1 } as const;

/** A title of every kind, with both branches of those that have two. */
export const stepSamples: readonly StepTitle[] = [
  { what: 'activation', name: 'softplus' },
  ...(['pre-activation', 'output', 'slope', 'output-gradient', 'pre-activation-gradient'] as const).map(
    (what) => ({ what, layer: 1, neuron: 2 }) as const,
  ),
  ...(['prediction', 'loss', 'loss-gradient'] as const).map((what) => ({ what }) as const),
  { what: 'input-gradient', neuron: 3 },
  ...(
    [
      'forward-matrix',
      'activation-matrix',
      'delta-matrix',
      'weights-matrix',
      'source-matrix',
      'agreement',
      'update-matrix',
    ] as const
  ).map((what) => ({ what, layer: 4 }) as const),
  ...(['parameter', 'update'] as const).flatMap((what) => [
    { what, of: weight } as const,
    { what, of: later } as const,
    { what, of: bias } as const,
  ]),
  ...(['composition', 'chain-gradient', 'chain-slopes', 'chain-bound', 'chain-factors'] as const).map(
    (what) => ({ what }) as const,
  ),
  ...(
    ['support', 'kl-terms', 'kl-closed', 'kl-entropies', 'jensen', 'jensen-line', 'positivity'] as const
  ).map((what) => ({ what, from: 'P', to: 'Q' }) as const),
  { what: 'entropy', of: 'P' },
];

export const hypothesisSamples: readonly HypothesisName[] = [
  'sums-to-one-P',
  'sums-to-one-Q',
  'not-negative',
  'absolutely-continuous',
  'convex',
  'finite-entropy',
  'integrable',
  'interior',
  'differentiable',
  'entries-agree',
];
