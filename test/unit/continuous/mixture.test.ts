import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { compareMeasures } from '../../../core/divergence/continuous/compareMeasures';
import type { MeasureName } from '../../../core/divergence/continuous/comparison';
import type { MeasureSpec } from '../../../core/divergence/continuous/measureSpec';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { densitySpec, familySpec, mixtureSpec } from './specs';

const normal = (loc: number, scale: number) => familySpec('normal', { loc, scale });
const poisson = (rate: number) => familySpec('poisson', { rate });
const uniform = (low: number, high: number) => familySpec('uniform', { low, high });

function measured(p: MeasureSpec, q: MeasureSpec | null, name: MeasureName): number {
  return compareMeasures(p, q).values[name]?.value ?? Number.NaN;
}

function near(actual: number, wanted: number, tolerance = 1e-11): void {
  const close = Math.abs(actual - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
  assert.ok(actual === wanted || close, `${actual}, not ${wanted}`);
}

interface Oracle {
  readonly cases: readonly {
    readonly text: string;
    readonly expected: Readonly<Partial<Record<MeasureName, number>>>;
  }[];
}
const oracle = JSON.parse(
  readFileSync(new URL('../../oracle/mixtures.json', import.meta.url), 'utf8'),
) as Oracle;

describe('mixtures', () => {
  for (const { text, expected } of oracle.cases) {
    it(`agree with mpmath on ${text}`, () => {
      const study = evaluate(read(text));
      assert.equal(study.kind, 'continuous');
      if (study.kind !== 'continuous') return;
      for (const [name, wanted] of Object.entries(expected)) {
        near(study.values[name as MeasureName]?.value ?? Number.NaN, wanted, 1e-12);
      }
    });
  }

  it('of one family with itself are that family', () => {
    const q = familySpec('laplace', { loc: 1, scale: 2 });
    for (const p of [normal(0, 1), familySpec('gamma', { concentration: 0.6, rate: 2 })]) {
      const mixed = mixtureSpec([0.25, p], [0.75, p]);
      for (const name of ['entropyP', 'klPQ', 'klQP', 'jensenShannon', 'totalVariation'] as const) {
        near(measured(mixed, q, name), measured(p, q, name));
      }
    }
  });

  it('have at most the weighted divergences of their parts', () => {
    const loc = fc.double({ min: -3, max: 3, noNaN: true });
    const scale = fc.double({ min: 0.4, max: 3, noNaN: true });
    const weight = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(loc, scale, loc, scale, weight, (a, s, b, t, w) => {
        const [first, second, q] = [normal(a, s), normal(b, t), familySpec('cauchy', { loc: 0, scale: 1 })];
        const mixed = measured(mixtureSpec([w, first], [1 - w, second]), q, 'klPQ');
        const bound = w * measured(first, q, 'klPQ') + (1 - w) * measured(second, q, 'klPQ');
        assert.ok(mixed >= 0 && mixed <= bound + 1e-11);
      }),
      { numRuns: 20, seed: 2 },
    );
  });

  it('do not change when the line is moved and stretched', () => {
    const mixed = (move: number, stretch: number) =>
      mixtureSpec([0.3, normal(move, stretch)], [0.7, normal(move + 2 * stretch, 0.5 * stretch)]);
    const q = (move: number, stretch: number) =>
      familySpec('student_t', { df: 3, loc: move, scale: 2 * stretch });
    for (const name of ['klPQ', 'klQP', 'jensenShannon', 'hellinger'] as const) {
      const wanted = measured(mixed(0, 1), q(0, 1), name);
      near(measured(mixed(1e3, 1e-2), q(1e3, 1e-2), name), wanted, 1e-10);
      near(measured(mixed(-40, 1e4), q(-40, 1e4), name), wanted, 1e-10);
    }
  });

  it('on integers are summed over all their parts, however far apart', () => {
    const mixed = mixtureSpec([0.5, poisson(3)], [0.5, poisson(5_000)]);
    const wanted =
      Math.LN2 + 0.5 * (measured(poisson(3), null, 'entropyP') + measured(poisson(5_000), null, 'entropyP'));
    near(measured(mixed, null, 'entropyP'), wanted, 1e-12);
  });

  it('with parts that share no mass have the entropy of the choice beside the weighted ones', () => {
    const mixed = mixtureSpec([0.25, uniform(0, 1)], [0.75, uniform(5, 7)]);
    const choice = -0.25 * Math.log(0.25) - 0.75 * Math.log(0.75);
    near(measured(mixed, null, 'entropyP'), choice + 0.75 * Math.LN2);
  });

  it('that leave a gap make the divergence to them infinite, and name every gap', () => {
    const q = mixtureSpec([0.5, uniform(0, 1)], [0.25, uniform(2, 3)], [0.25, uniform(4, 5)]);
    const { values, supportFacts } = compareMeasures(uniform(0, 5), q);
    assert.equal(values.klPQ?.value, Number.POSITIVE_INFINITY);
    assert.deepEqual(supportFacts, [
      {
        direction: 'PQ',
        where: [
          { lower: 1, upper: 2 },
          { lower: 3, upper: 4 },
        ],
      },
    ]);
    near(values.klQP?.value ?? 0, 0.5 * Math.log(2.5) + 0.5 * Math.log(1.25));
  });

  it('are infinite where the heaviest tail says so', () => {
    const heavy = mixtureSpec([0.999, normal(0, 1)], [0.001, familySpec('cauchy', { loc: 0, scale: 1 })]);
    const { values } = compareMeasures(heavy, normal(0, 1));
    assert.deepEqual(values.klPQ?.reason, {
      kind: 'tail',
      at: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    });
    assert.equal(values.klQP?.method, 'quadrature');
  });

  it('with a pole inside their support are integrated up to it', () => {
    const mixed = mixtureSpec(
      [0.5, normal(0, 1)],
      [0.5, familySpec('gamma', { concentration: 0.3, rate: 1 })],
    );
    const { p, values } = compareMeasures(mixed, normal(0, 2));
    assert.equal(p?.integral, 1);
    assert.ok((values.klPQ?.error ?? 1) < 1e-9);
  });

  it('say a sum of weights that is not one, and give both answers', () => {
    const mixed = mixtureSpec([0.5, normal(0, 1)], [1, normal(2, 1)]);
    const { problems, normalised, values } = compareMeasures(mixed, normal(0, 2));
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['not-normalised'],
    );
    const wanted = measured(mixtureSpec([1 / 3, normal(0, 1)], [2 / 3, normal(2, 1)]), normal(0, 2), 'klPQ');
    near(normalised?.klPQ?.value ?? Number.NaN, wanted);
    near(values.klPQ?.value ?? Number.NaN, 1.5 * (wanted + Math.log(1.5)));
    const integers = compareMeasures(mixtureSpec([1, poisson(2)], [1, poisson(4)]), poisson(3));
    near(
      integers.normalised?.klPQ?.value ?? Number.NaN,
      measured(mixtureSpec([0.5, poisson(2)], [0.5, poisson(4)]), poisson(3), 'klPQ'),
    );
  });

  it('may hold densities, whose integral then counts', () => {
    const half = densitySpec('exp(-x)', [0, 'inf']);
    near(
      measured(mixtureSpec([0.5, half], [0.5, normal(0, 1)]), normal(0, 3), 'klPQ'),
      measured(
        mixtureSpec([0.5, familySpec('exponential', { rate: 1 })], [0.5, normal(0, 1)]),
        normal(0, 3),
        'klPQ',
      ),
    );
    const { problems } = compareMeasures(
      mixtureSpec([0.5, densitySpec('2*exp(-x)', [0, 'inf'])], [0.5, normal(0, 1)]),
      null,
    );
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['not-normalised'],
    );
    const negative = compareMeasures(
      mixtureSpec([0.5, densitySpec('x', [-1, 2])], [0.5, normal(9, 1)]),
      null,
    );
    assert.ok(negative.problems.some(({ code }) => code === 'negative-density'));
  });

  it('have the mean and the variance of their parts', () => {
    const { p } = compareMeasures(mixtureSpec([0.25, normal(0, 1)], [0.75, normal(4, 2)]), null);
    assert.ok(p?.distribution.kind === 'continuous');
    assert.equal(p.distribution.mean, 3);
    assert.equal(p.distribution.variance, 0.25 * (1 + 9) + 0.75 * (4 + 1));
  });
});

describe('reading mixtures', () => {
  const described = (text: string) => {
    const reading = read(text);
    if (reading.kind !== 'continuous') return reading.problems.map(({ code }) => code).join();
    const study = evaluate(reading);
    return study.problems.length === 0 ? 'right' : study.problems.map(({ code }) => code).join();
  };

  it('takes weights before families in the ways people write them', () => {
    for (const text of [
      '0.3 normal(0,1) + 0.7 normal(2,1)',
      '0.3*N(0,1) + 0.7*N(2,1)',
      '0.3 · normal(0, 1) + 0.7 · normal(2, 1)',
      '1/3 normal(0,1) + 2/3 normal(2,1)',
      '0.333 normal(0,1) + 0.333 normal(2,1) + 0.333 normal(3,1)',
      '0.5 (exp(-x) on [0, inf]) + 0.5 normal(0, 1)',
      '0.5 (0.5 normal(0,1) + 0.5 normal(1,1)) + 0.5 laplace(0, 1)',
      'KL(0.3 normal(0,1) + 0.7 normal(2,1) || normal(1, 1.5))',
      'P = 0.3 normal(0,1) + 0.7 normal(2,1)\nQ = normal(1, 1.5)',
      '0.3 normal(0,1) + 0.7 normal(2,1) ‖ normal(1, 1.5)',
      '{"p": {"family": "mixture", "weights": [0.3, 0.7], "components": [{"family": "normal", "loc": 0, "scale": 1}, {"family": "normal", "loc": 2, "scale": 1}]}}',
      '{"p": {"family": "mixture", "weights": ["1/3", "2/3"], "components": [{"family": "normal", "loc": 0, "scale": 1}, {"density": "exp(-x)", "support": [0, "inf"]}]}}',
    ]) {
      const expected = /N\(/.test(text) ? ['right', 'ambiguous-reading'] : ['right'];
      assert.ok(expected.includes(described(text)), `${text}: ${described(text)}`);
    }
  });

  it('leaves products of programs alone', () => {
    for (const text of [
      '0.5 * gamma(x) + 1',
      '2 * beta(3, 4) * t',
      '3 * normal',
      'x = 2 * normal(0, 1)[0]',
    ]) {
      assert.notEqual(read(text).kind, 'continuous', text);
      assert.equal(described(text) === 'right', false, text);
    }
  });

  it('points at what is wrong', () => {
    const first = (text: string) => {
      const { problems } = evaluate(read(text));
      const [problem] = problems;
      return problem === undefined
        ? 'nothing'
        : `${problem.code} ${text.slice(problem.span.offset, problem.span.offset + problem.span.length)}`;
    };
    assert.equal(first('KL(0.5 normal(0,1) + 0.5 poisson(2) || normal(0,1))'), 'parameter-domain poisson(2)');
    assert.equal(
      first('KL(0 normal(0,1) + 0 normal(1,1) || normal(0,1))'),
      'parameter-domain 0 normal(0,1) + 0 normal(1,1)',
    );
    assert.equal(first('KL(0.5 normal(0,1) + 0.5 normal(1,-1) || normal(0,1))'), 'parameter-domain -1');
    assert.equal(first('KL(0.5 normal(0,1) + || normal(0,1))'), 'syntax ||');
    assert.equal(
      first(
        '{"p": {"family": "mixture", "weights": [0.5, -0.5], "components": [{"family": "poisson", "rate": 1}, {"family": "poisson", "rate": 2}]}}',
      ),
      'parameter-domain -0.5',
    );
    assert.equal(
      first(
        '{"p": {"family": "mixture", "weights": [1], "components": [{"family": "poisson", "rate": 1}, {"family": "poisson", "rate": 2}]}}',
      ),
      'length-mismatch [1]',
    );
    assert.equal(
      first('{"p": {"family": "mixture", "weights": [1]}}'),
      'syntax {"family": "mixture", "weights": [1]}',
    );
    const many = Array.from({ length: 70 }, (_, k) => `1/70 normal(${k},1)`).join(' + ');
    assert.equal(first(`KL(${many} || normal(0,1))`), `too-large ${many}`);
  });

  it('takes a base inside the call, or a unit behind it', () => {
    for (const [text, base] of [
      ['KL(normal(0,1) || laplace(0,2), base=2)', 2],
      ['KL(normal(0,1), laplace(0,2); base = 10)', 10],
      ['H(normal(0,1), base=2)', 2],
      ['KL(normal(0,1) || laplace(0,2)) in bits', 2],
      ['H(normal(0,1)) in bans', 10],
      ['KL(normal(0,1) || laplace(0,2))', Math.E],
    ] as const) {
      const reading = read(text);
      assert.ok(reading.kind === 'continuous', text);
      assert.equal(reading.base, base, text);
    }
  });
});
