import type { Domain, ParameterValue } from './family';

const isNumber = (value: ParameterValue): value is number => typeof value === 'number';
const isVector = (value: ParameterValue): value is readonly number[] =>
  Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'number');

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 0);
const scalar = (test: (x: number) => boolean) => (value: ParameterValue) =>
  isNumber(value) && Number.isFinite(value) && test(value);
const vector = (test: (x: number) => boolean) => (value: ParameterValue) =>
  isVector(value) && value.every((x) => Number.isFinite(x) && test(x));

/** Each domain as it is written, and its test. */
const domains: Readonly<Record<Domain, { readonly text: string; contains(value: ParameterValue): boolean }>> =
  {
    real: { text: '(−∞, ∞)', contains: scalar(() => true) },
    positive: { text: '(0, ∞)', contains: scalar((x) => x > 0) },
    'non-negative': { text: '[0, ∞)', contains: scalar((x) => x >= 0) },
    'unit-closed': { text: '[0, 1]', contains: scalar((x) => x >= 0 && x <= 1) },
    'unit-open': { text: '(0, 1)', contains: scalar((x) => x > 0 && x < 1) },
    'unit-left-open': { text: '(0, 1]', contains: scalar((x) => x > 0 && x <= 1) },
    'unit-right-open': { text: '[0, 1)', contains: scalar((x) => x >= 0 && x < 1) },
    count: { text: '{0, 1, 2, …}', contains: scalar((x) => x >= 0 && Number.isSafeInteger(x)) },
    probabilities: {
      text: '[0, ∞)ⁿ',
      contains: (value) => vector((x) => x >= 0)(value) && isVector(value) && value.some((x) => x > 0),
    },
    'real-vector': { text: '(−∞, ∞)ⁿ', contains: vector(() => true) },
    'positive-vector': { text: '(0, ∞)ⁿ', contains: vector((x) => x > 0) },
    'real-rectangle': {
      text: '(−∞, ∞)ⁿˣʳ',
      contains: (value) =>
        Array.isArray(value) &&
        value.length > 0 &&
        value.every(
          (row) => isVector(row) && row.length === lengthOf(value[0]) && row.every(Number.isFinite),
        ),
    },
    'real-matrix': {
      text: '(−∞, ∞)ⁿˣⁿ',
      contains: (value) =>
        Array.isArray(value) &&
        value.length > 0 &&
        value.every((row) => isVector(row) && row.length === value.length && row.every(Number.isFinite)),
    },
  };

export function domainText(domain: Domain): string {
  return domains[domain].text;
}

export function domainContains(domain: Domain, value: ParameterValue): boolean {
  return domains[domain].contains(value);
}
