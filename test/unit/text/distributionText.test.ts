import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { writtenNumber } from '../../../core/text/written';
import { faults, readDistribution, readMatrix, rows, slices } from './support';

describe('a distribution as matrix text', () => {
  it('reads P and Q in any case', () => {
    for (const text of [
      'P = [1/2, 1/2]\nQ = [1/4, 3/4]',
      'p = 1/2 1/2\nq = 1/4 3/4',
      'P: (0.5, 0.5), Q: (0.25, 0.75)',
    ]) {
      const reading = readDistribution(text);
      assert.deepEqual(rows(reading.p.numbers), [0.5, 0.5]);
      assert.deepEqual(rows(reading.q?.numbers ?? null), [0.25, 0.75]);
    }
  });

  it('takes a matrix that is called P for a matrix, and for its rows where distributions are asked for', () => {
    const text = 'P = [[0.2, 0.8], [0.1, 0.9], [0.6, 0.4]]';
    const reading = read(text);
    assert.deepEqual([reading.kind, reading.problems], ['matrix', []]);
    assert.equal(readDistribution(text, { as: 'distribution' }).rows?.length, 3);
    assert.equal(readDistribution('P = [[0.2], [0.8]]').p.numbers.values.length, 2);
  });

  it('reads it outcome by outcome', () => {
    const reading = readDistribution(
      'P(0) = 9/25\nP(1) = 12/25\nP(2) = 4/25\nQ(0) = 1/3, Q(1) = 1/3, Q(2) = 1/3',
    );
    assert.deepEqual(slices(reading, reading.p.numbers), ['9/25', '12/25', '4/25']);
    assert.equal(reading.p.label, 'P');
    assert.equal(reading.q?.numbers.values.length, 3);
  });

  it('reads P and Q among the equations of a sheet, whose matrices hold symbols', () => {
    const text = [
      '$$\\begin{pmatrix} s_1^1 \\\\ s_2^1 \\end{pmatrix} = W \\begin{pmatrix} \\frac{\\partial L}{\\partial o_1} & 1 \\end{pmatrix} \\quad (10)$$',
      '$$\\begin{aligned} P(0) &= \\frac{9}{25} \\\\ P(1) &= \\frac{16}{25} \\end{aligned}$$',
    ].join('\n\n');
    const reading = readDistribution(text);
    assert.deepEqual([...reading.p.numbers.values], [0.36, 0.64]);
  });

  it('give outcomes of one line the probability at its end', () => {
    const reading = read('P(0) = 1/3\nP(1) = 2/3\nQ(0) = Q(1) = 1/2');
    assert.ok(reading.kind === 'distribution', JSON.stringify(reading.problems));
    assert.deepEqual([...(reading.q?.numbers.values ?? [])], [0.5, 0.5]);
    assert.deepEqual([...reading.p.numbers.values], [1 / 3, 2 / 3]);
  });

  it('reads the LaTeX of an exercise sheet, in its environment and without it', () => {
    const lines = String.raw`P(0) &= \frac{9}{25} \\ P(1) &= \dfrac{16}{25} \\ Q(0) &= \frac{1}{2} \\ Q(1) &= 0.5`;
    for (const text of [lines, String.raw`$$\begin{aligned} ${lines} \end{aligned}$$`]) {
      const reading = readDistribution(text);
      assert.deepEqual(slices(reading, reading.p.numbers), [
        String.raw`\frac{9}{25}`,
        String.raw`\dfrac{16}{25}`,
      ]);
      assert.deepEqual(rows(reading.p.numbers), [0.36, 0.64]);
      assert.deepEqual(rows(reading.q?.numbers ?? null), [0.5, 0.5]);
    }
    assert.deepEqual(faults(String.raw`P(0) = \frac{1}{0}`), ['zero-denominator @7+11']);
    assert.deepEqual(faults(String.raw`P(0) = \frac{a}{b}`), ['unexpected-token @7+11']);
  });

  it('passes over the parentheses of prose and formulas', () => {
    const text = 'As f(x) = max(0, x), (1 + e^x) and w^{(1)} say, P = [1/2 1/2].';
    assert.deepEqual(readDistribution(text).problems, []);
  });

  it('takes two rows, two vectors or two selections for P and Q when asked', () => {
    const twoRows = readDistribution('0.2 0.8\n0.5 0.5', { as: 'distribution' });
    assert.deepEqual(twoRows.choices, [{ rule: 'two-rows' }]);
    assert.deepEqual(rows(twoRows.q?.numbers ?? null), [0.5, 0.5]);
    const text = 'first [0.2 0.8] then [0.5 0.5]';
    const within = [
      { offset: 21, length: 9 },
      { offset: 6, length: 9 },
    ];
    const selected = readDistribution(text, { within });
    assert.deepEqual(selected.choices, [{ rule: 'two-selections' }]);
    assert.deepEqual(rows(selected.p.numbers), [0.5, 0.5]);
  });

  it('takes two columns for P and Q where they sum to one and the rows do not', () => {
    const columns = readDistribution('[[0.2, 0.5], [0.8, 0.5]]', { as: 'distribution' });
    assert.deepEqual(columns.choices, [{ rule: 'two-columns' }]);
    assert.deepEqual(rows(columns.p.numbers), [0.2, 0.8]);
    assert.deepEqual(slices(columns, columns.p.numbers), ['0.2', '0.8']);
    const both = readDistribution('[[0.5, 0.5], [0.5, 0.5]]', { as: 'distribution' });
    assert.deepEqual(both.choices, [{ rule: 'two-rows' }]);
    const three = readDistribution('1/3 0.1\n1/3 0.2\n1/3 0.7', { as: 'distribution' });
    assert.deepEqual(rows(three.q?.numbers ?? null), [0.1, 0.2, 0.7]);
  });

  it('takes the columns of a table that its header calls P and Q, whatever stands beside them', () => {
    const tables = [
      'outcome,p,q\nrain,0.2,0.5\nsun,0.8,0.5\n',
      'outcome;q;p\nrain;0,5;0,2\nsun;0,5;0,8\n',
      '| $x$ | $p(x)$ | $q(x)$ |\n|---|---|---|\n| 1 | 0.2 | 1/2 |\n| 2 | 0.8 | 1/2 |\n',
      '  p q\na 0.2 0.5\nb 0.8 0.5\n',
      '     p    q  other\n0  0.2  0.5    7.5\n1  0.8  0.5    8.5\n',
      '[{"x": 1, "p": 0.2, "q": 0.5},\n {"x": 2, "p": 0.8, "q": 0.5}]',
      'x,p(x),q(x)\r\n1,0.2,0.5\r\n2,0.8,0.5\r\n',
      'P(X = x);Q(X = x)\n0,2;0,5\n0,8;0,5\n',
      'x\tp(x)\tq(x)\n1\t0.2\t0.5\n2\t0.8\t0.5\n',
      '   x  p(x)  q(x)\n0  1   0.2   0.5\n1  2   0.8   0.5\n',
      'x p(x) q(x)\n1 0.2 0.5\n2 0.8 0.5\n',
    ];
    for (const text of tables) {
      const reading = readDistribution(text);
      assert.deepEqual(rows(reading.p.numbers), [0.2, 0.8], text);
      assert.deepEqual(rows(reading.q?.numbers ?? null), [0.5, 0.5], text);
      assert.equal(read(text, { as: 'matrix' }).kind, 'matrix');
    }
    assert.equal(readDistribution('x,p,y\n1,0.2,3\n2,0.8,4\n').q, null);
    for (const alone of ['p\n0.2\n0.8\n', 'p(x)\n0.2\n0.8\n', 'P\n0,2\n0,8\n', '"p"\n0.2\n0.8\n'])
      assert.deepEqual(rows(readDistribution(alone).p.numbers), [0.2, 0.8], alone);
    // No header: arguments of calls, and a word above rows of more than one number.
    for (const other of ['f(x, 1)\n1,2\n3,4', 'f(1), g[2]\n1,2\n3,4', 'p\n1 2\n3 4'])
      assert.deepEqual(
        rows(readMatrix(other).array),
        [
          [1, 2],
          [3, 4],
        ],
        other,
      );
    assert.equal(readMatrix('q,p,p\n1,0.2,3\n2,0.8,4\n').array.shape[1], 3);
  });

  it('takes rows that are labelled P and Q, in any table', () => {
    for (const text of [
      'X | 0 | 1\n---|---|---\nP | 1/4 | 3/4\nQ | 1/2 | 1/2\n',
      '| X | 0 | 1 |\n|---|---|---|\n| $P(X = x)$ | 1/4 | 3/4 |\n| $Q(X = x)$ | 1/2 | 1/2 |\n',
      'P 0.25 0.75\nQ 0.5 0.5',
      ',0,1\nQ,0.5,0.5\nP,0.25,0.75\n',
      '   a    b\nP  0.25  0.75\nQ  0.5   0.5\n',
    ]) {
      const reading = readDistribution(text);
      assert.deepEqual(rows(reading.p.numbers), [0.25, 0.75], text);
      assert.deepEqual(rows(reading.q?.numbers ?? null), [0.5, 0.5], text);
    }
    assert.equal(readMatrix('P 0.25 0.75\nR 0.5 0.5').array.shape.length, 2);
  });

  it('reads probabilities of outcomes that have names, those of Q in the order of P', () => {
    const text = 'P(rain) = 1/4, P(sun) = 3/4\nQ(sun) = 0.9, Q(rain) = 0.1';
    const reading = readDistribution(text);
    assert.deepEqual(
      [rows(reading.p.numbers), rows(reading.q?.numbers ?? null)],
      [
        [0.25, 0.75],
        [0.1, 0.9],
      ],
    );
    assert.deepEqual(slices(reading, reading.p.numbers), ['1/4', '3/4']);
    const events = readDistribution('Pr(X = "no rain") = 0.4\nPr(X = A) = 0.6');
    assert.deepEqual(rows(events.p.numbers), [0.4, 0.6]);
    assert.deepEqual(faults('P(rain) = 1/4, P(sun) = 3/4\nQ(sun) = 0.9, Q(snow) = 0.1'), [
      'unexpected-token @42+7',
    ]);
    assert.deepEqual(
      faults('P(rain) = 1/4, P(sun) = 3/4\nQ(sun) = 0.9, Q(rain) = 0, Q(snow) = 0.1').map(
        (fault) => fault.split(' ')[0],
      ),
      ['length-mismatch'],
    );
  });

  it('takes one vector for P alone', () => {
    assert.equal(readDistribution('[0.2; 0.8]', { as: 'distribution' }).q, null);
    assert.equal(readDistribution('P = 0.2, 0.8').q, null);
  });

  it('refuses a network as a distribution, and the other way round', () => {
    assert.deepEqual(faults('P = [1 2]', { as: 'network' }), ['unexpected-type @0+9']);
    assert.deepEqual(faults('[[[1, 2]], [[3, 4]]]', { as: 'distribution' }), ['unexpected-type @0+20']);
    assert.deepEqual(faults('[1 2; 3 4; 5 x]', { as: 'distribution' }), ['unexpected-token @13+1']);
  });

  it('keeps a common factor in the rows of a print, so that their exact values are those meant', () => {
    const text = 'A =\n\n  1.0e+03 *\n\n   0.0010   0.0030\n   0.0020   0.0020\n';
    const reading = read(text, { as: 'distribution' });
    assert.ok(reading.kind === 'distribution');
    assert.equal(writtenNumber(text, reading.p.numbers, 1), '0.0030e3');
    const fraction = 'A =\n\n  1.0e+03 *\n\n   1/4   0.0030\n   0.0020   0.0020\n';
    assert.equal(readMatrix(fraction).array.values[0], 250);
  });

  it('takes an empty array among matrices for no layer with biases', () => {
    assert.doesNotThrow(() => read('[         ]\n[  3  4.5 ]\n'));
  });
});
