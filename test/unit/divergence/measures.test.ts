import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { doublePairSteps } from '../../../core/divergence/createPair';
import { type CatalogueName, entries } from '../../../core/divergence/measures/catalogue';
import { begin, valueSteps } from '../../../core/divergence/measures/evaluate';
import type { Measure } from '../../../core/divergence/measures/measure';
import { pairOfReadingSteps } from '../../../core/divergence/pairOfReading';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { finish } from '../../../core/steps';
import { agrees, type Expected } from '../support/agreement';
import { distributionStudyOf } from '../support/reading';

interface Case {
  readonly name: string;
  readonly document: { readonly p: readonly string[]; readonly q: readonly string[] };
  /** `renyi(2)` is the measure of that order. */
  readonly expected: Readonly<Record<string, Expected>>;
}

const cases = JSON.parse(
  readFileSync(new URL('../../oracle/measures.json', import.meta.url), 'utf8'),
) as readonly Case[];

function measureOf(title: string): Measure {
  const [name, order] = title.replace(')', '').split('(');
  const entry = entries.find((known) => known.name === name);
  assert.ok(entry !== undefined, `no measure ${name}`);
  const { measure } = entry;
  if (!('of' in measure)) return measure;
  return measure.of(order === '+inf' ? Number.POSITIVE_INFINITY : Number(order));
}

/** Of two lists of doubles that sum to one. */
function valueOfDoubles(measure: Measure, p: readonly number[], q: readonly number[]): number {
  const pair = finish(doublePairSteps(Float64Array.from(p), Float64Array.from(q), true, typescriptKernels));
  return finish(valueSteps([begin(measure)], pair, Math.E))[0];
}

function initial(name: CatalogueName): Measure {
  const measure = entries.find((entry) => entry.name === name)?.measure;
  assert.ok(measure !== undefined);
  return 'of' in measure ? measure.of(measure.parameter.initial) : measure;
}

const three = fc
  .integer({ min: 2, max: 6 })
  .chain((length) => {
    const counts = fc
      .array(fc.integer({ min: 0, max: 60 }), { minLength: length, maxLength: length })
      .filter((values) => values.some((value) => value > 0));
    return fc.tuple(counts, counts, counts);
  })
  .map((sides) =>
    sides.map((counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      return counts.map((count) => count / total);
    }),
  );

describe('the catalogue of measures', () => {
  for (const { name, document, expected } of cases) {
    it(`agrees with its formula in many digits: ${name}`, () => {
      const { reading } = distributionStudyOf(document);
      const { pair } = finish(pairOfReadingSteps(reading));
      for (const [title, wanted] of Object.entries(expected)) {
        const [value] = finish(valueSteps([begin(measureOf(title))], pair, Math.E));
        // Sums of a few doubles, each right to some ulps; powers of order 7 add their own.
        assert.ok(
          agrees(value, wanted, { relative: 4e-15, absolute: 0 }),
          `${title} is ${value}, not ${wanted}`,
        );
      }
    });
  }

  it('covers every measure that it lists', () => {
    const covered = new Set(Object.keys(cases[0]?.expected ?? {}).map((title) => title.replace(/\(.*/, '')));
    assert.deepEqual(
      entries.map(({ name }) => name).filter((name) => !covered.has(name)),
      [],
    );
    assert.equal(new Set(entries.map(({ name }) => name)).size, entries.length);
  });

  it('says which are symmetric', () => {
    for (const { name } of entries) {
      const measure = initial(name);
      const isSame = ([p, q]: readonly (readonly number[])[]) => {
        const [forward, back] = [valueOfDoubles(measure, p, q), valueOfDoubles(measure, q, p)];
        return Object.is(forward, back) || Math.abs(forward - back) <= 1e-12 * (Math.abs(forward) + 1e-3);
      };
      if (measure.isSymmetric) fc.assert(fc.property(three, isSame), { numRuns: 60 });
      else assert.ok(!fc.sample(three, 60).every(isSame), `${name} looks symmetric`);
    }
  });

  it('says which are metrics: the triangle inequality holds for those and fails for each other difference', () => {
    // Pairs that came close: outcomes in a geometric row are where most triangles fail.
    const rows = [
      [
        [0.9, 0.1],
        [0.5, 0.5],
        [0.1, 0.9],
      ],
      [
        [1, 0],
        [0.5, 0.5],
        [0, 1],
      ],
      [
        [0.98, 0.01, 0.01],
        [0.96, 0.02, 0.02],
        [0.92, 0.04, 0.04],
      ],
      [
        [0.501, 0.499],
        [0.5, 0.5],
        [0.499, 0.501],
      ],
      [
        [0.25, 0.75],
        [0.5, 0.5],
        [0.75, 0.25],
      ],
    ];
    for (const { name } of entries) {
      const measure = initial(name);
      if (measure.role !== 'difference') {
        assert.ok(!measure.isMetric, name);
        continue;
      }
      const isTriangle = ([a, b, c]: readonly (readonly number[])[]) => {
        const [whole, first, second] = [
          valueOfDoubles(measure, a, c),
          valueOfDoubles(measure, a, b),
          valueOfDoubles(measure, b, c),
        ];
        return whole <= (first + second) * (1 + 1e-12) + 1e-15;
      };
      if (measure.isMetric) {
        assert.ok(measure.isSymmetric, name);
        fc.assert(fc.property(three, isTriangle), { numRuns: 100 });
        for (const row of rows) assert.ok(isTriangle(row), name);
      } else if (measure.isSymmetric && name !== 'motyka') {
        assert.ok(![...rows, ...fc.sample(three, 300)].every(isTriangle), `${name} may be a metric`);
      }
    }
  });

  it('gives each metric zero for equal distributions alone, and no difference a negative value', () => {
    fc.assert(
      fc.property(three, ([p, q]) => {
        const areEqual = p.every((value, i) => value === q[i]);
        for (const { name } of entries) {
          const measure = initial(name);
          if (measure.role !== 'difference') continue;
          assert.ok(!(valueOfDoubles(measure, p, q) < 0), name);
          if (!measure.isMetric) continue;
          assert.equal(valueOfDoubles(measure, p, p), 0, name);
          assert.equal(valueOfDoubles(measure, p, q) === 0, areEqual, name);
        }
      }),
      { numRuns: 100 },
    );
  });
});
