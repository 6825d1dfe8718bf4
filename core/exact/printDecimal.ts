import type { Rational } from './rational';

/** Whether a fraction has an end as a decimal: its denominator has no prime but 2 and 5. */
export function isTerminating({ denominator }: Rational): boolean {
  return (
    denominator.toString(2).length <= mostBits && withoutFactor(withoutFactor(denominator, 2n), 5n) === 1n
  );
}

const mostBits = 4_000;

/** A fraction whose denominator has no prime but 2 and 5, as the decimal that it is, without an exponent. */
export function printDecimal({ numerator, denominator }: Rational): string {
  let places = 0;
  let scale = 1n;
  while (scale % denominator !== 0n) {
    scale *= 10n;
    places++;
  }
  const isNegative = numerator < 0n;
  const digits = String(((isNegative ? -numerator : numerator) * scale) / denominator).padStart(
    places + 1,
    '0',
  );
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places);
  return `${isNegative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function withoutFactor(value: bigint, factor: bigint): bigint {
  let rest = value;
  while (rest % factor === 0n) rest /= factor;
  return rest;
}
