import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { planNormalisation, type TextEdit } from '../../../extension/language/normalise';

function edited(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((one, other) => other.span.offset - one.span.offset)
    .reduce(
      (whole, { span, text: written }) =>
        whole.slice(0, span.offset) + written + whole.slice(span.offset + span.length),
      text,
    );
}

/** The text after normalising what is said not to be normalised. */
function normalised(text: string): string {
  const study = evaluate(read(text, { as: 'distribution' }));
  const codes = study.problems.map(({ code }) => code);
  assert.ok(codes.includes('not-normalised'), `${text}: ${codes}`);
  const edits = study.problems.flatMap((problem) => {
    if (problem.code !== 'not-normalised') return [];
    const plan = planNormalisation(study, problem.data.distribution);
    assert.ok(plan !== null, text);
    return plan.edits;
  });
  const after = edited(text, edits);
  const again = evaluate(read(after, { as: 'distribution' }));
  assert.deepEqual(
    again.problems.map(({ code }) => code),
    [],
    after,
  );
  return after;
}

describe('normalising in the text', () => {
  it('keeps fractions exact, in their own notation', () => {
    assert.equal(normalised('P = [9/25, 12/25, 8/25]'), 'P = [9/29, 12/29, 8/29]');
    assert.equal(
      normalised('P(0) &= \\frac{1}{2} \\\\\nP(1) &= \\frac{1}{4}'),
      'P(0) &= \\frac{2}{3} \\\\\nP(1) &= \\frac{1}{3}',
    );
    assert.equal(normalised('[1//2, 1//4]'), '[2//3, 1//3]');
    assert.equal(normalised('{"p": ["1/2", "1/3"]}'), '{"p": ["3/5", "2/5"]}');
  });

  it('makes of counts the decimals that they are, or fractions where no decimal ends', () => {
    assert.equal(normalised('P = [3, 5, 2]'), 'P = [0.3, 0.5, 0.2]');
    assert.equal(normalised('P = [1, 1, 1]'), 'P = [1/3, 1/3, 1/3]');
    assert.equal(normalised('{"p": [1, 2], "q": [0.5, 0.5]}'), '{"p": ["1/3", "2/3"], "q": [0.5, 0.5]}');
  });

  it('writes decimals for decimals, a comma for a comma and a percent sign for one', () => {
    assert.equal(normalised('P = [0.1, 0.3]'), 'P = [0.25, 0.75]');
    assert.equal(
      normalised('[0.20, 0.30, 0.60]'),
      '[0.18181818181818182, 0.2727272727272727, 0.5454545454545454]',
    );
    assert.equal(normalised('0,1; 0,3'), '0,25; 0,75');
    assert.equal(normalised('[10%, 30%]'), '[25%, 75%]');
    assert.equal(normalised('[0.1f, 0.3f]'), '[0.25f, 0.75f]');
  });

  it('divides only what is said of P, or of Q', () => {
    assert.equal(normalised('P = [0.5, 0.5]\nQ = [0.2, 0.6]'), 'P = [0.5, 0.5]\nQ = [0.25, 0.75]');
  });

  it('divides a density by its integral', () => {
    const after = normalised('exp(-x^2/2) on [-inf, inf]');
    const [, integral] = /^\(exp\(-x\^2\/2\)\)\/([\d.]+) on \[-inf, inf\]$/.exec(after) ?? [];
    assert.ok(Math.abs(Number(integral) - Math.sqrt(2 * Math.PI)) < 1e-12);
  });

  it('divides the probabilities of a categorical', () => {
    assert.equal(
      normalised('KL(categorical([0.1, 0.3]) || categorical([0.5, 0.5]))'),
      'KL(categorical([0.25, 0.75]) || categorical([0.5, 0.5]))',
    );
  });

  it('divides the weights of a mixture, and writes those that were left out', () => {
    assert.equal(
      normalised('KL(0.5 normal(0, 1) + 1.5 normal(2, 1) || normal(0, 1))'),
      'KL(0.25 normal(0, 1) + 0.75 normal(2, 1) || normal(0, 1))',
    );
    assert.equal(
      normalised('KL(1/2*normal(0, 1) + 1/3*normal(2, 1) || normal(0, 1))'),
      'KL(3/5*normal(0, 1) + 2/5*normal(2, 1) || normal(0, 1))',
    );
    assert.equal(
      normalised('KL(normal(0, 1) + normal(2, 1) + normal(4, 1) || normal(0, 1))'),
      'KL(1/3 normal(0, 1) + 1/3 normal(2, 1) + 1/3 normal(4, 1) || normal(0, 1))',
    );
  });

  it('plans nothing for numbers that are negative, not finite, or all zero', () => {
    for (const text of ['P = [0.5, -0.7]', 'P = [0, 0]', 'P = [0.5, inf]']) {
      assert.equal(planNormalisation(evaluate(read(text, { as: 'distribution' })), 'P'), null, text);
    }
  });

  it('gives a text that reads as normalised, whatever the numbers', () => {
    const decimal = fc.integer({ min: 1, max: 9_999_999 }).map((n) => String(n / 1e5));
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 2, maxLength: 12 }), (numbers) => {
        const text = `P = [${numbers.join(', ')}]`;
        const study = evaluate(read(text, { as: 'distribution' }));
        if (!study.problems.some(({ code }) => code === 'not-normalised')) return;
        normalised(text);
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});
