import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import temml from 'temml';
import { withDecimalMark } from '../../../core/derivation/decimalMark';
import { documentOf } from '../../../core/derivation/document';
import { notationNames } from '../../../core/derivation/notations';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { derivationSteps } from '../../../extension/language/details/derivation';
import { wordsOf } from '../../../extension/language/words/words';
import { batch, classes } from './documents';

const root = join(import.meta.dirname, '../../..');
const examples = [1, 2, 3].map((number) =>
  readFileSync(join(root, `examples/exercise-${number}.nabla.json`), 'utf8'),
);

/** A batch with several outputs, a class, and ten outcomes with logarithms to base 2. */
const others = [
  batch,
  classes,
  { p: Array(10).fill('1/10'), q: Array.from({ length: 10 }, (_, index) => `${index + 1}/55`), base: 2 },
  { p: ['1/2', '1/2', 0], q: ['1/2', 0, '1/2'] },
].map((document) => JSON.stringify(document));

const TeX = 'pdflatex';
const hasTeX = spawnSync(TeX, ['--version']).error === undefined;
const languages = ['en', 'fr'] as const;
/** Commands of LaTeX and amsmath outside formulas. */
const surrounding = ['\\paragraph', '\\begin', '\\end', '\\item', '\\allowdisplaybreaks'];

/** Everything that can be copied, in one language. */
function parts(language: 'en' | 'fr'): readonly string[] {
  return withDecimalMark(language === 'fr' ? ',' : '.', () =>
    [...examples, ...others].flatMap((text) =>
      notationsOf(text).map((notation) => copied(text, notation, language)),
    ),
  );
}

describe('copied LaTeX', () => {
  it('is parsed by the typesetter in strict mode, every environment and formula of it', () => {
    for (const language of languages) {
      for (const part of parts(language)) {
        const environments = part.match(/\\begin\{align\*\}[\s\S]*?\\end\{align\*\}/g) ?? [];
        assert.ok(environments.length > 0, part.slice(0, 200));
        const rest = part.replace(/\\begin\{align\*\}[\s\S]*?\\end\{align\*\}/g, '');
        const inText = [...rest.matchAll(/\$([^$]*)\$/g)].map(([, formula]) => formula);
        for (const latex of [...environments, ...inText]) {
          assert.doesNotThrow(
            () => temml.renderToString(latex, { throwOnError: true, strict: true, displayMode: true }),
            latex,
          );
        }
        // Around the formulas stand titles, lists and words, whose marks are escaped.
        const commands = rest.replace(/\$[^$]*\$/g, '').match(/\\[A-Za-z]+|(?<!\\)[%#&_^~]/g) ?? [];
        assert.deepEqual(
          [...new Set(commands)].filter((one) => !surrounding.includes(one)),
          [],
        );
      }
    }
  });

  // Where no TeX is installed the test above is the one that ran, and says so.
  if (hasTeX) {
    it(`compiles with ${TeX} and amsmath alone, and no line is too long`, function () {
      this.timeout(120_000);
      const folder = mkdtempSync(join(tmpdir(), 'nabla-tex-'));
      try {
        for (const language of languages) {
          const document = [
            '\\documentclass{article}',
            '\\usepackage{amsmath}',
            '\\begin{document}',
            ...parts(language),
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
  }
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
