import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import type { ReadOptions } from '../../../core/text/reading';
import { valueAround } from '../../../core/text/valueAround';
import { resultOf } from '../../../extension/language/result';
import { viewOf } from '../../../extension/language/view';
import { wordsOf } from '../../../extension/language/words/words';
import type { ContinuousView } from '../../../extension/protocol/studyView';
import { agrees, type Expected, type Tolerance } from '../support/agreement';

interface OracleCase {
  readonly name: string;
  readonly document: object;
  readonly expected: {
    readonly error?: string;
    readonly normalised?: { readonly p: boolean; readonly q: boolean };
    readonly integral?: { readonly p: Expected; readonly q: Expected };
    readonly klPQ?: Expected;
    readonly klQP?: Expected;
    readonly entropyP?: Expected;
    readonly crossEntropyPQ?: Expected;
  };
  readonly tolerance: Tolerance;
}

const cases = JSON.parse(
  readFileSync(new URL('../../oracle/continuous.json', import.meta.url), 'utf8'),
) as readonly OracleCase[];
const words = wordsOf('en');
const studyOf = (text: string, options?: ReadOptions) => evaluate(read(text, options));

/** What the command line prints, as a script sees it. */
function printed(text: string, options?: ReadOptions): Record<string, unknown> {
  const result = resultOf(studyOf(text, options), words);
  return JSON.parse(JSON.stringify(result)) as Record<string, unknown>;
}

function problemsOf(text: string): readonly string[] {
  return studyOf(text).problems.map(({ code, span }) => `${code} @${span.offset}+${span.length}`);
}

function viewOfText(text: string): ContinuousView {
  const view = viewOf({ study: studyOf(text), offset: 0, line: 0 }, words);
  assert.ok(view.kind === 'continuous');
  return view;
}

describe('families and densities, from their text to what is printed', () => {
  for (const { name, document, expected, tolerance } of cases) {
    it(`prints ${name}`, () => {
      const result = printed(JSON.stringify(document));
      const { error, normalised, integral, ...values } = expected;
      if (error !== undefined) {
        assert.ok((result.problems as { code: string }[]).some(({ code }) => code === error));
        return;
      }
      assert.equal(result.kind, 'distribution');
      for (const [key, wanted] of Object.entries(values)) {
        assert.ok(agrees(Number(result[key]), wanted, tolerance), `${key}: ${result[key]}, not ${wanted}`);
      }
      const flags = result.normalised as { p: boolean; q: boolean };
      if (normalised !== undefined) assert.deepEqual({ p: flags.p, q: flags.q }, normalised);
      if (integral !== undefined) {
        const sums = result.integral as { p: number; q: number };
        assert.ok(agrees(sums.p, integral.p, tolerance) && agrees(sums.q, integral.q, tolerance));
      }
    });
  }
});

describe('families and densities in text', () => {
  const kl = 0.3662981083166505;

  it('takes N with a vector and a matrix for the normal of several variables', () => {
    const study = studyOf('KL(N([0, 0], [[1, 0.5], [0.5, 1]]) || N([0, 0], [[1, 0], [0, 1]]))');
    assert.ok(study.kind === 'continuous', JSON.stringify(study.problems));
    // ½ (tr Σ − 2 − ln det Σ) with tr Σ = 2 and det Σ = 3/4.
    assert.ok(Math.abs((study.values.klPQ?.value ?? 0) + Math.log(0.75) / 2) < 1e-15);
    assert.equal(studyOf('KL(N([0, 0], [1, 1]) || N([0, 0], [2, 1]))').kind, 'error');
  });

  it('reads the two of KL, of assignments, of two selections, and of JSON alike', () => {
    const [p, q] = ['normal(0, 1)', 'laplace(0, 2)'];
    const two = `${p} and ${q}`;
    const within = [
      { offset: 0, length: p.length },
      { offset: p.length + 5, length: q.length },
    ];
    const json =
      '{"q": {"family": "laplace", "scale": "4/2", "loc": 0}, "p": {"family": "Normal", "loc": 0, "std": 1}}';
    for (const result of [
      printed(`KL(${p} || ${q})`),
      printed(`P = ${p}\nQ = ${q}`),
      printed(`P ~ ${p}; Q ~ ${q};`),
      printed(two, { within }),
      printed(json),
    ]) {
      assert.equal(result.klPQ, kl);
    }
  });

  it('gives logarithmic values in the base that the text names, and leaves the others', () => {
    const parts =
      '"p": {"family": "normal", "loc": 0, "scale": 1}, "q": {"family": "laplace", "loc": 0, "scale": 2}';
    const [nats, bits] = [printed(`{${parts}}`), printed(`{${parts}, "base": 2}`)];
    assert.ok(Math.abs(Number(bits.klPQ) - kl / Math.LN2) < 1e-15);
    assert.ok(Math.abs(Number(bits.entropyQ) * Math.LN2 - Number(nats.entropyQ)) < 1e-15);
    assert.equal(bits.totalVariation, nats.totalVariation);
    assert.deepEqual(problemsOf(`{${parts}, "base": 1}`), [`parameter-domain @0+${parts.length + 13}`]);
  });

  it('takes a list beside a family as a categorical', () => {
    const result = printed('{"p": [0.5, 0.5], "q": {"family": "bernoulli", "probs": 0.25}}');
    assert.ok(Math.abs(Number(result.klPQ) - 0.5 * Math.log(4 / 3)) < 1e-15);
  });

  it('has the range of what is wrong', () => {
    assert.deepEqual(problemsOf('KL(norml(0, 1) || laplace(0, 2))'), ['unknown-family @3+5']);
    assert.deepEqual(problemsOf('KL(normal(0, -1) || laplace(0, 2))'), ['parameter-domain @13+2']);
    assert.deepEqual(problemsOf('{"p": {"family": "normal", "loc": 0, "scael": 1}}'), [
      'parameter-domain @37+7',
    ]);
    assert.deepEqual(problemsOf('{"p": {"density": "x", "support": [-1, 1]}}'), ['negative-density @19+1']);
    assert.deepEqual(problemsOf('{"p": {"density": "1/x", "support": [0, 1]}}'), ['infinite-integral @19+3']);
    assert.deepEqual(problemsOf('KL(normal(0, 1) || exponential(1))'), ['support @19+14']);
  });

  it('reads the entropy of one alone, also of a density', () => {
    for (const text of ['H(exp(-x) on [0, inf])', 'P = exponential(1)', 'exp(-x) on [0, inf]']) {
      assert.ok(Math.abs(Number(printed(text).entropyP) - 1) < 1e-12, text);
    }
    const json = '{"q": {"family": "exponential", "rate": 1}}';
    assert.equal(printed(json).entropyP, 1);
  });

  it('leaves calls of programs and arrays alone', () => {
    for (const text of ['gamma(x)', 'f(0, 1)', 'beta = [1, 2]', 'print(normal)']) {
      assert.notEqual(read(text).kind, 'continuous', text);
    }
  });

  it('finds the divergence around a place in prose', () => {
    const text = 'Note that KL(normal(0, 1) || laplace(0, 2)) is small.\nNothing here (0, 1).';
    assert.deepEqual(valueAround(text, 20), { offset: 10, length: 33 });
    assert.deepEqual(valueAround(text, 10), { offset: 10, length: 33 });
    assert.equal(valueAround(text, 50), null);
  });

  it('says each family by its parameters and how each value was got', () => {
    const view = viewOfText('KL(cauchy(0, 1) || N(1, 2))');
    assert.equal(view.p.title, 'cauchy(loc = 0, scale = 1)');
    assert.equal(view.q?.title, 'normal(loc = 1, scale = 2)');
    assert.equal(view.methods.klPQ?.how, 'infinite: the integral diverges at −∞ and ∞');
    assert.match(view.methods.klQP?.how ?? '', /^quadrature ± /);
    assert.equal(view.methods.entropyP?.how, 'closed form');
  });

  it('samples curves that enclose their area, over the range where there is something to see', () => {
    const { curves } = viewOfText('KL(normal(3, 0.01) || laplace(0, 2))');
    assert.ok(curves !== null && curves.term !== null);
    const area = (values: readonly unknown[]) =>
      curves.x.reduce((sum, x, index) => {
        if (index === 0) return sum;
        return sum + ((Number(values[index]) + Number(values[index - 1])) / 2) * (x - curves.x[index - 1]);
      }, 0);
    assert.ok(Math.abs(area(curves.q ?? []) - 1) < 0.02);
    assert.ok((curves.x[0] ?? 0) > -20 && (curves.x.at(-1) ?? 0) < 20);
    assert.ok(Math.max(...curves.p.map(Number)) > 39);
  });

  it('looks near where a heavy tail begins, and at all of two distributions far apart', () => {
    const pareto = viewOfText('KL(pareto(1, 0.1) || pareto(1, 1))').curves;
    assert.ok((pareto?.x.at(-1) ?? 0) < 200);
    const { curves } = viewOfText('KL(binomial(1000000, 0.5) || binomial(1000000, 0.4))');
    assert.ok(curves !== null && curves.x.length <= 240);
    assert.ok((curves.x[0] ?? 0) < 400_000 && (curves.x.at(-1) ?? 0) > 500_000);
  });

  it('draws integers one by one, and nothing where the two share no axis', () => {
    const { curves } = viewOfText('KL(poisson(3) || geometric(0.25))');
    assert.deepEqual(curves?.x.slice(0, 3), [0, 1, 2]);
    assert.equal(curves?.discrete, true);
    assert.equal(viewOfText('KL(poisson(3) || normal(0, 1))').curves, null);
  });
});
