import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { described } from './documented';
import { faults, readMatrix, readNetwork, rows, slices } from './support';

describe('calls that say the size beside the numbers', () => {
  for (const [text, expected] of [
    ['let m = na::Matrix2x3::<f64>::new(1.0, 2.0, 3.0,\n 4.0, 5.0, 6.0);', 'm [[1, 2, 3], [4, 5, 6]]'],
    ['SMatrix::<f64, 2, 2>::new(1.0, 2.0, 3.0, 4.0)', '[[1, 2], [3, 4]]'],
    ['Vector3::new(1.0, 2.0, 3.0)', '[1, 2, 3]'],
    ['RowVector2::new(1.0, 2.0)', '[[1, 2]]'],
    ['Matrix2::from_column_slice(&[1.0, 2.0, 3.0, 4.0])', '[[1, 3], [2, 4]]'],
    ['DMatrix::<f64>::from_row_slice(2, 2, &[1.0, 2.0, 3.0, 4.0])', '[[1, 2], [3, 4]]'],
    ['let w = Array::from_shape_vec((2, 2), vec![1., 2., 3., 4.]).unwrap();', 'w [[1, 2], [3, 4]]'],
    ['Matrix<double>.Build.DenseOfRowMajor(2, 2, new[] {1.0, 2.0, 3.0, 4.0})', '[[1, 2], [3, 4]]'],
    ['(Eigen::VectorXd(3) << 1, 2, 3).finished()', '[1, 2, 3]'],
    ['(Matrix<double, 1, 2>() << 1, 2).finished()', '[[1, 2]]'],
  ] as const) {
    it(`reads ${JSON.stringify(text)} as ${expected}, each number where it stands`, () => {
      const reading = readMatrix(text);
      assert.equal(described(reading), expected);
      assert.deepEqual(slices(reading, reading.array).map(Number), [...reading.array.values]);
    });
  }

  it('refuses another count of numbers than the size has room for', () => {
    assert.deepEqual(faults('Matrix2::new(1.0, 2.0, 3.0)'), ['ragged @12+15']);
    assert.deepEqual(faults('(Matrix2d() << 1, 2, 3).finished()'), ['ragged @22+1']);
    assert.deepEqual(faults('Matrix2d m;\nm << 1, 2, 3;'), ['ragged @24+1']);
    assert.deepEqual(faults('(Matrix2d() << 1, 2, 3, 4'), ['unclosed @25+0']);
  });

  it('refuses what is no number in plain TeX, and a matrix that is left open', () => {
    assert.deepEqual(faults('\\pmatrix{1 & 2 \\cr 3 & y}'), ['unexpected-token @23+1']);
    assert.deepEqual(faults('\\pmatrix{1 & 2 \\cr 3}'), ['ragged @20+1']);
    assert.deepEqual(faults('\\pmatrix{1 & 2 \\cr 3 & 4'), ['unclosed @24+0']);
  });
});

describe('arrays beside a network', () => {
  it('are said to be left out, and make two matrices where the weights stand alone with them', () => {
    for (const text of ['{"W1": [[1, 2]], "b1": [3], "A2": [[4, 5]]}', 'W1 = [1 2]\nb1 = 3\nA2 = [4 5]']) {
      const [choice] = readNetwork(text).choices;
      assert.ok(choice?.rule === 'left-out', text);
      assert.deepEqual([choice.count, choice.first], [2, '4']);
    }
    assert.deepEqual(readNetwork('{"weights": [[1, 2]], "note": "first"}').choices, []);
    assert.deepEqual(rows(readMatrix('{"dim": [2, 1], "data": [4, 5]}').array), [[4], [5]]);
  });

  for (const text of ['{"W": [[1, 2]], "A2": [[3]]}', 'W = [[1, 2]]\nA2 = [[3]]']) {
    it(`reads ${JSON.stringify(text)} as two matrices`, () => {
      assert.equal(described(read(text)), 'W [[1, 2]], A2 [[3]]');
    });
  }
});
