import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareMeasures } from '../../../core/divergence/continuous/compareMeasures';
import type { MeasureSpec } from '../../../core/divergence/continuous/measureSpec';
import { type DensityExpression, evaluateExpression } from '../../../core/text/densityExpression';
import { readConstant, readExpression } from '../../../core/text/densityParser';
import { readFamilies } from '../../../core/text/family';
import { readFamilyText } from '../../../core/text/familyText';

function expressionOf(text: string): DensityExpression {
  const { expression, problem } = readExpression(text);
  assert.equal(problem, null, text);
  if (expression === null) throw new Error(text);
  return expression;
}

/** `family(name=value, …)` or `density on […]`, as it was understood. */
function describeSpec(spec: MeasureSpec | null | undefined): string {
  if (spec === null || spec === undefined) return 'nothing';
  if (spec.kind === 'density') return `density on [${spec.support.map(({ value }) => value)}]`;
  if (spec.kind === 'mixture') {
    return spec.components.map(({ weight, measure }) => `${weight} ${describeSpec(measure)}`).join(' + ');
  }
  const parameters = spec.parameters.map(
    ({ name, value }) => (name === null ? '' : `${name}=`) + JSON.stringify(value),
  );
  return `${spec.name}(${parameters.join(', ')})`;
}

describe('reading a density', () => {
  it('follows the precedence of mathematics', () => {
    const values: readonly (readonly [string, number])[] = [
      ['1+2*3', 7],
      ['-x^2', -9],
      ['(-x)^2', 9],
      ['2^3^2', 512],
      ['2**-1', 0.5],
      ['1/2/2', 0.25],
      ['7-2-1', 4],
      ['-2*-x', 6],
      ['exp(-x^2/2)/sqrt(2*pi)', Math.exp(-4.5) / Math.sqrt(2 * Math.PI)],
      ['ln(x) + log(x)', 2 * Math.log(3)],
      ['abs(-x)·2 − 1', 5],
      ['.5e1*x', 15],
      ['e^x', Math.exp(3)],
      ['cosh(x)*cos(x)', Math.cosh(3) * Math.cos(3)],
    ];
    for (const [text, value] of values) {
      const actual = evaluateExpression(expressionOf(text), 3);
      assert.ok(Math.abs(actual - value) <= 1e-15 * Math.abs(value), `${text}: ${actual}, not ${value}`);
    }
  });

  it('knows where every part stands', () => {
    const expression = expressionOf('  exp(-x) / 2');
    assert.deepEqual(expression.span, { offset: 2, length: 11 });
    assert.ok(expression.kind === 'binary');
    assert.deepEqual(expression.left.span, { offset: 2, length: 7 });
    assert.deepEqual(expression.right.span, { offset: 12, length: 1 });
  });

  it('reports what is wrong at its token', () => {
    const wrong: readonly (readonly [string, string, number])[] = [
      ['exp(-x', 'unclosed', 6],
      ['exp(-x))', 'mismatched', 7],
      ['2x', 'missing-separator', 1],
      ['x +', 'missing-value', 3],
      ['sinn(x)', 'unexpected-token', 0],
      ['x + y', 'unexpected-token', 4],
      ['exp x', 'unexpected-token', 4],
      ['x $ 2', 'trailing', 2],
      ['', 'missing-value', 0],
      ['constructor(x)', 'unexpected-token', 0],
      ['__proto__', 'unexpected-token', 0],
    ];
    for (const [text, reason, offset] of wrong) {
      const { problem } = readExpression(text);
      assert.ok(problem?.code === 'syntax', text);
      assert.equal(problem.data.reason, reason, text);
      assert.equal(problem.span.offset, offset, text);
    }
  });

  it('refuses a thousand brackets, signs or powers without exhausting the stack', () => {
    for (const text of [
      `${'('.repeat(1000)}x${')'.repeat(1000)}`,
      `${'-'.repeat(1000)}x`,
      `x${'^x'.repeat(1000)}`,
    ]) {
      const { problem } = readExpression(text);
      assert.ok(problem?.code === 'syntax' && problem.data.reason === 'depth');
    }
    assert.equal(readExpression(`x${'+x'.repeat(5000)}`).problem?.code, 'too-large');
  });

  it('reads the ends of a support as expressions without x', () => {
    assert.equal(readConstant('-pi/2').value, -Math.PI / 2);
    assert.equal(readConstant('-inf').value, Number.NEGATIVE_INFINITY);
    assert.equal(readConstant('∞').value, Number.POSITIVE_INFINITY);
    const { problem } = readConstant('1+x', 10);
    assert.ok(problem?.code === 'syntax' && problem.span.offset === 10);
  });

  it('agrees with JavaScript on random arithmetic', () => {
    const { expression } = fc.letrec<{ expression: string; leaf: string }>((tie) => ({
      leaf: fc.oneof(fc.integer({ min: 1, max: 9 }).map(String), fc.constant('x')),
      expression: fc.oneof(
        { maxDepth: 4 },
        tie('leaf'),
        fc
          .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/'), tie('expression'))
          .map(([left, operator, right]) => `(${left}${operator}${right})`),
        fc.tuple(tie('expression'), tie('expression')).map(([left, right]) => `${left} - ${right}`),
      ),
    }));
    fc.assert(
      fc.property(expression, (text) => {
        const wanted = new Function('x', `return ${text}`)(1.7) as number;
        assert.ok(Object.is(evaluateExpression(expressionOf(text), 1.7), wanted));
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});

describe('reading families', () => {
  it('reads the forms in which people write them', () => {
    const forms: readonly (readonly [string, string, string])[] = [
      ['KL(normal(0, 1) || laplace(0, 2))', 'normal(0, 1)', 'laplace(0, 2)'],
      ['D_KL( N(0,1) ‖ N(1, sqrt(2)) )', 'N(0, 1)', `N(1, ${Math.SQRT2})`],
      [
        'kl_divergence(Normal(loc=0., scale=1.), Laplace(loc=0., scale=2.))',
        'Normal(loc=0, scale=1)',
        'Laplace(loc=0, scale=2)',
      ],
      [
        'torch.distributions.kl_divergence(dist.Normal(torch.tensor(0.), torch.tensor(1.)), dist.Cauchy(0, 1))',
        'dist.Normal(0, 1)',
        'dist.Cauchy(0, 1)',
      ],
      ['normal(0, 1)', 'normal(0, 1)', 'nothing'],
      ['H(gamma(1/2, rate = 3))', 'gamma(0.5, rate=3)', 'nothing'],
      ['normal(0,1) || student_t(df: 3)', 'normal(0, 1)', 'student_t(df=3)'],
      [
        'categorical([0.2, 0.8]) || categorical(probs=[1/2, 1/2])',
        'categorical([0.2,0.8])',
        'categorical(probs=[0.5,0.5])',
      ],
      [
        'multivariate_normal([0, 0], [[1, 0], [0, 1]])',
        'multivariate_normal([0,0], [[1,0],[0,1]])',
        'nothing',
      ],
      ['KL(exp(-x) on [0, inf) || gamma(2, 1))', 'density on [0,Infinity]', 'gamma(2, 1)'],
      ['sin(x)/2 on [0, pi]', `density on [0,${Math.PI}]`, 'nothing'],
      ['von_mises(pi/2, 3)', `von_mises(${Math.PI / 2}, 3)`, 'nothing'],
    ];
    for (const [text, p, q] of forms) {
      const reading = readFamilies(text);
      assert.deepEqual(reading?.problems, [], text);
      assert.equal(describeSpec(reading?.p), p, text);
      assert.equal(describeSpec(reading?.q), q, text);
    }
  });

  it('reads what a divergence is assigned to, a variable, and LaTeX, each range in the text', () => {
    for (const [text, p, q] of [
      ['D = KL(N(0, 1) || N(0, 1/2))', 'N(0, 1)', 'N(0, 0.5)'],
      ['P = N(0, 1)\nQ = N(1, 2)', 'N(0, 1)', 'N(1, 2)'],
      ['X ~ N(0, 1)', 'N(0, 1)', 'nothing'],
      ['h = H(normal(0, 1))', 'normal(0, 1)', 'nothing'],
      [String.raw`KL(\mathcal{N}(0, 1) \| \mathcal{N}(1, 2))`, 'N(0, 1)', 'N(1, 2)'],
      [
        String.raw`$D_{\mathrm{KL}}\left(\mathcal{N}(0, 1) \,\Vert\, \mathcal{N}(1, 2)\right)$`,
        'N(0, 1)',
        'N(1, 2)',
      ],
    ] as const) {
      const reading = readFamilyText(text, [{ offset: 0, length: text.length }]);
      assert.deepEqual([describeSpec(reading?.p), describeSpec(reading?.q)], [p, q], text);
      const first = reading?.p;
      assert.ok(first?.kind === 'family');
      assert.equal(
        text.slice(first.nameSpan.offset).startsWith(text.includes('mathcal') ? '\\mathcal' : first.name),
        true,
      );
    }
    for (const text of ['M = N(2, 3)', 'y = gamma(5)', 'x = f(0, 1)'])
      assert.ok(readFamilyText(text, [{ offset: 0, length: text.length }])?.meant !== true, text);
  });

  it('gives each number, name and family its range', () => {
    const text = 'KL(normal(0, scale=1.5) || laplace(-2, 2))';
    const reading = readFamilies(text, 100);
    assert.ok(reading?.p?.kind === 'family' && reading.q?.kind === 'family');
    const cut = ({ offset, length }: { offset: number; length: number }) =>
      text.slice(offset - 100, offset - 100 + length);
    assert.equal(cut(reading.p.nameSpan), 'normal');
    assert.equal(cut(reading.p.span), 'normal(0, scale=1.5)');
    const [first, second] = reading.p.parameters;
    assert.ok(first !== undefined && second?.nameSpan !== undefined);
    assert.deepEqual([cut(first.span), cut(second.span), cut(second.nameSpan)], ['0', '1.5', 'scale']);
    assert.equal(cut(reading.q.parameters[0]?.span ?? { offset: 0, length: 0 }), '-2');
  });

  it('leaves other text to other notations', () => {
    for (const text of [
      '',
      '[[1, 2], [3, 4]]',
      'print(1, 2)',
      'P = [0.1, 0.9]',
      'W1 = [1 2; 3 4]',
      'f(x) = x || y',
      '{"p": [1]}',
      'H(0.2, 0.3, 0.5)',
      'exp(-x^2)',
    ]) {
      assert.equal(readFamilies(text), null, text);
    }
  });

  it('reports what is wrong at its token, once the text is meant', () => {
    const wrong: readonly (readonly [string, string, string, number])[] = [
      ['KL(normal(0, 1)', 'syntax', 'missing-separator', 15],
      ['KL(normal(0, 1) || laplace(0, 2)', 'syntax', 'unclosed', 32],
      ['normal(0, 1', 'syntax', 'unclosed', 11],
      ['normal(0 1)', 'syntax', 'missing-separator', 9],
      ['normal(0, 1) extra', 'syntax', 'trailing', 13],
      ['normal(0, x)', 'syntax', 'unexpected-token', 10],
      ['exp(-x) on [0 inf]', 'syntax', 'missing-separator', 14],
    ];
    for (const [text, code, reason, offset] of wrong) {
      const problem = readFamilies(text)?.problems[0];
      assert.ok(problem?.code === 'syntax', text);
      assert.deepEqual(
        [problem.code, problem.data.reason, problem.span.offset],
        [code, reason, offset],
        text,
      );
    }
  });

  it('does not claim to be meant by a call that may be of a program', () => {
    assert.equal(readFamilies('gamma(x)')?.meant, false);
    assert.equal(readFamilies('beta(5)')?.meant, false);
    assert.equal(readFamilies('t(3)'), null);
    assert.equal(readFamilies('normal(0, 1)')?.meant, true);
    assert.equal(readFamilies('KL(normal(0, 1) || gamma(x))')?.meant, true);
  });

  it('never throws, whatever it is given', () => {
    const part = fc.constantFrom(
      'KL(',
      'normal(',
      '0',
      ',',
      '1',
      ')',
      '||',
      'on',
      '[',
      ']',
      'x',
      '=',
      'loc',
      '-',
      'inf',
      'é',
      '$',
      ' ',
      '(',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        readFamilies(parts.join(''));
      }),
      { numRuns: 500, seed: 8 },
    );
  });
});

describe('what a person may get wrong in a family', () => {
  const problemOf = (text: string) => {
    const reading = readFamilies(text);
    if (reading?.p === null || reading?.p === undefined) throw new Error(text);
    const { problems } = compareMeasures(reading.p, reading.q);
    const [problem] = problems;
    if (problem === undefined) throw new Error(`no problem in ${text}`);
    const at = text.slice(problem.span.offset, problem.span.offset + problem.span.length);
    return { problem, at };
  };

  it('is reported where it stands', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['KL(normal(0, 0) || normal(0, 1))', 'parameter-domain', '0'],
      ['KL(normal(0, 1) || exponential(-2))', 'parameter-domain', '-2'],
      ['uniform(3, 1)', 'parameter-domain', '1'],
      ['normal(0, 1, 2)', 'parameter-domain', '2'],
      ['normal(0, sclae=1)', 'parameter-domain', 'sclae'],
      ['normal(0)', 'syntax', 'normal'],
      ['KL(nromal(0, 1) || normal(0, 1))', 'unknown-family', 'nromal'],
      ['multivariate_normal([0, 0], [[1, 2], [2, 1]])', 'parameter-domain', '[[1, 2], [2, 1]]'],
      ['multivariate_normal([0, 0], [[1]])', 'parameter-domain', '[[1]]'],
      ['bernoulli(1.5)', 'parameter-domain', '1.5'],
      ['binomial(2.5, 0.5)', 'parameter-domain', '2.5'],
      ['categorical([0.5, -0.5])', 'parameter-domain', '[0.5, -0.5]'],
      ['categorical([0.5, 0.6])', 'not-normalised', '[0.5, 0.6]'],
      ['normal([1, 2], 1)', 'parameter-domain', '[1, 2]'],
      ['x on [-1, 1]', 'negative-density', 'x'],
      ['1/x on [1, inf]', 'infinite-integral', '1/x'],
      ['1 on [2, 1]', 'parameter-domain', '1'],
      ['N(0, 1) || N(0, 4)', 'ambiguous-reading', '4'],
    ];
    for (const [text, code, range] of cases) {
      const { problem, at } = problemOf(text);
      assert.deepEqual([problem.code, at], [code, range], text);
    }
  });

  it('comes with the name that was meant', () => {
    const { problem } = problemOf('KL(nromal(0, 1) || normal(0, 1))');
    assert.ok(problem.code === 'unknown-family');
    assert.equal(problem.data.suggestion, 'normal');
  });

  it('comes with the parameters that there are', () => {
    const { problem } = problemOf('normal(0, sclae=1)');
    assert.ok(problem.code === 'parameter-domain');
    assert.deepEqual(problem.data.known, ['loc', 'scale']);
  });

  it('a parameter given twice', () => {
    const { problem, at } = problemOf('normal(0, loc=3)');
    assert.ok(problem.code === 'syntax' && problem.data.reason === 'duplicate-key');
    assert.equal(at, 'loc');
  });
});
