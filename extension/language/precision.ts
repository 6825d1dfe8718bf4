import { formatNumber } from '../../core/derivation/formatNumber';
import type { DistributionStudy } from '../../core/divergence/distributionStudy';
import type { NetworkStudy } from '../../core/network/networkStudy';
import type { Bounds } from '../../core/numeric/interval';
import type { Study } from '../../core/study';
import type { BoundsResult, PrecisionResult } from '../protocol/result';
import type { PrecisionView } from '../protocol/studyView';
import { toWire } from '../protocol/wire';
import { wireMatrix } from './wireArrays';
import type { Words } from './words/words';

/** Digits that show how far two bounds are apart. */
const digits = 6;

/** What printed digits do to the main result of a study; null where that is nothing. */
export function precisionView(study: Study, words: Words): PrecisionView | null {
  switch (study.kind) {
    case 'network':
      return networkPrecisionView(study, words);
    case 'distribution':
      return distributionPrecisionView(study, words);
    default:
      return null;
  }
}

/** What the printed digits of a network's numbers do to its loss, as a sentence; null where that is nothing. */
function networkPrecisionView({ precision, loss }: NetworkStudy, words: Words): PrecisionView | null {
  if (precision === undefined || precision.method === null) return null;
  const { method, printed } = precision;
  const half = formatNumber(printed.halfUnit, 1);
  if (loss === null || (precision.loss === null && precision.firstOrder === null))
    return { method, text: words.precision.printed(half) };
  return {
    method,
    text: sentence('ℒ', method, precision.loss, precision.firstOrder, half, words),
  };
}

/** The same of two distributions and KL(P‖Q). */
function distributionPrecisionView({ precision }: DistributionStudy, words: Words): PrecisionView | null {
  if (precision === undefined) return null;
  const { method, klPQ, firstOrderPQ, halfUnit } = precision;
  const half = formatNumber(halfUnit, 1);
  return { method, text: sentence('KL(P‖Q)', method, klPQ, firstOrderPQ, half, words) };
}

function sentence(
  name: string,
  method: 'interval' | 'first-order',
  bounds: Bounds | null,
  firstOrder: number | null,
  half: string,
  words: Words,
): string {
  return method === 'interval' && bounds !== null
    ? words.precision.interval(
        name,
        formatNumber(bounds.lower, digits),
        formatNumber(bounds.upper, digits),
        half,
      )
    : words.precision.firstOrder(name, formatNumber(firstOrder ?? Number.NaN, 2), half);
}

export function networkPrecisionResult({ precision }: NetworkStudy): PrecisionResult | null {
  if (precision === undefined || precision.method === null) return null;
  const { printed, method, loss, firstOrder, output } = precision;
  return {
    halfUnit: printed.halfUnit,
    count: printed.count,
    method,
    ...(loss !== null
      ? { loss: wireBounds(loss, firstOrder) }
      : firstOrder === null
        ? {}
        : { loss: { firstOrder: toWire(firstOrder) } }),
    ...(output === null
      ? {}
      : { output: { lower: wireMatrix(output.lower), upper: wireMatrix(output.upper) } }),
  };
}

export function distributionPrecisionResult({ precision }: DistributionStudy): PrecisionResult | null {
  if (precision === undefined) return null;
  const { halfUnit, count, method, klPQ, klQP, firstOrderPQ, firstOrderQP } = precision;
  return {
    halfUnit,
    count,
    method,
    klPQ: wireBounds(klPQ, firstOrderPQ),
    klQP: wireBounds(klQP, firstOrderQP),
  };
}

function wireBounds({ lower, upper }: Bounds, firstOrder: number | null): BoundsResult {
  return {
    lower: toWire(lower),
    upper: toWire(upper),
    ...(firstOrder === null ? {} : { firstOrder: toWire(firstOrder) }),
  };
}
