import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findActivation } from '../../../core/network/activations';

type Wire = number | 'Infinity' | '-Infinity';

interface Oracle {
  readonly cases: readonly {
    readonly activation: string;
    readonly parameters: Readonly<Record<string, Wire>>;
    /** x, φ(x), φ′(x), φ″(x). */
    readonly points: readonly (readonly [Wire, Wire, Wire, Wire])[];
  }[];
}

const oracle = JSON.parse(
  readFileSync(join(process.cwd(), 'test/oracle/activations.json'), 'utf8'),
) as Oracle;

/** How many doubles lie between two numbers of one sign, about. */
function ulps(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  const unit = Math.max(
    2 ** (Math.floor(Math.log2(Math.max(Math.abs(a), Math.abs(b)))) - 52),
    Number.MIN_VALUE,
  );
  return Math.abs(a - b) / unit;
}

/**
 * In units of the last place: each formula rounds about a dozen times, and cancels by a factor of 4 at
 * most at these points. Where the argument of a power is itself rounded, as x/α of celu and the cubic
 * of gelu's approximation, that counts as many units as the argument is large: up to 500 and 700.
 * The curvature of mish changes its sign near 1.5, where its digits cancel.
 */
const limits: Readonly<Record<string, number>> = { celu: 500, gelu: 700, mish: 24 };
const usual = 12;

describe('every smooth activation, from −745 to 745', () => {
  for (const { activation: name, parameters, points } of oracle.cases) {
    const given = Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, Number(value)]));

    it(`${name} ${JSON.stringify(parameters)}: value and both derivatives keep their digits`, () => {
      const { found } = findActivation(name);
      assert.ok(found?.elementwise);
      for (const [at, ...wanted] of points) {
        const x = Number(at);
        const got = [found.value(x, given), found.derivative(x, given), found.secondDerivative(x, given)];
        wanted.map(Number).forEach((value, order) => {
          const distance = ulps(got[order], value);
          assert.ok(
            distance <= (limits[name] ?? usual),
            `order ${order} at ${x}: ${got[order]} is ${distance} ulps from ${value}`,
          );
        });
      }
    });
  }
});
