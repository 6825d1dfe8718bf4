import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { faults, readMatrix, readNetwork, rows, slices } from './support';

describe('a matrix', () => {
  for (const [text, expected, notation] of [
    [
      '[1 2; 3 4]',
      [
        [1, 2],
        [3, 4],
      ],
      'octave-literal',
    ],
    ['[1 -2]', [1, -2], 'octave-literal'],
    [
      '[1, 2\n 3, 4]',
      [
        [1, 2],
        [3, 4],
      ],
      'octave-literal',
    ],
    [
      '[1 2 ...\n 3; 4 5 6]',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      'octave-literal',
    ],
    [
      "[1 2; 3 4]'",
      [
        [1, 3],
        [2, 4],
      ],
      'octave-literal',
    ],
    [
      '[[1, 2], [3, 4]]',
      [
        [1, 2],
        [3, 4],
      ],
      'json',
    ],
    [
      '[[1, 2,], [3, 4,],]',
      [
        [1, 2],
        [3, 4],
      ],
      'python-list',
    ],
    [
      '((1, 2), (3, 4))',
      [
        [1, 2],
        [3, 4],
      ],
      'parentheses',
    ],
    ['((-8,),)', [[-8]], 'parentheses'],
    [
      '{{1, 2}, {3, 4}}',
      [
        [1, 2],
        [3, 4],
      ],
      'braces',
    ],
    [
      'np.array([[1, 2], [3, 4]])',
      [
        [1, 2],
        [3, 4],
      ],
      'python-list',
    ],
    [
      '1 2\n3 4\n',
      [
        [1, 2],
        [3, 4],
      ],
      'plain',
    ],
    [
      '1\t2\r\n3\t4',
      [
        [1, 2],
        [3, 4],
      ],
      'tsv',
    ],
    [
      '1;2;3\n4;5;6',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      'csv',
    ],
    [
      '1 2; 3 4',
      [
        [1, 2],
        [3, 4],
      ],
      'plain',
    ],
    ['1/2, −1/3', [1 / 2, -1 / 3], 'plain'],
    ['[[[1, 2]], [[3, 4]]]', [[[1, 2]], [[3, 4]]], 'json'],
    [
      '[5 8; % first\n 3 4] # second',
      [
        [5, 8],
        [3, 4],
      ],
      'octave-literal',
    ],
    ['A = [1 2]', [1, 2], 'assignments'],
  ] as const) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const reading = readMatrix(text);
      assert.deepEqual(rows(reading.array), expected);
      assert.equal(reading.notation, notation);
      assert.deepEqual(reading.problems, []);
    });
  }

  it('reads a fraction as one number with one range', () => {
    const reading = readMatrix('[9/25 12/25 −4/25]');
    assert.deepEqual(slices(reading, reading.array), ['9/25', '12/25', '−4/25']);
  });

  it('keeps several arrays that make no network apart, with their names', () => {
    const reading = read('a = [1, 2, 3]\nm = [[1], [2]]');
    assert.ok(reading.kind === 'matrices');
    assert.deepEqual(
      reading.arrays.map(({ name, array }) => [name, rows(array)]),
      [
        ['a', [1, 2, 3]],
        ['m', [[1], [2]]],
      ],
    );
    assert.deepEqual(reading.choices, [{ rule: 'named-arrays' }]);
  });

  it('counts places from the start of the text, also inside a selection', () => {
    const text = 'before [1 2] after';
    const reading = read(text, { within: [{ offset: 7, length: 5 }] });
    assert.ok(reading.kind === 'matrix');
    assert.deepEqual(slices(reading, reading.array), ['1', '2']);
    assert.deepEqual(reading.span, { offset: 7, length: 5 });
  });

  for (const [text, expected] of [
    ['[1 - x]', ['unexpected-token @3+1', 'unexpected-token @5+1']],
    ['x*[1 2]', ['computed @1+1']],
    ['[1 2]*[3; 4]', ['computed @5+1']],
    ['[1 2] * [3; 4]', ['computed @6+1']],
    ['pi * [1 2]', ['computed @3+1']],
    ['[1 2; 3 4 5]', ['ragged @10+1']],
    ['[1 2 3; 4 5; 6 7 8]', ['ragged @11+1']],
    ['1 2\n3', ['ragged @5+0']],
    ['1 2\n3 4x', ['unexpected-token @6+2']],
    ['[1, 2, ..., 9]', ['elided @7+3']],
    ['1 2 … 9', ['elided @4+1']],
    ['W1 = [[1, 2]\nb1 = [3]', ['unclosed @13+2']],
    ['W1 =', ['missing-value @4+0']],
    ['W1 = abc', ['unexpected-token @5+3']],
    ['{{1.5*^, 1}, {2, 3}}', ['unexpected-token @2+5']],
    ['', ['empty @0+0']],
    ['just words', ['unexpected-token @0+4']],
  ] as const) {
    it(`finds ${expected.join(' and ')} in ${JSON.stringify(text)}`, () => {
      assert.equal(read(text).kind, 'error');
      assert.deepEqual(faults(text), expected);
    });
  }

  it('reads lines whose first number parts its thousands, and leaves no line out', () => {
    const text = "1'234.5 2\n3 1'000";
    assert.deepEqual(rows(readMatrix(text).array), [
      [1234.5, 2],
      [3, 1000],
    ]);
    assert.equal(read("1'23 2\n3 4").kind, 'error');
  });

  it('reads decimal commas between semicolons, and says so', () => {
    const reading = readMatrix('0,5;0,3\n0,2;0,7');
    assert.deepEqual(rows(reading.array), [
      [0.5, 0.3],
      [0.2, 0.7],
    ]);
    assert.deepEqual(reading.choices, [{ rule: 'decimal-comma' }]);
    assert.equal(reading.notation, 'csv-decimal-comma');
  });

  it('says that commas may be decimal where one line leaves it open, and reads them between numbers', () => {
    const [problem] = read('1,5;2,3').problems;
    assert.ok(problem?.code === 'ambiguous-reading');
    assert.deepEqual(problem.data, { taken: '1, 5', other: '1.5' });
  });

  it('knows where numbers were meant, and stays silent over other text', () => {
    const meant = (text: string) => {
      const reading = read(text);
      return reading.kind === 'error' && reading.meant;
    };
    assert.ok(meant('[[1, 2], [3, x]]'));
    assert.ok(meant('{"layers": 5}'));
    assert.ok(meant('W1 = [[1, 2'));
    assert.ok(!meant('if (a == 3) return b[i];'));
    assert.ok(!meant('Call me in 5 minutes.'));
    assert.ok(!meant('x = foo(3)'));
  });

  it('leaves the numbers of programs and style sheets alone', () => {
    for (const text of [
      'for (let i = 0; i < 10; i++) x[i] = f(i, 2);',
      'const point = { x: 3, y: 4 };',
      'color: rgb(1, 2, 3);',
      'x = 3; p = 0.5',
      '{"target": "es2022", "strict": true}',
      '2024-01-01 12:30:00 INFO loss=0.5 lr=0.1',
    ]) {
      const reading = read(text);
      assert.ok(reading.kind === 'error' && !reading.meant, text);
    }
  });

  it('reads the arrays that Python and JavaScript construct, without what they say beside the numbers', () => {
    const reading = readNetwork(
      'W1 = np.array([[1, 2], [3, 4]], dtype=np.float64)\nb1 = torch.tensor([5., 6.],\n  requires_grad=True)\n' +
        'const x = new Float64Array([1, 2]);',
    );
    assert.deepEqual(reading.problems, []);
    assert.deepEqual(rows(reading.layers[0]?.biases ?? null), [5, 6]);
    assert.deepEqual(rows(reading.input), [1, 2]);
  });

  it('refuses a text of more than 256 million units', () => {
    const text = ' '.repeat(256 * 1024 * 1024 + 1);
    assert.deepEqual(
      read(text).problems.map(({ code }) => code),
      ['too-large'],
    );
  });
});
