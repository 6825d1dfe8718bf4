import type { ParameterSpec } from '../../activations/activation';
import type { Optimizer, Update } from './optimizer';
import { decay, flag, nonNegative } from './specs';

/** What sets Adam and AdamW apart. */
interface AdaptiveMoments extends Pick<Optimizer, 'name' | 'aliases' | 'latex' | 'plain' | 'source'> {
  readonly weightDecay: number;
  /** Whether weight decay shrinks θ itself and stays out of the moments. */
  isDecoupled(update: Update): boolean;
  readonly further: readonly ParameterSpec[];
}

/**
 * The running mean m of the gradient divided by the root of the running mean v of its square, both
 * corrected for having begun at 0; amsgrad divides by the largest v so far.
 */
export function adaptiveMoments(definition: AdaptiveMoments): Optimizer {
  const { weightDecay: defaultDecay, isDecoupled, further, ...named } = definition;
  return {
    ...named,
    parameters: [
      decay('beta1', 0.9),
      decay('beta2', 0.999),
      nonNegative('eps', 1e-8),
      nonNegative('weight_decay', defaultDecay),
      flag('amsgrad'),
      ...further,
    ],
    buffers: 3,
    update: (update, first, end) => {
      const { values, gradient, buffers, rate, step, parameters } = update;
      const [mean, square, largest] = buffers;
      const { beta1, beta2, eps, weight_decay: weightDecay, amsgrad } = parameters;
      const apart = isDecoupled(update);
      const coupled = apart ? 0 : weightDecay;
      const kept = apart ? 1 - rate * weightDecay : 1;
      const stepSize = rate / (1 - beta1 ** step);
      const root = Math.sqrt(1 - beta2 ** step);
      for (let i = first; i < end; i++) {
        const slope = gradient[i] + coupled * values[i];
        mean[i] += (1 - beta1) * (slope - mean[i]);
        square[i] = beta2 * square[i] + (1 - beta2) * slope * slope;
        if (amsgrad === 1) largest[i] = Math.max(largest[i], square[i]);
        const spread = amsgrad === 1 ? largest[i] : square[i];
        values[i] = kept * values[i] - (stepSize * mean[i]) / (Math.sqrt(spread) / root + eps);
      }
    },
  };
}
