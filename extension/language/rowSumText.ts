import { formatNumber, formatRational, formatWritten } from '../../core/derivation/formatNumber';
import { parseRational } from '../../core/exact/parseRational';
import { isTerminating, printDecimal } from '../../core/exact/printDecimal';
import { add, printRational, type Rational, zero } from '../../core/exact/rational';
import { CompensatedSum } from '../../core/numeric/compensatedSum';
import type { NumberArray } from '../../core/text/reading';
import { writtenNumber } from '../../core/text/written';

const longest = 12;

/** The sum of a row, without rounding where its numbers are fractions: `0.1`, `0.2` and `-0.3` are 0 together. */
export function rowSumText(text: string, array: NumberArray, row: number, digits: number): string {
  const columns = array.shape.at(-1) ?? 1;
  const indices = Array.from({ length: columns }, (_, column) => row * columns + column);
  const exact = exactSum(indices.map((index) => parseRational(writtenNumber(text, array, index))));
  if (exact === null) {
    const sum = new CompensatedSum();
    for (const index of indices) sum.add(array.values[index]);
    return formatNumber(sum.value, digits);
  }
  const written = isTerminating(exact) ? printDecimal(exact) : printRational(exact);
  return written.length <= longest ? formatWritten(written) : formatRational(exact, digits);
}

function exactSum(terms: readonly (Rational | null)[]): Rational | null {
  return terms.reduce<Rational | null>((sum, term) => (sum && term ? add(sum, term) : null), zero);
}
