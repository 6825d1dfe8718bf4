// Writes what the panel is shown in its tests and plain pages, evaluated by the real core:
// `npx tsx test/webview/record.ts && npm run format`. A test asserts that the records are those of the core today.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withDecimalMark } from '../../core/derivation/decimalMark';
import { evaluate } from '../../core/study';
import { read } from '../../core/text';
import type { ReadAs } from '../../core/text/reading';
import { viewOf } from '../../extension/language/view';
import { wordsOf } from '../../extension/language/words/words';
import type { PanelState } from '../../extension/protocol/panel';
import type { StudyView } from '../../extension/protocol/studyView';

const folder = import.meta.dirname;
export const dataFolder = join(folder, 'data');

interface Case {
  readonly text: string;
  readonly as?: ReadAs;
  readonly document?: string;
  readonly state?: Partial<PanelState>;
  readonly lastGood?: string;
}

const exercise = readFileSync(join(folder, '../../examples/exercise-1.nabla.json'), 'utf8');

/** Numbers between −1 and 1 from a linear congruence, the same at each run. */
function numbers(count: number, seed: number): readonly number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Number((state / 1_073_741_824 - 1).toFixed(2));
  });
}

function matrix(rows: number, columns: number, seed: number): readonly (readonly number[])[] {
  const all = numbers(rows * columns, seed);
  return Array.from({ length: rows }, (_, row) => all.slice(row * columns, (row + 1) * columns));
}

function network(widths: readonly number[], activation: string): string {
  return JSON.stringify({
    layers: widths.slice(1).map((width, layer) => ({
      weights: matrix(width, widths[layer], layer + 7),
      biases: numbers(width, layer + 40),
      activation,
    })),
    input: numbers(widths[0], 3),
    target: numbers(widths[widths.length - 1], 4),
  });
}

/** A picture of 28 × 28 into 10 classes, with weights that vary smoothly over the picture. */
function digitNetwork(): string {
  const side = 28;
  const hidden = 48;
  const places = Array.from({ length: side * side }, (_, at) => [at % side, Math.floor(at / side)] as const);
  const stroke = (x: number, y: number) =>
    (y >= 5 && y < 8 && x >= 6 && x < 22) || (y >= 8 && y < 24 && Math.abs(x - (21 - 0.6 * (y - 8))) < 1.6);
  const noise = numbers(hidden * side * side, 21);
  return JSON.stringify({
    layers: [
      {
        weights: Array.from({ length: hidden }, (_, k) =>
          places.map(([x, y], at) => {
            const wave = Math.sin(((k % 7) + 1) * 0.11 * x + ((k % 5) - 2) * 0.13 * y + k);
            return Number((0.06 * wave + 0.02 * noise[k * side * side + at]).toFixed(3));
          }),
        ),
        biases: numbers(hidden, 22).map((value) => Number((value / 10).toFixed(3))),
        activation: 'softplus',
      },
      {
        weights: matrix(10, hidden, 23).map((row) => row.map((value) => Number((value / 4).toFixed(3)))),
        biases: numbers(10, 24).map((value) => Number((value / 10).toFixed(3))),
      },
    ],
    input: places.map(([x, y]) => (stroke(x, y) ? 0.9 : 0)),
    target: 7,
    loss: 'cross_entropy',
  });
}

/** Fractions of one sum, so that they sum to one exactly. */
function weights(count: number): readonly string[] {
  const parts = numbers(count, 11).map((value) => Math.round(Math.abs(value) * 100) + 1);
  const total = parts.reduce((sum, value) => sum + value, 0);
  return parts.map((part) => `${part}/${total}`);
}

const fractions = (values: readonly string[]) => `(${values.join(', ')})`;

export const cases: Readonly<Record<string, Case>> = {
  exercise: { text: exercise, document: 'exercise-1.nabla.json' },
  side: { text: exercise, document: 'exercise-1.nabla.json', state: { surface: 'side' } },
  stale: { text: exercise, document: 'exercise-1.nabla.json', state: { stale: true } },
  batch: {
    text: `{ "layers": [{ "weights": [[0.5, -0.25], [1, 0.75]], "biases": [0, 0.1], "activation": "tanh" },
  { "weights": [[0.3, -0.6], [0.2, 0.9]], "biases": [0.05, -0.15], "activation": "sigmoid" }],
  "input": [[1, 2], [-1, 0.5], [0, 1]], "target": [[1, 0], [0, 1], [1, 1]] }`,
    document: 'batch.nabla.json',
  },
  classes: {
    text: `{ "layers": [{ "weights": [[0.5, -0.25, 0.1], [1, 0.75, -0.2]], "activation": "relu" },
  { "weights": [[0.3, -0.6], [0.2, 0.9], [-0.4, 0.1]], "biases": [0.05, -0.15, 0], "activation": "softmax" }],
  "input": [1, 2, -1], "target": [0, 1, 0], "loss": "mse_loss" }`,
    document: 'classes.nabla.json',
  },
  fractions: {
    text: `{ "layers": [{ "weights": [["1/2", -1], [2, "1/3"]], "biases": ["1/10", "-3/10"], "activation": "relu" },
  { "weights": [["3/2", "-3/4"]], "activation": "prelu" }],
  "input": [1, "1/5"], "target": [0.9], "gradient": { "weights": [null, [[-0.4, -0.75]]] } }`,
    document: 'fractions.nabla.json',
  },
  architecture: {
    text: `{ "class_name": "Sequential", "config": { "layers": [
  { "class_name": "InputLayer", "config": { "batch_shape": [null, 3] } },
  { "class_name": "Dense", "config": { "units": 2, "activation": "relu" } },
  { "class_name": "Dense", "config": { "units": 1, "activation": "sigmoid" } }] } }`,
    document: 'model.json',
  },
  deep: { text: network([2, 3, 3, 2, 1], 'tanh'), document: 'deep.nabla.json' },
  vanishing: {
    text: 'W1 = [2.5]\nb1 = [2]\nW2 = [-1.5]\nb2 = [-1]\nW3 = [2]\nb3 = [1.5]\nactivation = sigmoid\nx = [1]\ny = [0]',
    as: 'network',
    document: 'exercise.md',
  },
  compact: { text: network([8, 6, 3], 'sigmoid'), document: 'compact.nabla.json' },
  small: { text: network([20, 16, 4], 'relu'), document: 'small.nabla.json' },
  blocks: { text: network([65, 12, 4], 'softplus'), document: 'blocks.nabla.json' },
  large: { text: network([160, 140, 10], 'relu'), document: 'large.nabla.json' },
  digits: { text: digitNetwork(), document: 'digits.nabla.json' },
  forward: {
    text: '{ "layers": [{ "weights": [[0.5, -1]], "biases": [0.2], "activation": "tanh" }], "input": [1, 2] }',
    document: 'forward.nabla.json',
  },
  outline: { text: 'W1 = [0.1 0.2; 0.4 -0.5]', as: 'network', document: 'notes.md' },
  distribution: {
    text: 'P = (9/25, 12/25, 4/25)\nQ = (1/3, 1/3, 1/3)',
    as: 'distribution',
    document: 'exercise.md',
    state: { pinned: true },
  },
  sideDistribution: {
    text: 'P = (9/25, 12/25, 4/25)\nQ = (1/3, 1/3, 1/3)',
    as: 'distribution',
    document: 'exercise.md',
    state: { surface: 'side' },
  },
  logits: {
    text: '{ "p": [0, 1, 0], "logits": [0.5, 2.25, -1.5] }',
    document: 'classes.nabla.json',
  },
  joint: {
    text: '{ "joint": [["1/8", "1/16", "1/32", "1/32"], ["1/16", "1/8", "1/32", "1/32"], ["1/16", "1/16", "1/16", "1/16"], ["1/4", 0, 0, 0]], "base": 2 }',
    document: 'joint.nabla.json',
  },
  alone: { text: 'P = (1/2, 1/4, 1/8, 1/8)', as: 'distribution', document: 'notes.md' },
  named: {
    text: 'weather,p,q\nsunny,0.30,0.20\npartly cloudy,0.20,0.25\novercast,0.15,0.20\ndrizzle with some sun,0.10,0.05\nrain,0.10,0.15\nthunderstorm,0.05,0.05\nsnow,0.05,0.05\nfog,0.05,0.05\n',
    as: 'distribution',
    document: 'weather.csv',
  },
  sideNamed: {
    text: '{ "p": { "<b>sun</b>": 0.5, "rain and wind": 0.5 }, "q": { "rain and wind": 1, "<b>sun</b>": 0 } }',
    document: 'weather.nabla.json',
    state: { surface: 'side' },
  },
  support: {
    text: 'P = (1/2, 1/4, 1/4)\nQ = (1/2, 0, 1/2)',
    as: 'distribution',
    document: 'notes.md',
  },
  unnormalised: {
    text: 'P = (0.50, 0.30, 0.30)\nQ = (0.20, 0.50, 0.30)',
    as: 'distribution',
    document: 'notes.md',
  },
  bits: {
    text: '{ "p": [0.5, 0.25, 0.25], "q": [0.25, 0.25, 0.5], "base": 2 }',
    document: 'bits.nabla.json',
  },
  families: { text: 'KL(normal(0, 1) || laplace(0, 2))', document: 'notes.md' },
  sideFamilies: {
    text: 'KL(normal(0, 1) || laplace(0, 2))',
    document: 'notes.md',
    state: { surface: 'side' },
  },
  halfLine: { text: 'KL(normal(0, 1) || exponential(1))', document: 'notes.md' },
  heavyTail: { text: 'KL(cauchy(0, 1) || normal(0, 1))', document: 'notes.md' },
  integers: { text: 'KL(poisson(3) || geometric(0.25))', document: 'notes.md' },
  mixture: {
    text: 'KL(0.3 normal(0, 1) + 0.7 normal(4, 0.5) || normal(2.8, 2))',
    document: 'notes.md',
  },
  gap: {
    text: 'KL(uniform(0, 4) || 0.5 uniform(0, 1) + 0.5 normal(3, 0.5)) in bits',
    document: 'notes.md',
  },
  plane: {
    text: 'KL(0.5 multivariate_normal([0, 0], [[1, 0], [0, 1]]) + 0.5 multivariate_normal([2, 1], [[1, 0.3], [0.3, 2]]) || multivariate_normal([1, 0], [[2, 0], [0, 2]]))',
    document: 'notes.md',
  },
  rows: {
    text: '[[0.2, 0.3, 0.5], [1/3, 1/3, 1/3], [0.1, 0.1, 0.8], [0.25, 0.25, 0.5]]',
    as: 'distribution',
    document: 'notes.py',
  },
  density: {
    text: '{ "p": { "density": "exp(-x^2/2)", "support": ["-inf", "inf"] },\n  "q": { "family": "logistic", "loc": 0, "scale": 1 } }',
    document: 'density.nabla.json',
  },
  many: {
    text: `P = ${fractions(weights(30))}\nQ = ${fractions(weights(30).toReversed())}`,
    as: 'distribution',
    document: 'many.txt',
  },
  hundreds: {
    text: `P = ${fractions(weights(210))}\nQ = ${fractions(weights(210).toReversed())}`,
    as: 'distribution',
    document: 'hundreds.txt',
  },
  matrix: { text: '[[0.1, 0.2, -0.3], [0.4, -0.5, 0.6]]', as: 'matrix', document: 'notes.py' },
  wideMatrix: {
    text: matrix(24, 60, 5)
      .map((row) => row.join(' '))
      .join('\n'),
    as: 'matrix',
    document: 'weights.txt',
  },
  number: { text: '1/2 + 1/3', as: 'auto', document: 'notes.py' },
  matrices: { text: 'A = [1 2; 3 -4]\nv = [9/25, 1/2]', as: 'matrix', document: 'notes.m' },
  ragged: {
    text: 'W1 = [[0.1, 0.2, -0.3],\n      [0.4, -0.5]]',
    as: 'network',
    document: 'exercise.md',
    lastGood: exercise,
  },
  unknown: {
    text: '{ "layers": [{ "weights": [[0.5, -1]], "activation": "softpluss" }], "input": [1, 2] }',
    document: 'unknown.nabla.json',
  },
  softplus: {
    text: '{"activation": "softplus", "input": {"s₁¹": -0.3, "s₂¹": 1, "s₁²": -0.612561}}',
    state: { source: { uri: 'nabla-text:/1/exercise.nabla.json', name: 'exercise.nabla.json', version: 0 } },
  },
  gelu: { text: 'gelu', document: 'notes.md' },
  relu: { text: 'activation relu', document: 'notes.md' },
  jumps: { text: 'nn.Hardshrink(1.5)', document: 'notes.md' },
  softmax: { text: '{"activation": "softmax", "input": [1, 2, -0.5]}', document: 'notes.md' },
};

/** The same again for people who read French, with decimal commas: shown in pages of that language alone. */
export const frenchCases: Readonly<Record<string, Case>> = Object.fromEntries(
  (
    [
      'exercise',
      'side',
      'batch',
      'distribution',
      'density',
      'many',
      'ragged',
      'unknown',
      'softplus',
      'gelu',
      'relu',
    ] as const
  ).flatMap((name) => {
    const one = cases[name];
    if (one === undefined) return [];
    return [[`${name}.fr`, { ...one, state: { ...one.state, language: 'fr', decimalComma: true } }]];
  }),
);

function study(text: string, { as = 'auto', state }: Omit<Case, 'text'> = {}): StudyView {
  const view = () =>
    viewOf({ study: evaluate(read(text, { as })), offset: 0, line: 0 }, wordsOf(state?.language ?? 'en'));
  return withDecimalMark(state?.decimalComma === true ? ',' : '.', view);
}

export function stateOf({ text, as, document, state, lastGood }: Case): PanelState {
  const read = { ...(as === undefined ? {} : { as }), ...(state === undefined ? {} : { state }) };
  return {
    surface: 'editor',
    study: study(text, read),
    source: { uri: `file:///examples/${document ?? 'text'}`, name: document ?? 'text', version: 1 },
    stale: false,
    lastGood: lastGood === undefined ? null : study(lastGood, state === undefined ? {} : { state }),
    cursor: null,
    follow: true,
    gradientsAsked: 0,
    pinned: false,
    digits: 6,
    decimalComma: false,
    notation: 'sheet',
    language: 'en',
    platform: 'other',
    as: as ?? 'auto',
    ...state,
  };
}

export const emptyState: PanelState = {
  surface: 'editor',
  study: null,
  source: null,
  stale: false,
  lastGood: null,
  cursor: null,
  follow: true,
  gradientsAsked: 0,
  pinned: false,
  digits: 6,
  decimalComma: false,
  notation: 'sheet',
  language: 'en',
  platform: 'other',
  as: 'auto',
};

export function serialised(state: PanelState): string {
  return `${JSON.stringify(state)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [name, one] of Object.entries(cases)) {
    writeFileSync(join(dataFolder, `${name}.json`), serialised(stateOf(one)));
  }
  writeFileSync(join(dataFolder, 'empty.json'), serialised(emptyState));
}
