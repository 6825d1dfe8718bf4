import assert from 'node:assert/strict';
import fc from 'fast-check';
import { activations } from '../../../core/network/activations';
import type { Problem } from '../../../core/problem';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import type { ReadAs } from '../../../core/text/reading';
import { actionSteps } from '../../../extension/language/actions';
import { applyEdits } from '../../../extension/language/applyEdits';
import { wordsOf } from '../../../extension/language/words/words';

/** A text with one thing wrong in it, and the problem that it is. */
interface Broken {
  readonly text: string;
  readonly code: Problem['code'];
  readonly as?: ReadAs;
}

type Matrix = readonly (readonly number[])[];

const hundredths = fc.integer({ min: -300, max: 300 }).map((value) => value / 100);
const width = fc.integer({ min: 1, max: 4 });

function matrixOf(rows: number, columns: number): fc.Arbitrary<Matrix> {
  return fc.array(fc.array(hundredths, { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
}

interface Layer {
  readonly weights: Matrix;
  readonly biases: readonly number[];
}

const layers: fc.Arbitrary<readonly Layer[]> = fc
  .array(width, { minLength: 3, maxLength: 4 })
  .chain((widths) =>
    fc.tuple(
      ...widths.slice(1).map((rows, index) =>
        fc.record({
          weights: matrixOf(rows, widths[index]),
          biases: fc.array(hundredths, { minLength: rows, maxLength: rows }),
        }),
      ),
    ),
  );

/** The ways in which people write a network. */
const writers: readonly ((network: readonly Layer[]) => string)[] = [
  (network) => JSON.stringify({ layers: network }),
  (network) => JSON.stringify({ layers: network }, null, 2),
  (network) =>
    network
      .map(
        ({ weights, biases }, index) =>
          `W${index + 1} = ${JSON.stringify(weights)}\nb${index + 1} = [${biases.join(', ')}]`,
      )
      .join('\n'),
  (network) =>
    network
      .map(
        ({ weights, biases }, index) =>
          `W${index + 1} = [${weights.map((row) => row.join(' ')).join('; ')}];\nb${index + 1} = [${biases.join('; ')}];`,
      )
      .join('\n'),
];

function transposed(matrix: Matrix): Matrix {
  return matrix[0].map((_, column) => matrix.map((row) => row[column]));
}

function withLayer(network: readonly Layer[], index: number, changed: Partial<Layer>): readonly Layer[] {
  return network.map((layer, at) => (at === index ? { ...layer, ...changed } : layer));
}

const write = fc.constantFrom(...writers);

const breakages: Readonly<Record<string, fc.Arbitrary<Broken>>> = {
  'weights that are written transposed': fc
    .tuple(layers, write)
    .filter(([network]) => network[1].weights.length !== network[1].weights[0].length)
    .map(([network, text]) => ({
      text: text(withLayer(network, 1, { weights: transposed(network[1].weights), biases: [] })).replaceAll(
        /,?\s*"biases":\s*\[\]|\nb2 = \[\];?/g,
        '',
      ),
      code: 'width-mismatch' as const,
    }))
    // A column more is one of biases.
    .filter(({ text }) =>
      evaluate(read(text)).problems.some(({ code, data }) => code === 'width-mismatch' && data.layer === 1),
    ),
  'a bias too few or too many': fc.tuple(layers, write, fc.boolean()).map(([network, text, more]) => {
    const [{ biases, weights }] = network;
    const wrong = more || biases.length === 1 ? [...biases, 0.5, 7] : biases.slice(1);
    return { text: text(withLayer(network, 0, { biases: wrong, weights })), code: 'length-mismatch' };
  }),
  'a layer that is missing': fc
    .tuple(layers)
    .filter(([network]) => network[0].weights.length !== network[1].weights[0].length + 1)
    .map(([network]) => {
      const rows = network[0].weights.length + 1;
      const wider = Array.from({ length: rows }, (_, row) => network[0].weights[row % (rows - 1)]);
      return {
        text: JSON.stringify({
          layers: withLayer(network, 0, { weights: wider, biases: wider.map(() => 0) }),
        }),
        code: 'width-mismatch',
      };
    }),
  'an activation with a slip of the pen': fc
    .tuple(
      layers,
      fc.constantFrom(...activations.map(({ name }) => name).filter((name) => name.length > 4)),
      fc.nat(),
    )
    .map(([network, name, seed]) => {
      const at = 1 + (seed % (name.length - 2));
      const slip = name.slice(0, at) + name.slice(at + 1);
      const [first, ...rest] = network;
      return {
        text: JSON.stringify({ layers: [{ ...first, activation: slip }, ...rest] }),
        code: 'unknown-activation' as const,
      };
    })
    .filter(({ text }) => evaluate(read(text)).problems.some(({ code }) => code === 'unknown-activation')),
  'probabilities with another sum': fc
    .tuple(
      fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 6 }),
      fc.constantFrom(
        (numbers: readonly string[]) => `P = [${numbers.join(', ')}]`,
        (numbers: readonly string[]) => `P = (${numbers.join(', ')})`,
        (numbers: readonly string[]) =>
          `{"p": [${numbers.map((number) => JSON.stringify(number)).join(', ')}]}`,
        (numbers: readonly string[]) => `P = [${numbers.join('; ')}]`,
        (numbers: readonly string[]) => `P <- c(${numbers.join(', ')})`,
        (numbers: readonly string[]) =>
          numbers.map((number, outcome) => `P(${outcome}) = ${number}`).join('\n'),
      ),
      fc.constantFrom(
        (value: number) => String(value),
        (value: number) => `${value}/7`,
        (value: number) => `${value / 100}`,
      ),
    )
    .map(([values, text, spell]) => ({
      text: text(values.map(spell)),
      code: 'not-normalised' as const,
      as: 'distribution' as const,
    }))
    .filter(({ text, as }) =>
      evaluate(read(text, { as })).problems.some(({ code }) => code === 'not-normalised'),
    ),
  'a bracket that is missing or another': fc
    .tuple(matrixOf(3, 2), fc.constantFrom('missing', 'other'), fc.boolean())
    .map(([matrix, how, atEnd]) => {
      const text = JSON.stringify(matrix);
      const at = atEnd ? text.length - 1 : text.indexOf(']');
      const by = how === 'other' ? ')' : '';
      return { text: text.slice(0, at) + by + text.slice(at + 1), code: 'syntax' };
    }),
  'a comma that is missing': layers.map((network) => ({
    text: JSON.stringify({ layers: network }, null, 2).replace(/\],\n(\s*"biases")/, ']\n$1'),
    code: 'syntax' as const,
  })),
  'a derivative that is wrong': fc
    .tuple(hundredths, hundredths, fc.integer({ min: 1, max: 9 }))
    .filter(([weight, input]) => weight !== 0 && input !== 0)
    .map(([weight, input, by]) => {
      const right = (weight * input - 1) * input;
      return {
        text: `{"layers": [{"weights": [[${weight}]]}], "input": [${input}], "target": [1], "gradient": {"weights": [[[${right + by}]]]}}`,
        code: 'gradient-mismatch',
      };
    }),
  'an activation that frameworks mean differently': layers.map((network) => {
    const [first, ...rest] = network;
    return {
      text: JSON.stringify({ layers: [{ ...first, activation: 'leaky_relu' }, ...rest] }),
      code: 'dialect' as const,
    };
  }),
};

function repairsOf({ text, as = 'auto' }: Broken) {
  const study = evaluate(read(text, { as }));
  const context = {
    evaluation: { study, offset: 0, line: 0 },
    uri: 'file:///a.nabla.json',
    range: { offset: 0, length: text.length },
    within: [],
    as,
    words: wordsOf('en'),
    digits: 6,
  };
  return { study, repairs: finish(actionSteps(context)).filter(({ problem }) => problem !== undefined) };
}

describe('repairs', () => {
  for (const [name, broken] of Object.entries(breakages)) {
    it(`are offered for ${name}, and each makes it go away`, () => {
      fc.assert(
        fc.property(broken, (example) => {
          const { text, code, as = 'auto' } = example;
          const { study, repairs } = repairsOf(example);
          const before = study.problems.filter((problem) => problem.code === code).length;
          assert.ok(before > 0, `${text} has no ${code}`);
          const those = repairs.filter(({ problem }) => problem?.code === code);
          assert.ok(those.length > 0, `nothing is offered for ${text}`);
          for (const { title, edits } of those) {
            const after = evaluate(read(applyEdits(text, edits), { as }));
            const left = after.problems.filter((problem) => problem.code === code).length;
            assert.ok(left < before, `${title} leaves ${applyEdits(text, edits)}`);
            const isWorse = after.problems.some(
              ({ severity, code: other }) =>
                severity === 'error' && !study.problems.some((problem) => problem.code === other),
            );
            assert.ok(!isWorse || code === 'syntax', `${title} makes ${applyEdits(text, edits)}`);
          }
        }),
        { numRuns: 60 },
      );
    });
  }
});
