import { formatNumber, formatShort } from '../../../../core/derivation/formatNumber';
import type { MeasureValue } from '../../../../core/divergence/continuous/comparison';
import type { Stretch } from '../../../../core/divergence/continuous/supports';
import { counted, listed } from './counting';

const end = (value: number) => formatShort(value, 6);

/** An interval as France writes it, ]0 ; 1[, a point, one side of the line, or integers. */
export function intervalText({ lower, upper, integers }: Stretch): string {
  if (lower === upper) return end(lower);
  if (integers === undefined) return `]${end(lower)} ; ${upper === Infinity ? '+∞' : end(upper)}[`;
  const second = lower + 1;
  if (upper === Number.POSITIVE_INFINITY) return `${end(lower)} ; ${end(second)} ; …`;
  return second === upper ? `${end(lower)} ; ${end(upper)}` : `${end(lower)} ; … ; ${end(upper)}`;
}

/** How a value was got, with its error where that says more than rounding. */
function method({ method: how, error, reason, value, drawn }: MeasureValue): string {
  const within = `± ${formatNumber(error, 2)}`;
  switch (how) {
    case 'closed-form':
      return 'forme close';
    case 'quadrature':
      return Number.isFinite(value) ? `quadrature ${within}` : 'au-delà du plus grand flottant double';
    case 'series':
      return Number.isFinite(value) ? `série ${within}` : 'au-delà du plus grand flottant double';
    case 'monte-carlo':
      return `Monte-Carlo, erreur type ${formatNumber(error, 2)}, ${counted(drawn?.samples ?? 0, 'tirage', 'tirages')}, graine ${drawn?.seed}`;
    case 'support': {
      if (reason?.kind !== 'support') return 'par les supports';
      if (reason.where.length === 0) return 'infinie : les deux lois sont étrangères';
      const [full, none] = reason.of === 'P' ? ['P', 'Q'] : ['Q', 'P'];
      return `infinie : ${full} charge ${listed(reason.where.map(intervalText))}, ${none} non`;
    }
    case 'tail':
      return reason?.kind === 'tail'
        ? `infinie : l’intégrale diverge${reason.at.length === 0 ? '' : ` en ${listed(reason.at.map(end))}`}`
        : 'par les queues';
    case 'undecided':
      return 'indéterminé : aucune tolérance n’est atteinte';
  }
}

/** Words of mathematics that more than one surface says. */
export const mathematics = {
  network: (widths: string) => `Réseau ${widths}`,
  layer: (layer: number) => `couche ${layer}`,
  neuron: (layer: number, neuron: number) => `couche ${layer}, neurone ${neuron}`,
  from: (source: number | string) => `de ${source}`,
  /** `limits: 0`, on one line. */
  labelled: (title: string, said: string) => `${title} : ${said}`,
  bias: 'biais',
  outcome: 'issue',
  method,
  samples: (count: number) => counted(count, 'exemple', 'exemples'),
  sample: (sample: number) => `exemple ${sample}`,
  jensenShannon: 'Jensen–Shannon',
  jeffreys: 'Jeffreys',
  totalVariation: 'variation totale',
  hellinger: 'Hellinger',
  chiSquare: 'χ²',
  renyi2: 'Rényi, ordre 2',
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
  matrix: (shape: string) => `Matrice ${shape}`,
  vector: (length: number) => `Vecteur de ${counted(length, 'nombre', 'nombres')}`,
  scalar: 'Nombre',
  array: (shape: string) => `Tableau ${shape}`,
  arrays: (count: number) => counted(count, 'tableau', 'tableaux'),
  frobeniusNorm: 'norme de Frobenius',
  euclideanNorm: 'norme euclidienne',
};
