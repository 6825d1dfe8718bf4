import { type Certificate, certificateOf } from '../../core/divergence/certificate';
import type { MeasureValues, ResolvedMeasure } from '../../core/divergence/continuous/comparison';
import type { ContinuousStudy } from '../../core/divergence/continuous/continuousStudy';
import { measureText } from '../../core/divergence/continuous/measureText';
import type {
  DistributionStudy,
  ExactMeasure,
  LogPrimeSum,
  Measures,
} from '../../core/divergence/distributionStudy';
import { pairwiseSteps } from '../../core/divergence/pairwise';
import { printRational, type Rational } from '../../core/exact/rational';
import type { Matrix } from '../../core/matrix';
import type { ExactNetwork } from '../../core/network/exact/exactNetwork';
import type { LayerGradient } from '../../core/network/layerGradient';
import type { GradientCheck, NetworkStudy } from '../../core/network/networkStudy';
import type { Products } from '../../core/network/secondOrder/products';
import { finish } from '../../core/steps';
import type { Study } from '../../core/study';
import type { NumberArray } from '../../core/text/reading';
import type {
  CheckResult,
  ContinuousResult,
  DistributionResult,
  ExactNetworkResult,
  ExactResult,
  GradientsResult,
  MatrixResult,
  NetworkResult,
  PrecisionResult,
  ProductsResult,
  Result,
  WireMeasures,
  WireTensor,
} from '../protocol/result';
import type { ResultProblem } from '../protocol/resultProblem';
import { toWire } from '../protocol/wire';
import { activationResult } from './activation/result';
import { choicesResult } from './choicesResult';
import { positionsIn } from './evaluation';
import { learningResult } from './learningResult';
import { statisticsResult } from './matrixResult';
import { distributionPrecisionResult, networkPrecisionResult } from './precision';
import { sentence } from './problemWords';
import { inShortestDecimals, singleResult } from './single';
import { wireMatrix, wireNumbers } from './wireArrays';
import type { Words } from './words/words';

/** What `nabla eval --json` prints and what every evaluating command returns. */
export function resultOf(study: Study, words: Words): Result {
  return { ...valuesResult(study, words), ...choicesResult(study, words) };
}

function valuesResult(study: Study, words: Words): Result {
  const problems = resultProblems(study, words);
  switch (study.kind) {
    case 'network':
      return { kind: 'network', ...networkResult(study), problems };
    case 'distribution':
      return {
        kind: 'distribution',
        ...wireMeasures(study.measures),
        exact: exactResults(study),
        ...outcomeNamesOf(study),
        ...(study.normalised === null
          ? {}
          : { normalised: wireMeasures(study.normalised), ...sumsOf(study) }),
        ...pairwiseResult(study),
        ...precisionIn(distributionPrecisionResult(study)),
        problems,
      };
    case 'continuous':
      return { kind: 'distribution', ...continuousResult(study), problems };
    case 'activation':
      return { ...activationResult(study), problems };
    case 'matrix': {
      const { array, notation } = study.reading;
      return {
        kind: 'matrix',
        notation,
        ...tensorResult(array),
        statistics: statisticsResult(study),
        problems,
      };
    }
    case 'matrices':
      return {
        kind: 'matrices',
        matrices: study.reading.arrays.map(({ name, array }: { name: string; array: NumberArray }) => ({
          name,
          ...tensorResult(array),
        })),
        problems,
      };
    case 'error':
      return { kind: 'error', problems };
  }
}

function outcomeNamesOf({ reading: { p } }: DistributionStudy): Pick<DistributionResult, 'outcomeNames'> {
  return p.outcomeNames === undefined ? {} : { outcomeNames: p.outcomeNames };
}

function sumsOf({ totals: { p, q } }: DistributionStudy): Pick<DistributionResult, 'sumP' | 'sumQ'> {
  return { sumP: toWire(p), ...(q === null ? {} : { sumQ: toWire(q) }) };
}

/** Text has no vectors and no scalars of its own: both are one row. */
function tensorResult(array: NumberArray): Pick<MatrixResult, 'shape' | 'values'> {
  const shape = array.shape.length < 2 ? [1, array.values.length] : array.shape;
  return { shape, values: wireTensor(array.values, shape) };
}

function continuousResult(study: ContinuousStudy): Omit<ContinuousResult, 'kind' | 'problems'> {
  const { p, q, reading, values, normalised } = study;
  const isOne = ({ integral }: ResolvedMeasure, name: 'P' | 'Q') =>
    Number.isFinite(integral) &&
    !study.problems.some(
      ({ code, data }) => code === 'not-normalised' && 'distribution' in data && data.distribution === name,
    );
  return {
    ...wireMeasures(valuesOf(values)),
    exact: {},
    measures: {
      p: measureText(p, reading.text),
      ...(q === null ? {} : { q: measureText(q, reading.text) }),
    },
    integral: { p: toWire(p.integral), ...(q === null ? {} : { q: toWire(q.integral) }) },
    normalised: {
      p: isOne(p, 'P'),
      ...(q === null ? {} : { q: isOne(q, 'Q') }),
      ...(normalised === null ? {} : wireMeasures(valuesOf(normalised))),
    },
    methods: Object.fromEntries(
      Object.entries(values).map(([name, { method, error, drawn, formula, source }]) => [
        name,
        {
          method,
          error: toWire(error),
          ...(drawn === undefined ? {} : { drawn }),
          ...(formula === undefined ? {} : { formula: formula.plain }),
          ...(source === undefined ? {} : { source }),
        },
      ]),
    ),
  };
}

/** Numbers in all pairs of rows together: more would hold up the answer. */
const mostCompared = 40_000;

function pairwiseResult({ reading }: DistributionStudy): Partial<Pick<DistributionResult, 'pairwise'>> {
  const { rows = [], text, base } = reading;
  if (rows.length === 0 || rows.length ** 2 * reading.p.numbers.values.length > mostCompared) return {};
  const { entropies, kullbackLeibler, jensenShannon } = finish(pairwiseSteps(text, rows, base));
  const square = (values: readonly (readonly number[])[]) => values.map((row) => row.map(toWire));
  return {
    pairwise: {
      entropies: entropies.map(toWire),
      kullbackLeibler: square(kullbackLeibler),
      jensenShannon: square(jensenShannon),
    },
  };
}

/** The values alone, without how they were got. */
export function valuesOf(values: MeasureValues): Measures {
  return Object.fromEntries(
    Object.entries(values).map(([name, { value }]) => [name, value]),
  ) as unknown as Measures;
}

function precisionIn(precision: PrecisionResult | null): { readonly precision?: PrecisionResult } {
  return precision === null ? {} : { precision };
}

function networkResult(given: NetworkStudy): Omit<NetworkResult, 'kind' | 'problems'> {
  const study = inShortestDecimals(given);
  const single = singleResult(study);
  const last = study.layers.at(-1);
  return {
    ...(last === undefined ? {} : { output: wireMatrix(last.output) }),
    ...(study.loss === null ? {} : { loss: toWire(study.loss) }),
    ...(study.conventions === undefined
      ? {}
      : { conventions: study.conventions.map((other) => ({ ...other, factor: toWire(other.factor) })) }),
    ...(study.losses === undefined ? {} : { losses: wireMatrix(study.losses) }),
    ...(study.gradients === null || study.inputGradient === null
      ? {}
      : {
          gradients: wireGradients(study.gradients, study.inputGradient),
        }),
    ...(study.products === undefined ? {} : { products: productsResult(study.products) }),
    ...(study.check === null ? {} : { check: checkResult(study.check) }),
    ...(single === null ? {} : { float64: single }),
    ...learningResult(study),
    ...(study.exact === undefined ? {} : { exact: exactNetworkResult(study.exact) }),
    ...precisionIn(networkPrecisionResult(study)),
    ...(last === undefined
      ? {}
      : {
          layers: study.layers.map(({ preActivation, output }) => ({
            preActivation: wireMatrix(preActivation),
            output: wireMatrix(output),
          })),
        }),
  };
}

function wireGradients(gradients: readonly LayerGradient[], input: Matrix): GradientsResult {
  return {
    weights: gradients.map(({ weights }) => wireMatrix(weights)),
    biases: gradients.map(({ biases }) => (biases === null ? null : wireNumbers(biases))),
    input: wireMatrix(input),
    ...(gradients.some(({ parameters }) => parameters !== undefined)
      ? {
          parameters: gradients.map(({ parameters }) =>
            parameters === undefined ? null : wireNumbers(parameters),
          ),
        }
      : {}),
  };
}

function productsResult({ jvp, vjp }: Products): ProductsResult {
  return {
    ...(jvp === null ? {} : { jvp: wireMatrix(jvp) }),
    ...(vjp === null ? {} : { vjp: wireGradients(vjp.gradients, vjp.inputGradient) }),
  };
}

/** One verdict of all engines, and what each compared with the chain rule in matrix form. */
export function checkResult(check: GradientCheck): CheckResult {
  const { verdict, compared, parameters, largestRelativeDifference, edges, exactDifference } = check;
  const engines = [
    { engine: 'differences', methods: check.methods, compared, largest: largestRelativeDifference },
    ...(edges === undefined
      ? []
      : [{ engine: 'edges', compared: edges.compared, largest: edges.largestRelativeDifference } as const]),
    ...(exactDifference === undefined
      ? []
      : [{ engine: 'exact', compared: parameters, largest: exactDifference } as const]),
  ] as const;
  return {
    verdict,
    compared,
    parameters,
    largestRelativeDifference: toWire(Math.max(...engines.map(({ largest }) => largest))),
    engines: engines.map(({ largest, ...engine }) => ({
      ...engine,
      largestRelativeDifference: toWire(largest),
    })),
  };
}

export function exactNetworkResult({ output, loss, gradients, barrier }: ExactNetwork): ExactNetworkResult {
  const printRows = (rows: readonly (readonly Rational[])[]) => rows.map((row) => row.map(printRational));
  return {
    output: output === null ? null : printRows(output),
    loss: loss === null ? null : printRational(loss),
    gradients:
      gradients === null
        ? null
        : {
            weights: gradients.weights.map(printRows),
            biases: gradients.biases.map((biases) => (biases === null ? null : biases.map(printRational))),
            input: printRows(gradients.input),
          },
    barrier,
  };
}

/** The measures that apply, in the order in which `Measures` names them. */
export function wireMeasures(measures: Measures): WireMeasures {
  const entries = Object.entries(measures) as readonly [keyof Measures, number][];
  return Object.fromEntries(entries.map(([name, value]) => [name, toWire(value)])) as unknown as WireMeasures;
}

const certifiedDigits = 30;

export function exactResults(study: DistributionStudy): { readonly [Name in ExactMeasure]?: ExactResult } {
  const entries = Object.entries(study.exact) as [ExactMeasure, LogPrimeSum][];
  return Object.fromEntries(
    entries.map(([name, sum]) => [name, exactResult(sum, certificateOf(study, name))]),
  );
}

function exactResult({ terms, text }: LogPrimeSum, certificate: Certificate | null): ExactResult {
  return {
    ...(certificate === null
      ? {}
      : { decimal: certificate.decimal(certifiedDigits), sign: certificate.sign }),
    terms: terms.map(({ prime, coefficient: { numerator, denominator } }) => ({
      prime: prime > Number.MAX_SAFE_INTEGER ? String(prime) : Number(prime),
      coefficient: denominator === 1n ? String(numerator) : `${numerator}/${denominator}`,
    })),
    text,
  };
}

function resultProblems(study: Study, words: Words): readonly ResultProblem[] {
  if (study.problems.length === 0) return [];
  const positions = positionsIn(study.reading.text);
  return study.problems.map((problem) => {
    const { line, character } = positions.positionAt(problem.span.offset);
    return {
      code: problem.code,
      severity: problem.severity,
      message: sentence(problem, words),
      offset: problem.span.offset,
      length: problem.span.length,
      line: line + 1,
      column: character + 1,
      ...(Object.keys(problem.data).length === 0 ? {} : { data: wireData(problem.data) }),
    };
  });
}

/** A problem's data with the numbers that JSON does not have by their names. */
function wireData(value: unknown): unknown {
  if (typeof value === 'number') return toWire(value);
  if (Array.isArray(value)) return value.map(wireData);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, wireData(entry)]));
}

/** Nested lists of any depth: a scalar for the shape []. */
function wireTensor(values: Float64Array, shape: readonly number[]): WireTensor {
  const [count, ...inner] = shape;
  if (count === undefined) return toWire(values[0]);
  if (inner.length === 0) return wireNumbers(values);
  const size = inner.reduce((product, length) => product * length, 1);
  return Array.from({ length: count }, (_, index) =>
    wireTensor(values.subarray(index * size, (index + 1) * size), inner),
  );
}
