import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluate } from '../../../core/study';
import { read, valueAround } from '../../../core/text';

const tokens = [
  'KL(',
  'H(',
  'normal(0, 1)',
  'poisson(2)',
  'exp(-x) on [0, inf]',
  'multivariate_normal([0, 0], [[1, 0], [0, 1]])',
  'dirichlet([1, 2])',
  '[0.2, 0.8]',
  'normal',
  'uniform',
  '(',
  ')',
  '[',
  ']',
  ',',
  '||',
  '‖',
  '+',
  '-',
  '*',
  '/',
  '=',
  ';',
  '0.5',
  '1/3',
  '2',
  '0',
  'x',
  'on',
  'inf',
  'nan',
  'loc=',
  'base=2',
  'in bits',
  'P = ',
  '\nQ = ',
];

describe('families, mixtures and calls in any order', () => {
  it('never throw, and fail with a problem inside the text', () => {
    const soup = fc
      .array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 14 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(soup, fc.constantFrom('auto' as const, 'distribution' as const), (text, as) => {
        const study = evaluate(read(text, { as }));
        if (study.kind === 'error') assert.ok(study.problems.length > 0);
        for (const { span } of study.problems) {
          assert.ok(span.offset >= 0 && span.length >= 0 && span.offset + span.length <= text.length);
        }
        valueAround(text, text.length >> 1);
      }),
      { numRuns: 1_500, seed: 21 },
    );
  });

  it('never throw where a right text has one token more, less or other', () => {
    const right = [
      ['KL(', '0.5', 'normal(0, 1)', '+', '0.5', 'normal(2, 1)', '||', 'normal(1, 2)', ')', 'in bits'],
      ['KL(', '[0.2, 0.8]', '||', 'poisson(2)', ',', 'base=2', ')'],
      ['P = ', '1/3', '*', 'poisson(2)', '+', '2/3', '*', 'poisson(4)', '\nQ = ', 'poisson(3)'],
      ['H(', '0.2', ',', '0.3', ',', '0.5', ')', 'in bits'],
    ];
    const change = fc.record({
      text: fc.constantFrom(...right),
      at: fc.nat(10),
      removed: fc.nat(2),
      token: fc.option(fc.constantFrom(...tokens)),
    });
    fc.assert(
      fc.property(change, ({ text, at, removed, token }) => {
        const parts = [...text];
        parts.splice(Math.min(at, parts.length), removed, ...(token === null ? [] : [token]));
        const study = evaluate(read(parts.join(' '), { as: 'distribution' }));
        assert.ok(study.kind !== 'error' || study.problems.length > 0);
      }),
      { numRuns: 600, seed: 22 },
    );
  });
});
