import type { MeasureValue } from '../../../core/divergence/continuous/comparison';
import type { ExactBarrier } from '../../../core/network/exact/exactNetwork';
import type { ProblemCode, ProblemDetails } from '../../../core/problem';
import { writers } from '../../../core/text/notations/writers';
import { noLosses } from '../../../core/text/notations/writers/conversion';
import type { ReadingChoice } from '../../../core/text/reading';
import type { ReadingAlternative } from '../../../core/text/settled';

/** What a sentence of each problem may be given: every branch of the tables at least once. */
export const problemSamples: { readonly [Code in ProblemCode]: readonly ProblemDetails[Code][] } = {
  syntax: [
    { reason: 'unclosed' },
    { reason: 'unclosed', expected: ']' },
    { reason: 'missing-value', expected: 'weights' },
    { reason: 'missing-value', expected: 'number' },
    { reason: 'missing-value', expected: 'scale', family: 'normal', parameters: ['loc', 'scale'] },
    { reason: 'missing-separator', expected: ',' },
    { reason: 'missing-separator', found: '12', expected: ',' },
    { reason: 'trailing', found: 'x' },
    { reason: 'trailing' },
    { reason: 'zero-denominator', found: '1/0' },
    { reason: 'zero-denominator' },
    { reason: 'duplicate-key', found: '"p"' },
    { reason: 'duplicate-key' },
    { reason: 'depth', expected: '[[', found: '[[[' },
    { reason: 'depth' },
    { reason: 'mismatched', found: ')', expected: ']' },
    ...[
      ',',
      ':',
      'number',
      'numbers',
      'value',
      'name',
      'weights',
      'gradient',
      'layer',
      'layers',
      'network',
      'distribution',
      'family',
      'density',
      'support',
      'object',
      'array',
      'vector',
      'matrix',
      'key',
      'on',
    ].map((expected) => ({ reason: 'unexpected-type', found: 'x', expected }) as const),
    { reason: 'unexpected-token' },
    { reason: 'unexpected-token', expected: 'number' },
  ],
  empty: [{ what: 'text' }, { what: 'array' }, { what: 'layers' }, { what: 'document' }, { what: 'samples' }],
  ragged: [
    { row: 1, length: 1, expected: 2001 },
    { row: 1, length: 5, expected: 3 },
  ],
  elided: [{ mark: '...' }],
  'width-mismatch': [
    { layer: 0, width: 2, expected: 3 },
    { layer: 1, width: 1, expected: 3 },
    { layer: 0, width: 3, expected: 4, activation: 'glu' },
  ],
  'length-mismatch': (
    [
      'biases',
      'input',
      'target',
      'gradient',
      'direction',
      'covector',
      'outcomes',
      'classes',
      'parameter',
    ] as const
  ).flatMap((what) => [
    { what, length: 1, expected: 2, parameter: 'weight' },
    { what, length: 3, expected: 1, parameter: 'weight', layer: 1, sample: 3 },
  ]),
  'unknown-activation': [
    { name: 'rellu', suggestion: 'relu', layer: 0 },
    { name: 'xyz', suggestion: null, layer: 0 },
  ],
  'unread-activation': [{ name: 'relu' }],
  'unknown-key': [{ name: 'lose', suggestion: 'loss' }],
  'output-domain': [
    { loss: 'binary_cross_entropy', value: -0.3, domain: 'in [0, 1]', output: 0 },
    { loss: 'binary_cross_entropy', value: 1.5, domain: 'in [0, 1]', output: 1, sample: 2 },
  ],
  'unknown-loss': [{ name: 'mze', suggestion: 'mse_loss' }],
  vanishing: [{ layer: 0, log10: -3.3 }],
  exploding: [{ layer: 1, log10: 4 }],
  'dead-unit': [
    { layer: 0, neurons: [0], width: 1, samples: 1 },
    { layer: 0, neurons: [0, 1], width: 2, samples: 3 },
    { layer: 0, neurons: [1], width: 2, samples: 3 },
    { layer: 0, neurons: [1, 3], width: 4, samples: 3 },
  ],
  saturated: [
    { layer: 0, neurons: [0], width: 1, samples: 1 },
    { layer: 0, neurons: [0, 1], width: 3, samples: 4 },
  ],
  diverged: [
    { step: 1, rate: 2, reason: 'not-finite' },
    { step: 7, rate: 2, reason: 'growing' },
  ],
  'unknown-optimizer': [{ name: 'adan', suggestion: 'adam' }],
  'unknown-family': [{ name: 'normall', suggestion: 'normal' }],
  'parameter-domain': [
    { owner: 'elu', parameter: 'alpha', value: '-1', domain: '> 0' },
    { owner: 'elu', parameter: 'alpha', value: '1e400', domain: 'finite' },
    { owner: 'beta', parameter: 'a', value: '-1', domain: '(0, ∞)' },
    { owner: 'beta', parameter: 'a', value: '-1', domain: 'in [0, 1]' },
    { owner: 'gelu', parameter: 'approximate', value: 'tan', domain: 'none, tanh', isOneOf: true },
    { owner: 'adam', parameter: 'lr', value: 'fast', domain: '≥ 0' },
    { owner: 'gelu', parameter: 'alpha', value: '1', domain: 'approximate', known: ['approximate'] },
    { owner: 'relu', parameter: 'alpha', value: '1', domain: 'left out', known: [] },
  ],
  'target-domain': [
    { loss: 'nll_loss', value: '1.5', domain: 'an integer' },
    { loss: 'binary_cross_entropy', value: '1.5', domain: 'in [0, 1]' },
    {
      loss: 'multilabel_margin_loss',
      value: '1.5',
      domain: 'class indices from 0, −1 after the last',
    },
  ],
  'negative-probability': [{ distribution: 'P', outcome: 2, value: '-0.5' }],
  'negative-density': [{ distribution: 'Q', at: 1.5, value: -0.25 }],
  'infinite-integral': [
    { distribution: 'P', at: 2 },
    { distribution: 'P', at: null },
  ],
  'gradient-mismatch': [
    { parameter: 'w₁₂⁰', claimed: 2, value: -3 },
    { parameter: 'x₁', sample: 1, claimed: 2, value: -3 },
  ],
  'too-large': [
    { what: 'text', size: 3_000_000, limit: 2_000_000 },
    { what: 'matrix', size: 3_000_000, limit: 2_000_000 },
    { what: 'density', size: 300, limit: 200 },
    { what: 'expression', size: 300, limit: 200 },
  ],
  'not-normalised': [
    { distribution: 'P', sum: '1.2' },
    { distribution: 'P', sum: '1.2', of: 'density' },
    { distribution: 'P', sum: '1.2', taken: 'normalised' },
  ],
  support: [
    { direction: 'PQ', outcomes: [1] },
    { direction: 'QP', outcomes: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
    { direction: 'PQ', outcomes: [], where: [{ lower: 0, upper: Infinity }] },
    {
      direction: 'PQ',
      outcomes: [],
      where: [
        { lower: 3, upper: 4, integers: true },
        { lower: 7, upper: 9, integers: true },
      ],
    },
    { direction: 'QP', outcomes: [], where: [{ lower: 3, upper: Infinity, integers: true }] },
  ],
  'ambiguous-reading': [
    { taken: '0, 5', other: '0.5' },
    { taken: 'rows-are-destinations', other: 'rows-are-sources' },
    { taken: 'rows-are-destinations', other: 'rows-are-sources', losses: [0.25, 0.75] },
  ],
  undecided: [
    { values: ['klPQ'], terms: 3_000_000 },
    { values: ['entropyP', 'chiSquare', 'renyi2'], terms: null },
  ],
  'not-finite': [{ value: '-inf' }],
  'beyond-float32': [
    { value: 1e39, becomes: Number.POSITIVE_INFINITY },
    { value: 1e-50, becomes: 0 },
  ],
  'not-in-float32': [{ what: 'direction' }],
  overflow: [
    { layer: 0 },
    { layer: 0, dtype: 'float32' },
    { layer: 1, in: 'loss' },
    { layer: 1, in: 'gradient' },
  ],
  dialect: [
    {
      name: 'LeakyReLU',
      layer: 0,
      meaning: 'of slope 0.01 for negative x',
      taken: ['pytorch', 'onnx', 'jax'],
      others: [
        { dialect: 'keras2', meaning: 'of slope 0.3 for negative x' },
        { dialect: 'keras3', meaning: 'the tanh approximation' },
      ],
    },
  ],
  'no-weights': [{}],
  kink: [
    {
      owner: 'relu',
      at: 0,
      left: 0,
      right: 1,
      interval: [0, 1],
      chosen: 0,
      frameworks: { pytorch: 0, jax: 0, tensorflow: 0.5, keras: 'not known' },
      layer: 0,
      neuron: 1,
      outside: { parameter: 'w', chosen: 0, left: 1, right: 1 },
    },
    {
      owner: 'hardshrink',
      at: 0.5,
      left: 1,
      right: 0,
      interval: [0, 1],
      chosen: 0,
      frameworks: {},
      discontinuous: true,
      outside: { parameter: 'w', chosen: 0, left: 1, right: 2 },
    },
  ],
};

export const choiceSamples: readonly ReadingChoice[] = [
  { rule: 'augmented', layer: 1 },
  { rule: 'kernel', layer: 1 },
  { rule: 'exported', by: 'brain.js' },
  { rule: 'exported', by: 'Keras' },
  { rule: 'exported', by: 'scikit-learn' },
  { rule: 'chained-matrices', count: 2 },
  { rule: 'single-matrix' },
  { rule: 'entries', first: 'source' },
  { rule: 'entries', first: 'destination' },
  { rule: 'two-rows' },
  { rule: 'two-columns' },
  { rule: 'two-selections' },
  { rule: 'rows', count: 3 },
  { rule: 'named-arrays' },
  { rule: 'left-out', count: 1, first: '0.5', span: { offset: 0, length: 3 } },
  { rule: 'left-out', count: 1_200, first: '12', span: { offset: 0, length: 2 } },
  { rule: 'column-major' },
  { rule: 'scale-factor', exponent: 3 },
  { rule: 'factor', factor: '1/3' },
  { rule: 'printed-digits', decimals: 4, halfUnit: 0.00005 },
  { rule: 'header', columns: 3 },
  { rule: 'index-column' },
  { rule: 'decimal-comma' },
  { rule: 'column-blocks', count: 2 },
  { rule: 'implied-zeros' },
  { rule: 'mirrored', symmetry: 'symmetric' },
  { rule: 'mirrored', symmetry: 'skew-symmetric' },
];

export const conversionNames = writers.map(({ name }) => name);

export const lossKinds = Object.keys(noLosses());

export const methodSamples: readonly MeasureValue[] = [
  { method: 'closed-form', value: 1, error: 1e-12 },
  { method: 'quadrature', value: 1, error: 1e-12 },
  { method: 'quadrature', value: Infinity, error: 1e-12 },
  { method: 'series', value: 1, error: 1e-12 },
  { method: 'support', value: Infinity, error: 0 },
  {
    method: 'support',
    value: Infinity,
    error: 0,
    reason: { kind: 'support', of: 'P', where: [{ lower: 0, upper: Infinity }] },
  },
  { method: 'support', value: Infinity, error: 0, reason: { kind: 'support', of: 'P', where: [] } },
  {
    method: 'monte-carlo',
    value: 1,
    error: 0.01,
    drawn: { samples: 65_536, seed: 1 },
  },
  { method: 'tail', value: Infinity, error: 0, reason: { kind: 'tail', at: [2] } },
  { method: 'tail', value: Infinity, error: 0, reason: { kind: 'tail', at: [] } },
  { method: 'tail', value: Infinity, error: 0 },
  { method: 'undecided', value: Number.NaN, error: 0 },
];

const span = { offset: 0, length: 1 };

export const alternativeSamples: readonly ReadingAlternative[] = [
  { differs: 'orientation', choices: { orientation: 'rows-are-sources' }, span },
  { differs: 'orientation', choices: { orientation: 'rows-are-destinations' }, span },
  ...(['header', 'indexColumn', 'decimalComma', 'folded'] as const).flatMap((differs) =>
    [true, false].map((value) => ({ differs, choices: { [differs]: value }, span })),
  ),
];

const barriers: readonly ExactBarrier[] = [
  { step: 'activation', layer: 1, name: 'tanh' },
  { step: 'loss', name: 'log_cosh' },
  { step: 'number', text: 'NaN' },
  { step: 'size' },
];

/** By the paths of the functions that take them. */
export const gradientSamples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'facts.hypothesis': (
    ['entropy-finite', 'p-sums-to-one', 'q-sums-to-one', 'absolutely-continuous', 'mean-inside'] as const
  ).flatMap((name) => [true, false, null].map((holds) => [name, holds])),
  'gradients.summary': ['agree', 'disagree', 'undecided'].map((verdict) => [verdict, 'Bb', 'Cc']),
  'training.obstacle': [
    'no-loss',
    'unknown-optimizer',
    'flat',
    'implied-numbers',
    'too-many-numbers',
    'not-writable',
  ].map((obstacle) => [obstacle]),
  'gradients.barrier': barriers.map((barrier) => [barrier]),
  'gradients.factors': [
    [[{ factor: '1/2', names: ['Aa', 'Bb'] }]],
    [
      [
        { factor: '2', names: ['Aa'] },
        { factor: '1/3', names: ['Bb'] },
      ],
    ],
  ],
};
