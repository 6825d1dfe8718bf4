import fc from 'fast-check';
import type {
  Domain,
  Family,
  ParameterValue,
  ParameterValues,
} from '../../../core/divergence/families/family';

const size = fc.double({ min: 0.3, max: 4, noNaN: true });
const byDomain: Readonly<Partial<Record<Domain, fc.Arbitrary<ParameterValue>>>> = {
  real: fc.double({ min: -2.5, max: 2.5, noNaN: true }),
  positive: size,
  'non-negative': size,
  'unit-closed': fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  'unit-open': fc.double({ min: 0.02, max: 0.98, noNaN: true }),
  'unit-left-open': fc.double({ min: 0.1, max: 0.95, noNaN: true }),
  'unit-right-open': fc.double({ min: 0.05, max: 0.85, noNaN: true }),
  count: fc.constant(7),
  probabilities: fc.tuple(size, size, size).map((weights) => {
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => weight / sum);
  }),
};

/** Ordinary parameters of a family of one variable: neither tiny nor huge. */
export function parametersOf(family: Family): fc.Arbitrary<ParameterValues> {
  const entries = family.parameters.map(({ name, domain }) => {
    const arbitrary = byDomain[domain];
    if (arbitrary === undefined) throw new Error(`no random ${domain}`);
    return arbitrary.map((value): readonly [string, ParameterValue] => [name, value]);
  });
  return fc.tuple(...entries).map((pairs) => {
    const values: Record<string, ParameterValue> = Object.fromEntries(pairs);
    const { low, high } = values;
    return typeof low === 'number' && typeof high === 'number'
      ? { low: Math.min(low, high), high: Math.max(low, high) + 0.25 }
      : values;
  });
}
