import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDecimalMark } from '../../../core/derivation/decimalMark';
import { documentOf } from '../../../core/derivation/document';
import { notationNames } from '../../../core/derivation/notations';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { derivationSteps } from '../../../extension/language/details/derivation';
import { wordsOf } from '../../../extension/language/words/words';

const root = join(import.meta.dirname, '../../..');
const examples = [1, 2, 3].map((number) =>
  readFileSync(join(root, `examples/exercise-${number}.nabla.json`), 'utf8'),
);

/** A batch with several outputs, a class, and ten outcomes with logarithms to base 2. */
const others = [
  {
    layers: [
      {
        weights: [
          [0.5, -0.25],
          [1, 0.75],
        ],
        biases: [0, 0.1],
        activation: 'tanh',
      },
      {
        weights: [
          [0.3, -0.6],
          [0.2, 0.9],
          [-0.1, 0.4],
        ],
        activation: 'softmax',
      },
    ],
    input: [
      [1, 2],
      [-1, 0.5],
    ],
    target: [
      [1, 0, 0],
      [0, 0, 1],
    ],
    loss: 'mse_loss',
  },
  {
    layers: [
      {
        weights: [
          [0.5, -0.25],
          [1, 0.75],
        ],
        biases: [0, '1/3'],
      },
    ],
    input: [1, -2],
    target: 1,
    loss: 'cross_entropy',
  },
  { p: Array(10).fill('1/10'), q: Array.from({ length: 10 }, (_, index) => `${index + 1}/55`), base: 2 },
  { p: ['1/2', '1/2', 0], q: ['1/2', 0, '1/2'] },
].map((document) => JSON.stringify(document));

const TeX = 'pdflatex';

describe('copied LaTeX', () => {
  it('compiles with amsmath alone and no line too long, in each TeX that is installed', function () {
    this.timeout(120_000);
    if (spawnSync(TeX, ['--version']).error !== undefined) return;
    const folder = mkdtempSync(join(tmpdir(), 'nabla-tex-'));
    try {
      for (const language of ['en', 'fr'] as const) {
        const parts = withDecimalMark(language === 'fr' ? ',' : '.', () =>
          [...examples, ...others].flatMap((text) =>
            notationsOf(text).map((notation) => copied(text, notation, language)),
          ),
        );
        const document = [
          '\\documentclass{article}',
          '\\usepackage{amsmath}',
          '\\begin{document}',
          ...parts,
          '\\end{document}',
        ];
        writeFileSync(join(folder, `${language}.tex`), document.join('\n'));
        const { status, stdout } = spawnSync(
          TeX,
          ['-interaction=nonstopmode', '-halt-on-error', `${language}.tex`],
          { cwd: folder, encoding: 'utf8' },
        );
        assert.equal(status, 0, stdout.slice(-1500));
        assert.deepEqual(stdout.match(/^Overfull \\hbox.*$/gm) ?? [], []);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** No notation of networks changes a distribution. */
function notationsOf(text: string) {
  return text.includes('layers') ? notationNames : notationNames.slice(0, 1);
}

function copied(text: string, notation: (typeof notationNames)[number], language: 'en' | 'fr'): string {
  const study = evaluate(read(text));
  const question = {
    topic: 'derivation',
    subject: { kind: 'whole' },
    notation,
    sample: 0,
    count: 400,
    unfolded: false,
  } as const;
  const evaluation = { study, offset: 0, line: 0 };
  const answer = finish(derivationSteps(question, { evaluation, digits: 6, words: wordsOf(language) }));
  return documentOf(answer?.steps ?? assert.fail(), 'latex');
}
