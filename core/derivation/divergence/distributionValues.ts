import type { DistributionStudy } from '../../divergence/distributionStudy';
import { CompensatedSum } from '../../numeric/compensatedSum';
import { scalar } from '../evaluate';
import type { NumberExpression } from '../expression';
import type { DistributionName, Quantity } from '../quantity';
import type { Values } from '../values';
import { withDigitsOf } from '../writtenNumber';

/** The numbers of a distribution's study, by the quantities of its equations. */
export function distributionValues(study: DistributionStudy): Values {
  const values: Values = {
    valueOf: (quantity) => numberIn(study, quantity),
    shapeOf: () => null,
    numberOf(quantity) {
      const computed: NumberExpression = { kind: 'number', value: numberIn(study, quantity), quantity };
      if (quantity.kind !== 'probability' || typeof quantity.outcome !== 'number') return computed;
      const measure = quantity.of === 'P' ? study.reading.p : study.reading.q;
      if (measure === null) return computed;
      const { places } = measure.numbers;
      const { outcome } = quantity;
      return withDigitsOf(study.reading.text, places.startOf(outcome), places.endOf(outcome), computed);
    },
    entryOf() {
      throw new RangeError('a distribution has no matrices');
    },
    apply(reference, to) {
      if (reference.kind !== 'logarithm') throw new RangeError(`a distribution has no ${reference.kind}`);
      return Math.log(scalar(to[0])) / (reference.base === Math.E ? 1 : Math.log(reference.base));
    },
  };
  return values;
}

function numberIn(study: DistributionStudy, quantity: Quantity): number {
  const { measures } = study;
  switch (quantity.kind) {
    case 'probability':
      return probabilities(study, quantity.of)[
        typeof quantity.outcome === 'number' ? quantity.outcome : Number.NaN
      ];
    case 'entropy':
      return known(quantity.of === 'P' ? measures.entropyP : measures.entropyQ);
    case 'cross-entropy':
      return known(quantity.of === 'P' ? measures.crossEntropyPQ : measures.crossEntropyQP);
    case 'kullback-leibler':
      return known(quantity.of === 'P' ? measures.klPQ : measures.klQP);
    case 'mass':
      return massWhere(study, quantity.of, quantity.where);
    case 'expectation':
      return quantity.of === 'X'
        ? massWhere(study, quantity.over, quantity.under)
        : numberIn(study, { kind: 'kullback-leibler', of: quantity.under, to: quantity.over });
    case 'supporting-line': {
      const mean = massWhere(study, quantity.over, quantity.under);
      const scale = Math.log(study.reading.base);
      return quantity.part === 'slope' ? -1 / (mean * scale) : (1 - Math.log(mean)) / scale;
    }
    default:
      throw new RangeError(`a distribution has no ${quantity.kind}`);
  }
}

/** Q({P > 0}), which is E_P of q/p. */
function massWhere(study: DistributionStudy, of: DistributionName, where: DistributionName): number {
  const total = new CompensatedSum();
  const others = probabilities(study, where);
  probabilities(study, of).forEach((value, outcome) => {
    if (others[outcome] > 0) total.add(value);
  });
  return total.value;
}

export function probabilities({ p, q }: DistributionStudy, of: DistributionName): Float64Array {
  if (of === 'P') return p;
  if (q === null) throw new RangeError('there is one distribution alone');
  return q;
}

function known(value: number | undefined): number {
  if (value === undefined) throw new RangeError('the study has no such measure');
  return value;
}
