import type { Kernels } from '../kernels/kernels';
import type { Steps } from '../steps';
import type { NetworkReading } from '../text/reading';
import { createNetwork } from './createNetwork';
import { type Dialect, dialects } from './dialects';
import { evaluateNetworkSteps } from './evaluateNetwork';
import type { KinkRule } from './kinkRule';
import type { NetworkStudy } from './networkStudy';
import { parameterCount } from './parameterPlaces';

/** A parameter of an activation that a framework takes for another than the study does. */
export interface OtherParameter {
  /** From 0. */
  readonly layer: number;
  readonly activation: string;
  readonly parameter: string;
  readonly here: number;
  readonly there: number;
}

/** What a framework makes of the same text, where that is not what the study says. */
export interface FrameworkOutcome {
  readonly framework: Dialect;
  readonly parameters: readonly OtherParameter[];
  /** True where it takes other derivatives at kinks that are hit. */
  readonly otherKinks: boolean;
  readonly study: NetworkStudy;
  /** max |g − g′| over all derivatives by weights and biases; null without a loss. */
  readonly gradientDifference: number | null;
}

/** Larger networks are not computed again for every framework. */
const mostParameters = 100_000;
const mostInSingle = 10_000;

/** Whether the network is small enough to be calculated in float32 beside doubles. */
export function isCompared(study: NetworkStudy): boolean {
  const isOfDoubles = study.single === undefined;
  return isOfDoubles && study.layers.length > 0 && parameterCount(study.network.layers) <= mostInSingle;
}

/** The same text in float32, as frameworks calculate unless they are told otherwise; null where it is not compared. */
export function* inSingleSteps(study: NetworkStudy, kernels: Kernels): Steps<NetworkStudy | null> {
  if (!isCompared(study)) return null;
  const { reading } = study;
  const dtype = { word: 'float32', span: { offset: reading.span.offset, length: 0 } };
  const { direction: _, covector: __, ...rest } = reading;
  const single = yield* evaluateNetworkSteps({ ...rest, dtype }, kernels);
  return single.kind === 'network' ? single : null;
}

/** Whether some framework could return other numbers. Cheap, and true at times where the numbers turn out the same. */
export function mayDiffer(study: NetworkStudy): boolean {
  return (
    study.layers.length > 0 &&
    parameterCount(study.network.layers) <= mostParameters &&
    dialects.some((dialect) => isOther(study, dialect))
  );
}

/**
 * Computes the network as each framework would read its names, in double precision: the defaults of its
 * activations and, for PyTorch, its derivatives at kinks. Only those whose output, loss or gradient is another
 * in some bit are there.
 */
export function* frameworkSteps(study: NetworkStudy, kernels: Kernels): Steps<readonly FrameworkOutcome[]> {
  if (!mayDiffer(study)) return [];
  const outcomes: FrameworkOutcome[] = [];
  for (const framework of dialects) {
    yield;
    if (!isOther(study, framework)) continue;
    const other = yield* evaluateNetworkSteps(
      inDialect(study.reading, framework),
      kernels,
      kinksOf(framework),
    );
    if (other.kind !== 'network' || isSame(study, other)) continue;
    outcomes.push({
      framework,
      parameters: otherParameters(study, framework),
      otherKinks: hitsKinks(study) && kinksOf(framework) === 'pytorch',
      study: other,
      gradientDifference: gradientDifference(study, other),
    });
  }
  return outcomes;
}

function isOther(study: NetworkStudy, framework: Dialect): boolean {
  return (
    otherParameters(study, framework).length > 0 || (hitsKinks(study) && kinksOf(framework) === 'pytorch')
  );
}

/** Of no other framework are the derivatives at every kink known. */
function kinksOf(framework: Dialect): KinkRule {
  return framework === 'pytorch' ? 'pytorch' : 'least-magnitude';
}

function hitsKinks({ problems }: NetworkStudy): boolean {
  return problems.some(({ code }) => code === 'kink');
}

/** The same text as if it said whose names these are. */
function inDialect(reading: NetworkReading, framework: Dialect): NetworkReading {
  return {
    ...reading,
    dialect: { word: framework, span: { offset: reading.span.offset, length: 0 } },
    layers: reading.layers.map(({ dialect: _, ...layer }) => layer),
  };
}

function otherParameters(study: NetworkStudy, framework: Dialect): readonly OtherParameter[] {
  const { network } = createNetwork(inDialect(study.reading, framework));
  if (network === null) return [];
  return network.layers.flatMap(({ activation }, layer) => {
    const own = study.network.layers[layer].activation;
    return Object.entries(activation.parameters).flatMap(([parameter, there]) => {
      const here = own.parameters[parameter] ?? there;
      return Object.is(here, there)
        ? []
        : [{ layer, activation: own.activation.name, parameter, here, there }];
    });
  });
}

function isSame(study: NetworkStudy, other: NetworkStudy): boolean {
  const output = study.layers.at(-1)?.output.values;
  const otherOutput = other.layers.at(-1)?.output.values;
  const sameOutput = output?.every((value, index) => Object.is(value, otherOutput?.[index])) === true;
  return sameOutput && Object.is(study.loss, other.loss) && (gradientDifference(study, other) ?? 0) === 0;
}

export function gradientDifference(study: NetworkStudy, other: NetworkStudy): number | null {
  const { gradients } = other;
  if (study.gradients === null || gradients === null) return null;
  return study.gradients.reduce((largest, { weights, biases }, layer) => {
    const there = gradients[layer];
    const ofBiases = largestDifference(biases ?? new Float64Array(), there?.biases ?? null);
    return Math.max(largest, largestDifference(weights.values, there?.weights.values ?? null), ofBiases);
  }, 0);
}

/** NaN where one of two numbers is NaN and the other is not. */
function largestDifference(values: Float64Array, others: Float64Array | null): number {
  return values.reduce((largest, value, index) => {
    const other = others?.[index] ?? Number.NaN;
    return Object.is(value, other) ? largest : Math.max(largest, Math.abs(value - other));
  }, 0);
}
