import assert from 'node:assert/strict';
import fc from 'fast-check';
import { studyShape } from '../../../core/derivation/activationStudy/activationStudy';
import { specialPoints } from '../../../core/derivation/activationStudy/constants';
import { signsOf } from '../../../core/derivation/activationStudy/roots';
import type { VariationTable } from '../../../core/derivation/activationStudy/variations';
import { type Case, caseOf, cases } from './cases';

const shapeOf = (name: string) => {
  const { activation, parameters } = caseOf(name);
  return studyShape(activation, parameters);
};

/** The sign that a table gives for a place between two of its columns; null at a column and outside. */
function signAt({ columns, stretches }: VariationTable, x: number): number | null {
  const index = columns.findIndex(
    ({ at }, place) => at.value < x && x < (columns[place + 1]?.at.value ?? -Infinity),
  );
  return index < 0 ? null : (stretches[index] ?? null);
}

/** A column of the table, and φ there by the function itself. */
const near = (value: number | undefined, expected: number, within = 1e-12) =>
  assert.ok(
    Math.abs((value ?? Number.NaN) - expected) <= within * Math.max(1, Math.abs(expected)),
    `${value} ${expected}`,
  );

describe('the study of an activation', () => {
  for (const { name, activation, parameters } of cases) {
    const shape = studyShape(activation, parameters);

    it(`${name}: has the sign of φ′ and of φ″ on every stretch`, () => {
      fc.assert(
        fc.property(fc.double({ min: -12, max: 12, noNaN: true }), (x) => {
          const slope = signAt(shape.variations, x);
          const bend = signAt(shape.convexities, x);
          const isNearColumn = [...shape.variations.columns, ...shape.convexities.columns].some(
            ({ at }) => Math.abs(at.value - x) < 1e-9,
          );
          fc.pre(slope !== null && bend !== null && !isNearColumn && Math.abs(x) > 1e-9);
          assert.equal(Math.sign(activation.derivative(x, parameters)), slope, `φ′ at ${x}`);
          assert.equal(Math.sign(activation.secondDerivative(x, parameters)), bend, `φ″ at ${x}`);
        }),
        { numRuns: 400 },
      );
    });

    it(`${name}: is between its bounds, and encloses each zero by a change of sign`, () => {
      const { lowest, highest } = shape.slopes;
      for (let x = -9; x <= 9; x += 0.125) {
        const slope = activation.derivative(x, parameters);
        assert.ok(slope >= lowest - 1e-12 && slope <= highest + 1e-12, `${slope} at ${x}`);
      }
      for (const [table, f] of [
        [shape.variations, activation.derivative],
        [shape.convexities, activation.secondDerivative],
      ] as const) {
        for (const { between, at } of table.columns) {
          if (between === undefined) continue;
          const [low, high] = between;
          assert.ok(low < at.value && at.value < high && high - low < 1e-9);
          assert.ok(f(low, parameters) * f(high, parameters) < 0);
          // Far above what rounding could turn: the change of sign is the function's own.
          assert.ok(Math.min(Math.abs(f(low, parameters)), Math.abs(f(high, parameters))) > 1e-13);
        }
      }
    });

    it(`${name}: has in its tables the values of φ and φ′`, () => {
      for (const { at, value, kind } of shape.variations.columns) {
        if (kind === 'end' || value.at === null) continue;
        near(value.at.value, activation.value(at.value, parameters));
      }
    });

    it(`${name}: has the symmetry that it claims`, () => {
      const value = (x: number) => activation.value(x, parameters);
      fc.assert(
        fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (x) => {
          const { symmetry } = shape;
          // A jump takes the value of one of its sides.
          fc.pre(shape.kinks.every(({ at }) => Math.abs(Math.abs(at) - Math.abs(x)) > 1e-9));
          if (symmetry?.kind === 'even') near(value(-x), value(x));
          if (symmetry?.kind === 'odd') near(value(-x), -value(x));
          if (symmetry?.kind === 'centre') near(value(x) + value(-x), symmetry.sum);
          if (symmetry?.kind === 'difference') near(value(x) - value(-x), symmetry.slope * x);
        }),
      );
    });

    it(`${name}: has closed forms that are its numbers`, () => {
      for (const point of specialPoints[activation.name]?.(parameters) ?? []) {
        if (point.value !== undefined)
          near(point.value.value, activation.value(point.at.value, parameters), 4e-16);
        if (point.slope !== undefined)
          near(point.slope.value, activation.derivative(point.at.value, parameters), 4e-16);
      }
    });

    if (shape.reluGap !== null) {
      it(`${name}: is nowhere farther from relu than at 0`, () => {
        const gap = (x: number) => activation.value(x, parameters) - Math.max(0, x);
        near(shape.reluGap?.value, gap(0), 4e-16);
        fc.assert(
          fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
            assert.ok(gap(x) >= 0 && gap(x) <= (shape.reluGap?.value ?? 0) * (1 + 4e-16));
          }),
        );
      });
    }
  }

  it('finds the minima that the literature gives', () => {
    // mpmath.findroot on φ′ with 40 digits.
    const minima = { silu: -1.2784645427, mish: -1.1924312145, gelu: -0.7517915247 };
    for (const [name, at] of Object.entries(minima)) {
      const [only, ...others] = shapeOf(name).extrema;
      assert.equal(only?.kind, 'minimum');
      near(only?.column.at.value, at, 2e-10);
      assert.deepEqual(others, []);
    }
    assert.equal(shapeOf('hardswish').extrema[0]?.column.at.plain, '−1.5');
    assert.deepEqual(
      shapeOf('gelu').inflections.map(({ at }) => at.plain),
      ['−√2', '√2'],
    );
  });

  it('says of relu that it increases, not strictly, is convex, and has a kink', () => {
    const { monotony, convexity, variations, reluGap } = shapeOf('relu');
    assert.deepEqual(monotony, { kind: 'increasing', strictly: false });
    assert.equal(convexity, 'convex');
    assert.deepEqual(variations.stretches, [0, 1]);
    assert.equal(variations.columns[1]?.kind, 'kink');
    assert.deepEqual(
      [variations.columns[1]?.slope.left?.value, variations.columns[1]?.slope.right?.value],
      [0, 1],
    );
    assert.equal(reluGap, null);
  });

  it('proves the gap of softplus to relu where its proof holds, and only there', () => {
    assert.equal(shapeOf('softplus').reluGap?.plain, 'ln 2');
    const halved = cases.find(({ name }) => name.startsWith('softplus {"beta":7')) as Case;
    near(studyShape(halved.activation, halved.parameters).reluGap?.value, Math.LN2 / 7);
    assert.equal(shapeOf('squareplus').reluGap?.value, 1);
    for (const name of ['gelu', 'silu', 'mish', 'elu', 'leaky_relu', 'sigmoid'])
      assert.equal(shapeOf(name).reluGap, null);
  });

  it('looks at one period of what repeats itself', () => {
    const { variations, period } = shapeOf('sine');
    assert.equal(period?.plain, '2π');
    assert.deepEqual(
      variations.columns.map(({ at }) => at.plain),
      ['−π', '−π/2', 'π/2', 'π'],
    );
    assert.deepEqual(variations.stretches, [-1, 1, -1]);
  });

  it('is not misled by results below the doubles, nor by zeros that only touch', () => {
    const bell = signsOf((x) => -2 * x * Math.exp(-x * x), []);
    assert.deepEqual(
      bell.stretches.map(({ sign }) => sign),
      [1, -1],
    );
    const touching = signsOf((x) => Math.tanh(x) ** 2, []);
    assert.deepEqual(touching.roots, [{ at: 0, between: [0, 0], crosses: false }]);
    assert.deepEqual(
      touching.stretches.map(({ sign }) => sign),
      [1, 1],
    );
    assert.deepEqual(
      signsOf(() => 0, [1]).stretches.map(({ sign }) => sign),
      [0, 0],
    );
  });
});
