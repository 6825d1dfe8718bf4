import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { faults, readMatrix, rows, slices } from './support';

describe('matrices that PARI, Maxima and Octave draw', () => {
  it('are read with numbers of any length, and with a blank after the minus', () => {
    const ofPari =
      '[1.5000000000000000000000000000000000000 2.2500000000000000000000000000000000000]\n\n[-3 1.0000000000000000000000000000000000000 E-10]';
    assert.deepEqual(rows(readMatrix(ofPari).array), [
      [1.5, 2.25],
      [-3, 1e-10],
    ]);
    assert.deepEqual(rows(readMatrix('[ 100    2    ]\n[             ]\n[  3   - 4000 ]').array), [
      [100, 2],
      [3, -4000],
    ]);
  });

  it('have fractions over three lines, with a minus before the bar', () => {
    const text =
      '          [ 123       1   ]\n          [ ---  - 3  --- ]\n          [  7        100 ]\n(%o1)     [               ]\n          [   1           ]\n          [ - -   0   0.5 ]\n          [   4           ]';
    const reading = readMatrix(text);
    assert.deepEqual(rows(reading.array), [
      [123 / 7, -3, 0.01],
      [-0.25, 0, 0.5],
    ]);
    assert.deepEqual(slices(reading, reading.array), ['', '- 3', '', '', '0', '0.5']);
  });

  it('are the doubles whose bits Octave shows below a name', () => {
    const printed =
      'B =\n\n Columns 1 through 3:\n\n  3ff8000000000000  4000000000000000  8000000000000000\n  3fb999999999999a  c010000000000000  0000000000000001\n\n Column 4:\n\n  7ff0000000000000\n  400921fb54442d18\n\n';
    assert.deepEqual(rows(readMatrix(printed).array), [
      [1.5, 2, -0, Number.POSITIVE_INFINITY],
      [0.1, -4, Number.MIN_VALUE, Math.PI],
    ]);
  });

  it('are refused at the bars of fractions on lines of their own, and in hexadecimal', () => {
    assert.deepEqual(faults('[ 1    ]\n[ -  x ]\n[ 2    ]').slice(-1), ['unexpected-token @11+1']);
    assert.deepEqual(faults('[    1    ]\n[ ------- ]\n[ sqrt(2) ]').slice(-1), ['unexpected-token @14+7']);
    assert.equal(read(' 1  1\n[-, -]\n 2  3').kind, 'error');
    assert.deepEqual(faults('  3ff8000000000000\n  4000000000000000\n'), ['unexpected-token @2+16']);
    assert.deepEqual(rows(readMatrix('[ -- 2.0]').array), [Number.NaN, 2]);
  });
});

describe('the cells of Octave', () => {
  it('are arrays under the names of their places', () => {
    const text =
      'A =\n{\n  [1,1] =\n\n     1   2\n     3   4\n\n  [2,1] = [](0x3)\n  [1,2] = 5\n  [2,2] =\n\n     1.0e+03  *\n\n     1.5000   2.0000\n\n}\n';
    const reading = read(text);
    assert.ok(reading.kind === 'matrices', JSON.stringify(reading.problems));
    assert.deepEqual(
      reading.arrays.map(({ name, array }) => [name, array.shape, [...array.values]]),
      [
        ['A{1,1}', [2, 2], [1, 2, 3, 4]],
        ['A{2,1}', [0, 3], []],
        ['A{1,2}', [], [5]],
        ['A{2,2}', [1, 2], [1500, 2000]],
      ],
    );
  });

  it('are refused where they hold other cells or words', () => {
    assert.deepEqual(faults('B =\n{\n  [1,1] = 1\n  [1,2] = a\n}\n'), ['unexpected-token @28+1']);
    assert.equal(read('C =\n{\n  [1,1] =\n  {\n    [1,1] = 1\n  }\n\n}\n').kind, 'error');
  });
});

describe('what R shows of a structure', () => {
  it('is read with its sizes, column by column, under the names of its parts', () => {
    const reading = read('List of 2\n $ W: num [1:2, 1:2] 0.5 1 1.5 2\n $ b: num [1:2] 1 2', {
      as: 'matrix',
    });
    assert.ok(reading.kind === 'matrices');
    assert.deepEqual(
      reading.arrays.map(({ name, array }) => [name, rows(array)]),
      [
        [
          'W',
          [
            [0.5, 1.5],
            [1, 2],
          ],
        ],
        ['b', [1, 2]],
      ],
    );
    const frame = "'data.frame':\t2 obs. of  2 variables:\n $ u: num  1.5 2\n $ v: int  3 4";
    assert.deepEqual(rows(readMatrix(frame).array), [
      [1.5, 3],
      [2, 4],
    ]);
    assert.deepEqual(rows(readMatrix(' num [1:3] 1,5 2,25 -3').array), [1.5, 2.25, -3]);
  });

  it('is refused where it shows a part only, or no numbers', () => {
    assert.deepEqual(faults(' int [1:40] 1 2 3 4 5 6 7 8 9 10 ...'), ['elided @33+3']);
    assert.deepEqual(faults(' cplx [1:2] 1+2i 3+0i'), ['unexpected-token @1+4']);
    assert.deepEqual(faults(' num [1:3] 1 2'), ['ragged @14+0']);
  });

  it('has names before it that are no numbers', () => {
    assert.deepEqual(rows(readMatrix('  0%  50% 100% \n   1    5    9 ').array), [[1, 5, 9]]);
    assert.deepEqual(rows(readMatrix('     [,1]  [,2]\nr 1 0.125 0.375\nr 2 0.250 0.500').array), [
      [0.125, 0.375],
      [0.25, 0.5],
    ]);
    assert.deepEqual(
      rows(readMatrix('Time Series:\nStart = 2000 \nEnd = 2001 \nFrequency = 1 \n[1] 1.5 2.0').array),
      [1.5, 2],
    );
    assert.deepEqual(readMatrix('    \n[1,]\n[2,]').array.shape, [2, 0]);
    const lists = read('list(1:3, c(2.5, 1))', { as: 'matrix' });
    assert.ok(lists.kind === 'matrices');
    assert.deepEqual(
      lists.arrays.map(({ array }) => rows(array)),
      [
        [1, 2, 3],
        [2.5, 1],
      ],
    );
    assert.deepEqual(rows(readMatrix('c("(Intercept)" = 37.5, wt = -5)').array), [37.5, -5]);
    assert.deepEqual(rows(readMatrix('c(0x1.8p+0, -0x1p-1)').array), [1.5, -0.5]);
  });
});

describe('a tibble of R and a frame of Polars', () => {
  it('have the types of their columns between the names and the numbers', () => {
    const tibble = '# A tibble: 2 × 2\n       x     y\n   <dbl> <int>\n1 -2.25      5\n2 10         6\n';
    assert.deepEqual(rows(readMatrix(tibble).array), [
      [-2.25, 5],
      [10, 6],
    ]);
    const frame =
      'shape: (1, 2)\n┌─────┬─────┐\n│ a   ┆ b   │\n│ --- ┆ --- │\n│ f64 ┆ f64 │\n╞═════╪═════╡\n│ 1.5 ┆ 2.0 │\n└─────┴─────┘\n';
    assert.deepEqual(rows(readMatrix(frame).array), [[1.5, 2]]);
    assert.deepEqual(rows(readMatrix("shape: (2,)\nSeries: 'a' [f64]\n[\n\t1.0\n\t2.5\n]").array), [
      [1],
      [2.5],
    ]);
  });
});

describe('what pandas prints', () => {
  it('has a name of the columns, labels with blanks, and blocks below counted columns', () => {
    assert.deepEqual(
      rows(readMatrix('cols        a        b\n0     141.444   96.864\n1    -113.410   31.174').array),
      [
        [141.444, 96.864],
        [-113.41, 31.174],
      ],
    );
    assert.deepEqual(
      rows(readMatrix('id\nr one    141.444\nr2      -113.410\nName: a, dtype: float64').array),
      [[141.444], [-113.41]],
    );
    assert.deepEqual(rows(readMatrix('     0     1   \\\n0  0.57 -0.89   \n\n     10  \n0  0.11  ').array), [
      [0.57, -0.89, 0.11],
    ]);
    assert.deepEqual(rows(readMatrix('<IntegerArray>\n[1, 2, <NA>]\nLength: 3, dtype: Int64').array), [
      1,
      2,
      Number.NaN,
    ]);
    assert.deepEqual(rows(readMatrix('|a|b\n0|1.5|2\n1|3|4').array), [
      [1.5, 2],
      [3, 4],
    ]);
  });

  it('has names of several words, labels on two levels, and names of labels and columns', () => {
    for (const [text, expected] of [
      [
        '   sepal length (cm)  sepal width (cm)\n0                5.1               3.5\n1                4.9               3.0',
        [
          [5.1, 3.5],
          [4.9, 3],
        ],
      ],
      [
        '     a b    c\nx y  5.1  3.5\nz    4.9  3.0',
        [
          [5.1, 3.5],
          [4.9, 3],
        ],
      ],
      ['   mean (a)\n0         1\n1         2', [[1], [2]]],
      [
        '   price, EUR  n: m\n0           1    10\n1           2     2',
        [
          [1, 10],
          [2, 2],
        ],
      ],
      [
        '       0    1\na x  0.0  1.0\n  y  2.0  3.0\nb x  4.0  5.0',
        [
          [0, 1],
          [2, 3],
          [4, 5],
        ],
      ],
      [
        '       0    1\nk n          \na 1  0.0  1.0\n  2  2.0  3.0',
        [
          [0, 1],
          [2, 3],
        ],
      ],
      [
        'v  x  y\nu      \na  1  1\nb  1  0',
        [
          [1, 1],
          [1, 0],
        ],
      ],
    ] as const)
      assert.deepEqual(rows(readMatrix(text).array), expected, text);
    // Words of a sentence above numbers name nothing.
    assert.deepEqual(rows(readMatrix('The first, and  the rest\n1  2\n3  4').array), [
      [1, 2],
      [3, 4],
    ]);
  });

  it('is a table of LaTeX with an empty corner, and JSON with names beside the data', () => {
    const table =
      '\\begin{tabular}{lrr}\n\\toprule\n{} &  a &   b \\\\\nid &    &     \\\\\n\\midrule\nr1 &  1 & 2.5 \\\\\n2 & -3 & 4 \\\\\n\\bottomrule\n\\end{tabular}';
    assert.deepEqual(rows(readMatrix(table).array), [
      [1, 2.5],
      [-3, 4],
    ]);
    const split = '{"columns":["a","b"],"index":[0,1],"data":[[1.5,2],[3,4]]}';
    assert.deepEqual(rows(readMatrix(split).array), [
      [1.5, 2],
      [3, 4],
    ]);
  });
});
