import { addSums, type LogPrimeSum, negateSum } from '../exact/logPrimeSum';
import { typescriptKernels } from '../kernels/typescriptKernels';
import { CompensatedSum } from '../numeric/compensatedSum';
import type { Steps } from '../steps';
import { doublePairSteps, exactPairSteps } from './createPair';
import { exactFormSteps } from './exactForms';
import { entropy } from './measures/entropy';
import { begin, valueSteps } from './measures/evaluate';
import { kullbackLeibler } from './measures/kullbackLeibler';
import type { Pair } from './pair';
import type { ExactWeights } from './weights';

/** The probabilities of two variables, row-major: rows are the values of X, columns those of Y. They sum to one. */
export interface JointDistribution {
  readonly rows: number;
  readonly columns: number;
  readonly doubles: Float64Array;
  /** Null where they are not known exactly. */
  readonly exact: ExactWeights | null;
}

export type JointMeasure =
  | 'jointEntropy'
  | 'entropyX'
  | 'entropyY'
  | 'conditionalXY'
  | 'conditionalYX'
  | 'mutualInformation';

/** In the unit of the base. */
export interface JointTable {
  readonly measures: Readonly<Record<JointMeasure, number>>;
  readonly exact: Readonly<Partial<Record<JointMeasure, LogPrimeSum>>>;
  readonly marginalX: Float64Array;
  readonly marginalY: Float64Array;
  /** H(Y | X = x) for each x; NaN where x has no probability. */
  readonly entropyOfRows: Float64Array;
  /**
   * What rounding leaves of H(X, Y) = H(X) + H(Y | X) and I(X; Y) = H(Y) − H(Y | X), where each side is
   * computed by itself: I as KL from the product of the marginals, H(Y | X) as the mean over the rows.
   */
  readonly chainRule: number;
}

/** Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2006, sections 2.2 to 2.4. */
export function* jointTableSteps(joint: JointDistribution, base: number): Steps<JointTable> {
  const { rows, columns, doubles, exact } = joint;
  const x = marginal(joint, rows, (row, column) => row * columns + column, columns);
  const y = marginal(joint, columns, (column, row) => row * columns + column, rows);
  const product = productOf(joint, x, y);
  const pair =
    exact !== null && product.exact !== null
      ? yield* exactPairSteps(exact, product.exact)
      : yield* doublePairSteps(doubles, product.doubles, true, typescriptKernels);
  const [mutualInformation] = yield* valueSteps([begin(kullbackLeibler)], pair, base);
  const jointEntropy = yield* entropySteps(joint, base);
  const entropyX = yield* entropySteps(x, base);
  const entropyY = yield* entropySteps(y, base);
  const entropyOfRows = yield* entropyOfRowsSteps(joint, x, base);
  const entropyOfColumns = yield* entropyOfRowsSteps(transposed(joint), y, base);
  const conditionalYX = meanOf(x.doubles, entropyOfRows);
  return {
    measures: {
      jointEntropy,
      entropyX,
      entropyY,
      conditionalXY: meanOf(y.doubles, entropyOfColumns),
      conditionalYX,
      mutualInformation,
    },
    exact: yield* exactSteps(joint, x, y, base),
    marginalX: x.doubles,
    marginalY: y.doubles,
    entropyOfRows,
    chainRule: Math.max(
      Math.abs(entropyX + conditionalYX - jointEntropy),
      Math.abs(entropyY - conditionalYX - mutualInformation),
    ),
  };
}

type Side = Pick<JointDistribution, 'doubles' | 'exact'>;

function marginal(
  { doubles, exact }: JointDistribution,
  length: number,
  place: (own: number, other: number) => number,
  others: number,
): Side {
  const places = Array.from({ length }, (_, own) =>
    Array.from({ length: others }, (_, other) => place(own, other)),
  );
  return {
    doubles: Float64Array.from(places, (row) => row.reduce((sum, at) => sum + doubles[at], 0)),
    exact:
      exact === null
        ? null
        : {
            numerators: places.map((row) => row.reduce((sum, at) => sum + exact.numerators[at], 0n)),
            denominator: exact.denominator,
          },
  };
}

function transposed({ rows, columns, doubles, exact }: JointDistribution): JointDistribution {
  const from = Array.from(
    { length: rows * columns },
    (_, at) => (at % rows) * columns + Math.floor(at / rows),
  );
  return {
    rows: columns,
    columns: rows,
    doubles: Float64Array.from(from, (at) => doubles[at]),
    exact: exact === null ? null : { ...exact, numerators: from.map((at) => exact.numerators[at]) },
  };
}

/** Σ p v, where what has no probability counts nothing. */
function meanOf(probabilities: Float64Array, values: Float64Array): number {
  const mean = new CompensatedSum();
  for (const [i, value] of values.entries()) if (probabilities[i] > 0) mean.add(probabilities[i] * value);
  return mean.value;
}

function productOf({ rows, columns }: JointDistribution, x: Side, y: Side): Side {
  const cells = Array.from(
    { length: rows * columns },
    (_, at) => [Math.floor(at / columns), at % columns] as const,
  );
  const [ofX, ofY] = [x.exact, y.exact];
  return {
    doubles: Float64Array.from(cells, ([row, column]) => x.doubles[row] * y.doubles[column]),
    exact:
      ofX === null || ofY === null
        ? null
        : {
            numerators: cells.map(([row, column]) => ofX.numerators[row] * ofY.numerators[column]),
            denominator: ofX.denominator * ofY.denominator,
          },
  };
}

function* entropySteps({ doubles, exact }: Side, base: number): Steps<number> {
  const pair: Pair =
    exact === null
      ? yield* doublePairSteps(doubles, doubles, true, typescriptKernels)
      : yield* exactPairSteps(exact, exact);
  const [value] = yield* valueSteps([begin(entropy)], pair, base);
  return value;
}

function* entropyOfRowsSteps(joint: JointDistribution, x: Side, base: number): Steps<Float64Array> {
  const { rows, columns, doubles, exact } = joint;
  const values = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const [first, end] = [row * columns, (row + 1) * columns];
    const total = x.doubles[row];
    const conditional = doubles.slice(first, end).map((value) => value / total);
    const numerators = exact?.numerators.slice(first, end) ?? null;
    const denominator = x.exact?.numerators[row] ?? 0n;
    const ofRow = numerators === null || denominator === 0n ? null : { numerators, denominator };
    values[row] = total > 0 ? yield* entropySteps({ doubles: conditional, exact: ofRow }, base) : Number.NaN;
  }
  return values;
}

function* exactSteps(joint: JointDistribution, x: Side, y: Side, base: number): Steps<JointTable['exact']> {
  if (joint.exact === null || x.exact === null || y.exact === null) return {};
  const jointEntropy = (yield* exactFormSteps(joint.exact, null, base)).entropyP;
  const entropyX = (yield* exactFormSteps(x.exact, null, base)).entropyP;
  const entropyY = (yield* exactFormSteps(y.exact, null, base)).entropyP;
  if (jointEntropy === undefined || entropyX === undefined || entropyY === undefined) return {};
  return {
    jointEntropy,
    entropyX,
    entropyY,
    conditionalXY: addSums([jointEntropy, negateSum(entropyY)], base),
    conditionalYX: addSums([jointEntropy, negateSum(entropyX)], base),
    mutualInformation: addSums([entropyX, entropyY, negateSum(jointEntropy)], base),
  };
}
