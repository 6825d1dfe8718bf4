import assert from 'node:assert/strict';
import { densityAsymptotic } from '../../../core/divergence/continuous/densityAsymptotics';
import {
  combine,
  expectationFinite,
  exponentialTerm,
  integrable,
  logTerm,
  powerTerm,
} from '../../../core/divergence/families/asymptotics';
import { readExpression } from '../../../core/text/densityParser';

/** `c e^(kt) t^a (ln t)^b` or `c lnln` for each term, coefficients to 12 digits; `unknown` for no expansion. */
function behaviour(text: string, at: number, side: 'above' | 'below' = 'below'): string {
  const { expression } = readExpression(text);
  if (expression === null) throw new Error(text);
  const terms = densityAsymptotic(expression, { at, side });
  if (terms === null) return 'unknown';
  if (terms.length === 0) return 'bounded';
  return combine({ weight: 1, of: terms })
    .map(({ coefficient, rate, power, logPower, iterated }) =>
      [
        String(Number(coefficient.toPrecision(12))),
        ...(rate === 0 ? [] : [`e^${rate}t`]),
        ...(power === 0 ? [] : [`t^${power}`]),
        ...(logPower === 0 ? [] : [`ln^${logPower}`]),
        ...(iterated === true ? ['lnln'] : []),
      ].join(' '),
    )
    .join(' + ');
}

describe('the behaviour of a density at an end', () => {
  const infinity = Number.POSITIVE_INFINITY;

  it('is derived from its expression', () => {
    const cases: readonly (readonly [string, number, string])[] = [
      ['exp(-x^2/2)', infinity, '-0.5 t^2'],
      ['exp(-(x-3)^2/2)', infinity, '-0.5 t^2 + 3 t^1'],
      ['exp(-(x-3)^2/2)', -infinity, '-0.5 t^2 + -3 t^1'],
      ['exp(-x-exp(-x))', -infinity, '-1 e^1t + 1 t^1'],
      ['exp(-x-exp(-x))', infinity, '-1 t^1'],
      ['exp(-abs(x))/2', -infinity, '-1 t^1'],
      ['1/(1+x^2)', infinity, '-2 ln^1'],
      ['x^2.5*exp(-3*x)', infinity, '-3 t^1 + 2.5 ln^1'],
      ['exp(-ln(x)^2/2)/x', infinity, '-0.5 ln^2 + -1 ln^1'],
      ['1/cosh(x)^2', infinity, '-2 t^1'],
      ['exp(-x)/(1+exp(-x))^2', -infinity, '-1 t^1'],
      ['sqrt(1+x^2)-x', infinity, '-1 ln^1'],
      ['exp(sqrt(x^2+x)-x)', infinity, 'bounded'],
      ['(1+1/x)^x', infinity, 'bounded'],
      ['2+tanh(x)', infinity, 'bounded'],
      ['x^x*exp(-x)', infinity, '1 t^1 ln^1 + -1 t^1'],
      ['2+sin(x)', infinity, 'unknown'],
      ['exp(exp(x^2))', infinity, 'unknown'],
    ];
    for (const [text, at, wanted] of cases) assert.equal(behaviour(text, at), wanted, text);
  });

  it('is derived at a finite end too, in t = 1/distance', () => {
    assert.equal(behaviour('sin(x)/2', Math.PI), '-1 ln^1');
    assert.equal(behaviour('1/sqrt(1-x)', 1), '0.5 ln^1');
    assert.equal(behaviour('-ln(x)', 0, 'above'), '1 lnln');
    assert.equal(behaviour('exp(-1/x)/x^2', 0, 'above'), '-1 t^1 + 2 ln^1');
    assert.equal(behaviour('1-abs(x)', -1, 'above'), '-1 ln^1');
    assert.equal(behaviour('(1-cos(x))/x^3', 0, 'above'), '1 ln^1');
  });

  it('is not claimed where more terms cancel than were kept', () => {
    const cancelling = '1/(1-1/x)-1-1/x-1/x^2-1/x^3-1/x^4-1/x^5-1/x^6';
    assert.equal(behaviour(`exp(x^8*(${cancelling}))`, infinity), 'unknown');
  });

  it('keeps a power of the logarithm, by which it may be decided', () => {
    assert.equal(behaviour('1/(x*ln(x)^2)', infinity), '-1 ln^1 + -2 lnln');
    assert.equal(behaviour('ln(x)/x^2', infinity), '-2 ln^1 + 1 lnln');
  });
});

describe('the convergence of an integral', () => {
  it('follows the leading term', () => {
    assert.equal(integrable([powerTerm(-1e-9, 1)], 'infinity'), true);
    assert.equal(integrable([powerTerm(1e-9, 0.1), logTerm(-50)], 'infinity'), false);
    assert.equal(integrable([logTerm(-1)], 'infinity'), false);
    assert.equal(integrable([logTerm(-1.0001)], 'infinity'), true);
    assert.equal(integrable([], 'infinity'), false);
    assert.equal(integrable([], 'point'), true);
    assert.equal(integrable([logTerm(0.999)], 'point'), true);
    assert.equal(integrable([logTerm(1)], 'point'), false);
    assert.equal(integrable([exponentialTerm(-1, 1, 0), powerTerm(9, 7)], 'infinity'), true);
  });

  it('of an expectation weighs the growth against the tail', () => {
    assert.equal(expectationFinite([powerTerm(-1, 1)], [exponentialTerm(-1, 0.99, 0)], 'infinity'), true);
    assert.equal(expectationFinite([powerTerm(-1, 1)], [exponentialTerm(-1, 1, 0)], 'infinity'), false);
    assert.equal(expectationFinite([logTerm(-3)], [powerTerm(-1, 2)], 'infinity'), false);
    assert.equal(expectationFinite([logTerm(-3.1)], [powerTerm(-1, 2)], 'infinity'), true);
  });

  it('takes coefficients that cancel to rounding for equal', () => {
    const third = 1 / 3;
    assert.deepEqual(
      combine({ weight: 3, of: [powerTerm(third, 2)] }, { weight: -1, of: [powerTerm(3 * third, 2)] }),
      [],
    );
  });
});
