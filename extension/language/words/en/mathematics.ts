import { formatNumber, formatShort, listNumbers } from '../../../../core/derivation/formatNumber';
import type { MeasureValue } from '../../../../core/divergence/continuous/comparison';
import type { Stretch } from '../../../../core/divergence/continuous/supports';
import { counted, listed } from './counting';

const end = (value: number) => formatShort(value, 6);

/** An interval, a point, one side of the line, or integers. */
export function intervalText({ lower, upper, integers }: Stretch): string {
  if (lower === upper) return end(lower);
  if (integers === undefined) return `(${listNumbers([end(lower), end(upper)])})`;
  const second = lower + 1;
  if (upper === Number.POSITIVE_INFINITY) return listNumbers([end(lower), end(second), '…']);
  return second === upper
    ? listNumbers([end(lower), end(upper)])
    : listNumbers([end(lower), '…', end(upper)]);
}

/** How a value was got, with its error where that says more than rounding. */
function method({ method: how, error, reason, value, drawn }: MeasureValue): string {
  const within = `± ${formatNumber(error, 2)}`;
  switch (how) {
    case 'closed-form':
      return 'closed form';
    case 'quadrature':
      return Number.isFinite(value) ? `quadrature ${within}` : 'above the greatest double';
    case 'series':
      return Number.isFinite(value) ? `series ${within}` : 'above the greatest double';
    case 'monte-carlo':
      return `Monte Carlo, standard error ${formatNumber(error, 2)}, ${counted(drawn?.samples ?? 0, 'point', 'points')}, seed ${drawn?.seed}`;
    case 'support': {
      if (reason?.kind !== 'support') return 'by the supports';
      if (reason.where.length === 0) return 'infinite: the two share no mass';
      const [full, none] = reason.of === 'P' ? ['P', 'Q'] : ['Q', 'P'];
      return `infinite: ${full} has mass on ${listed(reason.where.map(intervalText))}, ${none} has none`;
    }
    case 'tail':
      return reason?.kind === 'tail'
        ? `infinite: the integral diverges${reason.at.length === 0 ? '' : ` at ${listed(reason.at.map(end))}`}`
        : 'by the tails';
    case 'undecided':
      return 'not decided: no tolerance was met';
  }
}

/** Words of mathematics that more than one surface says. */
export const mathematics = {
  network: (widths: string) => `Network ${widths}`,
  layer: (layer: number) => `layer ${layer}`,
  neuron: (layer: number, neuron: number) => `layer ${layer}, neuron ${neuron}`,
  from: (source: number | string) => `from ${source}`,
  /** `limits: 0`, on one line. */
  labelled: (title: string, said: string) => `${title}: ${said}`,
  bias: 'bias',
  outcome: 'outcome',
  method,
  samples: (count: number) => counted(count, 'sample', 'samples'),
  sample: (sample: number) => `sample ${sample}`,
  jensenShannon: 'Jensen–Shannon',
  jeffreys: 'Jeffreys',
  totalVariation: 'total variation',
  hellinger: 'Hellinger',
  chiSquare: 'χ²',
  renyi2: 'Rényi, order 2',
  unit: (base: number): string => {
    switch (base) {
      case 2:
        return 'bit';
      case 10:
        return 'ban';
      case Math.E:
        return 'nat';
      default:
        return `(log ${formatShort(base, 4)})`;
    }
  },
  matrix: (shape: string) => `${shape} matrix`,
  vector: (length: number) => `Vector of ${counted(length, 'number', 'numbers')}`,
  scalar: 'Number',
  array: (shape: string) => `${shape} array`,
  arrays: (count: number) => counted(count, 'array', 'arrays'),
  frobeniusNorm: 'Frobenius norm',
  euclideanNorm: 'Euclidean norm',
};
