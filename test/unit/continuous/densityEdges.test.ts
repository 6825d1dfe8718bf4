import assert from 'node:assert/strict';
import { compareMeasures } from '../../../core/divergence/continuous/compareMeasures';
import { densityCentres } from '../../../core/divergence/continuous/densityCentres';
import { readExpression } from '../../../core/text/densityParser';
import { densitySpec } from './specs';

type Density = readonly [string, readonly [number | string, number | string]];

function compared([density, support]: Density, other?: Density) {
  return compareMeasures(densitySpec(density, support), other === undefined ? null : densitySpec(...other));
}

function near(actual: number | undefined, wanted: number): void {
  const close = Math.abs((actual ?? Number.NaN) - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
  assert.ok(close, `${actual}, not ${wanted}`);
}

describe('densities with zeros that subtraction makes', () => {
  // mpmath, 30 digits, with 1 + cos x as 2 cos²(x/2) and so on.
  const cases: readonly (readonly [Density, Density, number])[] = [
    [
      ['exp(2*cos(x))/(2*pi*2.2795853023360672674)', ['-pi', 'pi']],
      ['(1+cos(x))/(2*pi)', ['-pi', 'pi']],
      0.11877418781852142,
    ],
    [['abs(sin(x))/4', ['-pi', 'pi']], ['(1+cos(x))/(2*pi)', ['-pi', 'pi']], 0.451582705289455],
    [['1', [0, 1]], ['(cosh(x)-1)/(sinh(1)-1)', [0, 1]], 0.923686452090947],
    [['exp(-x)', [0, 'inf']], ['(1-tanh(x))/ln(2)', [0, 'inf']], 0.2042834062132323],
  ];
  for (const [p, q, wanted] of cases) {
    it(`keep the digits of KL(${p[0]} ‖ ${q[0]})`, () => near(compared(p, q).values.klPQ?.value, wanted));
  }
});

describe('densities with peaks that a grid does not meet', () => {
  it('have the places that their text names looked at', () => {
    const centres = (text: string) => {
      const { expression } = readExpression(text);
      return expression === null ? [] : densityCentres(expression);
    };
    assert.deepEqual(centres('exp(-(x-300)^2/2) + exp(-abs(2*x+3)/4)*(1-x/2)'), [300, -1.5, 2]);
    assert.deepEqual(centres('1/2'), []);
  });

  it('are integrated whole', () => {
    const spike = '0.5*exp(-(x-300)^2/2/0.0001)/(0.01*sqrt(2*pi))+0.5*exp(-x^2/2)/sqrt(2*pi)';
    const { p, problems, values } = compared([spike, ['-inf', 'inf']]);
    assert.deepEqual(problems, []);
    near(p?.integral, 1);
    near(values.entropyP?.value, 0.5 * Math.log(2 * Math.PI * Math.E) + Math.LN2 + 0.5 * Math.log(0.01));
  });
});

describe('densities that fall like 1/x', () => {
  it('have a finite integral only by their logarithm', () => {
    const codes = (density: Density) => compared(density).problems.map(({ code }) => code);
    assert.deepEqual(codes(['1/(x*ln(x))', [2, 'inf']]), ['infinite-integral']);
    assert.deepEqual(codes(['1/(x*ln(x)^2)', ['e', 'inf']]), []);
    assert.deepEqual(codes(['-1/(x*ln(x))', [0, '1/e']]), ['infinite-integral']);
    assert.deepEqual(codes(['1/(x*ln(x)^2)', [0, '1/e']]), []);
  });

  it('have an infinite entropy of the sign of their logarithm', () => {
    const entropy = (density: Density) => compared(density).values.entropyP;
    assert.equal(entropy(['1/(x*ln(x)^2)', ['e', 'inf']])?.value, Number.POSITIVE_INFINITY);
    assert.equal(entropy(['1/(x*ln(x)^2)', [0, '1/e']])?.value, Number.NEGATIVE_INFINITY);
  });
});
