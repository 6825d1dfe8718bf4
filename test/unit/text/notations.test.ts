import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseRational } from '../../../core/exact/parseRational';
import { compare } from '../../../core/exact/rational';
import type { Notation, ReadingChoice } from '../../../core/text/reading';
import { writtenNumber } from '../../../core/text/written';
import { readMatrix, rows, slices } from './support';

interface Sample {
  readonly title: string;
  readonly text: string;
  readonly notation: Notation;
  readonly values: unknown;
  readonly choices?: readonly ReadingChoice[];
}

const header = (columns: number): ReadingChoice => ({ rule: 'header', columns });
const index: ReadingChoice = { rule: 'index-column' };

const samples: readonly Sample[] = [
  {
    title: 'a print of R without its indices',
    text: '     [,1] [,2]\n[1,]  0.5    2\n[2,]   -3    4\n',
    notation: 'r-print',
    values: [
      [0.5, 2],
      [-3, 4],
    ],
    choices: [index],
  },
  {
    title: 'a data frame of R whose columns are in two blocks',
    text: '    V1   V2\n1  0.5  2.0\n2 -3.0  4.0\n    V3\n1  7.0\n2  8.0\n',
    notation: 'r-print',
    values: [
      [0.5, 2, 7],
      [-3, 4, 8],
    ],
    choices: [header(3), index, { rule: 'column-blocks', count: 2 }],
  },
  {
    title: 'a vector of R over two lines',
    text: ' [1]  0.5  2.0\n [3] -3.0\n',
    notation: 'r-print',
    values: [0.5, 2, -3],
  },
  {
    title: 'a frame of pandas without its index',
    text: '     a    b\n0  0.5  2.0\n1 -3.0  NaN\n',
    notation: 'pandas-print',
    values: [
      [0.5, 2],
      [-3, Number.NaN],
    ],
    choices: [header(2), index],
  },
  {
    title: 'a series of pandas',
    text: '0    0.25\n1    0.75\ndtype: float64',
    notation: 'pandas-print',
    values: [[0.25], [0.75]],
    choices: [index],
  },
  {
    title: 'CSV with a header, an index and an empty cell',
    text: ',x0,x1\n0,0.5,\n1,-3,4\n',
    notation: 'csv',
    values: [
      [0.5, Number.NaN],
      [-3, 4],
    ],
    choices: [header(2), index],
  },
  {
    title: 'decimal commas between tabs',
    text: '0,5\t2\n-3\t4,25\n',
    notation: 'tsv-decimal-comma',
    values: [
      [0.5, 2],
      [-3, 4.25],
    ],
    choices: [{ rule: 'decimal-comma' }],
  },
  {
    title: 'thousands parted by no-break spaces',
    text: '1\u202f234,5;2\u00a0000,25\n3;4',
    notation: 'csv-decimal-comma',
    values: [
      [1234.5, 2000.25],
      [3, 4],
    ],
    choices: [{ rule: 'decimal-comma' }],
  },
  {
    title: 'a Markdown table',
    text: '| w | b |\n|--:|---|\n| 1 | ½ |\n| 3 | 4 |',
    notation: 'markdown',
    values: [
      [1, 0.5],
      [3, 4],
    ],
    choices: [header(2)],
  },
  {
    title: 'a Matrix Market array, which goes column by column',
    text: '%%MatrixMarket matrix array real general\n% by hand\n2 2\n1\n2\n3\n4\n',
    notation: 'matrix-market',
    values: [
      [1, 3],
      [2, 4],
    ],
    choices: [{ rule: 'column-major' }],
  },
  {
    title: 'Matrix Market coordinates of one triangle',
    text: '%%MatrixMarket matrix coordinate real symmetric\n2 2 2\n1 1 0.5\n2 1 3\n',
    notation: 'matrix-market',
    values: [
      [0.5, 3],
      [3, 0],
    ],
    choices: [{ rule: 'implied-zeros' }, { rule: 'mirrored', symmetry: 'symmetric' }],
  },
  {
    title: 'a print of Octave with a common factor and blocks of columns',
    text: 'A =\n\n  1.0e+03 *\n\n Columns 1 and 2:\n\n   0.0005   2.0000\n  -3.0000   4.0000\n\n Column 3:\n\n   0.1\n   0.2\n\n',
    notation: 'octave-print',
    values: [
      [0.5, 2000, 100],
      [-3000, 4000, 200],
    ],
    choices: [
      { rule: 'scale-factor', exponent: 3 },
      { rule: 'column-blocks', count: 2 },
      { rule: 'printed-digits', decimals: 4, halfUnit: 50 },
    ],
  },
  {
    title: 'a common factor of MATLAB without a name',
    text: '1.0e+03 *\n\n 1 2\n 3 4',
    notation: 'octave-print',
    values: [
      [1000, 2000],
      [3000, 4000],
    ],
    choices: [{ rule: 'scale-factor', exponent: 3 }],
  },
  {
    title: 'what R dumps',
    text: 'structure(c(1, 2, 3, NA), dim = c(2L, 2L))',
    notation: 'r-dput',
    values: [
      [1, 3],
      [2, Number.NaN],
    ],
    choices: [{ rule: 'column-major' }],
  },
  {
    title: 'a matrix of R by rows',
    text: 'matrix(c(1, 2L, -3, 4e-1), nrow = 2, byrow = TRUE)',
    notation: 'r-literal',
    values: [
      [1, 2],
      [-3, 0.4],
    ],
  },
  {
    title: 'vectors of R as columns',
    text: 'cbind(c(1, 2), 3:4)',
    notation: 'r-literal',
    values: [
      [1, 3],
      [2, 4],
    ],
  },
  {
    title: 'a LaTeX matrix',
    text: '\\left[\\begin{matrix}- \\frac{9}{25} & 0{,}5\\\\[2pt] \\hline 10^{-3} & 2 \\cdot 10^{3}\\end{matrix}\\right]^T',
    notation: 'latex',
    values: [
      [-0.36, 0.001],
      [0.5, 2000],
    ],
  },
  {
    title: 'what PARI draws',
    text: '\n[-1/2  3]\n\n[   4 10]\n',
    notation: 'pari-pretty',
    values: [
      [-0.5, 3],
      [4, 10],
    ],
  },
  {
    title: 'what Maxima draws',
    text: '[  1   2  ]\n[         ]\n[  3  4.5 ]',
    notation: 'maxima-2d',
    values: [
      [1, 2],
      [3, 4.5],
    ],
  },
  {
    title: 'what Julia prints',
    text: '2×2 Matrix{Rational{Int64}}:\n 1//2  2//1\n 3//1  -4//3',
    notation: 'julia',
    values: [
      [0.5, 2],
      [3, -4 / 3],
    ],
  },
  {
    title: 'lists of YAML',
    text: 'grid:\n  - - 1\n    - 2\n  - - .inf\n    - 4\n',
    notation: 'yaml',
    values: [
      [1, 2],
      [Number.POSITIVE_INFINITY, 4],
    ],
  },
];

describe('a notation with a form of its own', () => {
  for (const { title, text, notation, values, choices = [] } of samples) {
    it(`reads ${title}, and says by which rules`, () => {
      const reading = readMatrix(text);
      assert.deepEqual(rows(reading.array), values);
      assert.equal(reading.notation, notation);
      assert.deepEqual(reading.choices, choices);
    });

    it(`gives the place of each number in ${title}`, () => {
      const { array } = readMatrix(text);
      array.values.forEach((value, i) => {
        const exact = parseRational(writtenNumber(text, array, i));
        if (!Number.isFinite(value)) assert.equal(exact, null);
        else {
          const decimal = parseRational(String(value));
          assert.ok(exact !== null && decimal !== null);
          if (!slices(readMatrix(text), array)[i]?.includes('3')) assert.equal(compare(exact, decimal), 0);
        }
      });
    });
  }
});
