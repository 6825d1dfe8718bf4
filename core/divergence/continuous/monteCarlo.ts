import { createRandom } from '../../numeric/random';
import { logOnePlusExp } from '../../numeric/special/logarithms';
import { inSlices, type Steps } from '../../steps';
import type { MultivariateDistribution } from '../families/distribution';
import type { MeasureValue, MeasureValues } from './comparison';

/** The same points each time, so that the same text has the same answer. */
const SEED = 1;
const WORK = 5e7;
const SAMPLES_AT_LEAST = 4_096;
const SAMPLES_AT_MOST = 65_536;

/** Mean and variance of a stream of numbers (Welford, Technometrics 4 (1962) 419). */
class Average {
  private count = 0;
  mean = 0;
  private squares = 0;

  add(value: number): void {
    this.count++;
    const deviation = value - this.mean;
    this.mean += deviation / this.count;
    this.squares += deviation * (value - this.mean);
  }

  /** The variance of the mean. */
  get variance(): number {
    return this.squares / (this.count - 1) / this.count;
  }
}

/** What one stream of points tells: of P where they are drawn from P. */
interface Drawn {
  readonly entropy: Average;
  readonly crossEntropy: Average;
  readonly divergence: Average;
  /** ln of p over the mean of both densities. */
  readonly toMiddle: Average;
  readonly apart: Average;
  readonly hellinger: Average;
}

/** How many points fit the work, of two densities that cost that much each. */
export function sampleCount(work: number): number {
  return Math.round(Math.min(SAMPLES_AT_MOST, Math.max(SAMPLES_AT_LEAST, WORK / work)));
}

function* draw(
  from: MultivariateDistribution,
  other: MultivariateDistribution,
  samples: number,
  seed: number,
): Steps<Drawn> {
  const random = createRandom(seed);
  const averages: Drawn = {
    entropy: new Average(),
    crossEntropy: new Average(),
    divergence: new Average(),
    toMiddle: new Average(),
    apart: new Average(),
    hellinger: new Average(),
  };
  yield* inSlices(samples, from.work + other.work, (first, end) => {
    for (let k = first; k < end; k++) {
      const x = from.sample(random);
      const logP = from.logDensity(x);
      const logQ = other.logDensity(x);
      const d = logQ - logP;
      averages.entropy.add(-logP);
      averages.crossEntropy.add(-logQ);
      averages.divergence.add(-d);
      averages.toMiddle.add(Math.LN2 - logOnePlusExp(d));
      averages.apart.add(Math.max(0, -Math.expm1(Math.min(0, d))));
      averages.hellinger.add(1 - 1 / Math.cosh(d / 2));
    }
  });
  return averages;
}

/**
 * Entropies and divergences of two distributions of more than one variable on one space, of mass one each, from
 * points drawn from both: each value with the standard error of its mean. χ² and Rényi's divergence are left out,
 * since the variance of p/q may be infinite and an error of theirs would mean nothing.
 */
export function* estimatePair(
  p: MultivariateDistribution,
  q: MultivariateDistribution,
  seed: number = SEED,
  samples: number = sampleCount(p.work + q.work),
): Steps<MeasureValues> {
  const ofP = yield* draw(p, q, samples, seed);
  const ofQ = yield* draw(q, p, samples, seed + 1);
  const estimate = (value: number, variance: number): MeasureValue => ({
    value,
    method: 'monte-carlo',
    error: Math.sqrt(variance),
    drawn: { samples, seed },
  });
  const mean = (average: Average) => estimate(average.mean, average.variance);
  const half = (one: Average, other: Average) =>
    estimate((one.mean + other.mean) / 2, (one.variance + other.variance) / 4);
  const positive = (found: MeasureValue): MeasureValue => ({ ...found, value: Math.max(0, found.value) });
  const squared = half(ofP.hellinger, ofQ.hellinger);
  const root = Math.sqrt(squared.value);
  return {
    entropyP: mean(ofP.entropy),
    entropyQ: mean(ofQ.entropy),
    crossEntropyPQ: mean(ofP.crossEntropy),
    crossEntropyQP: mean(ofQ.crossEntropy),
    klPQ: positive(mean(ofP.divergence)),
    klQP: positive(mean(ofQ.divergence)),
    jensenShannon: positive(half(ofP.toMiddle, ofQ.toMiddle)),
    jeffreys: positive(
      estimate(ofP.divergence.mean + ofQ.divergence.mean, ofP.divergence.variance + ofQ.divergence.variance),
    ),
    totalVariation: half(ofP.apart, ofQ.apart),
    hellinger: { ...squared, value: root, error: root > 0 ? squared.error / (2 * root) : squared.error },
  };
}

/** The entropy of one distribution from points drawn from it. */
export function* estimateEntropy(p: MultivariateDistribution, seed: number = SEED): Steps<MeasureValues> {
  const samples = sampleCount(p.work);
  const { entropy } = yield* draw(p, p, samples, seed);
  const value: MeasureValue = {
    value: entropy.mean,
    method: 'monte-carlo',
    error: Math.sqrt(entropy.variance),
    drawn: { samples, seed },
  };
  return { entropyP: value };
}
