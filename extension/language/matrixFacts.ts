import { formatNumber, listNumbers } from '../../core/derivation/formatNumber';
import { printRational } from '../../core/exact/rational';
import type { MatrixStatistics, Spectrum } from '../../core/linear/matrixStatistics';
import type { MatrixStudy } from '../../core/study';
import { shownNumber } from '../../core/text/written';
import type { MatrixFact } from '../protocol/studyView';
import type { Words } from './words/words';

/** Singular values that are listed; a fraction of more characters is no help beside its decimals. */
const mostSingularValues = 8;
const longestFraction = 40;

/** What is known of a matrix or another array, from what a person looks for first to the rest. */
export function matrixFacts(study: MatrixStudy, words: Words, digits: number): readonly MatrixFact[] {
  const { reading, statistics } = study;
  const { matrix } = statistics;
  const number = (value: number) => formatNumber(value, digits);
  const facts: MatrixFact[] = [];
  if (matrix?.spectrum) facts.push(...spectrumFacts(matrix.spectrum, statistics, words, number));
  if (matrix?.rowsAreDistributions === true) {
    facts.push({ name: words.matrices.rows, value: words.matrices.distributions });
  }
  if (matrix?.symmetry) facts.push({ name: words.matrices.form, value: words.matrices[matrix.symmetry] });
  facts.push(...entryFacts(study, words, number));
  const norms =
    matrix === null
      ? [`‖·‖₂ = ${number(statistics.frobenius)}`]
      : [
          `‖A‖_F = ${number(statistics.frobenius)}`,
          `‖A‖₁ = ${number(matrix.oneNorm)}`,
          `‖A‖∞ = ${number(matrix.infinityNorm)}`,
          ...(matrix.spectrum === null ? [] : [`‖A‖₂ = ${number(matrix.spectrum.singularValues[0])}`]),
        ];
  facts.push({ name: words.matrices.norms, value: norms.join(', ') });
  const type = typeOf(reading.text, reading.array.span);
  if (type !== null) facts.push({ name: words.matrices.type, value: type });
  return facts;
}

function spectrumFacts(
  { rank, exactRank, condition, determinant, exactDeterminant, singularValues }: Spectrum,
  { matrix }: MatrixStatistics,
  { matrices }: Words,
  number: (value: number) => string,
): readonly MatrixFact[] {
  const full = singularValues.length;
  const exact = exactDeterminant === null ? '' : printRational(exactDeterminant);
  const isDecimal = !exact.includes('/');
  const shown = Array.from(singularValues.subarray(0, mostSingularValues), number);
  const more = full - shown.length;
  return [
    { name: matrices.rank, value: matrices.rankOf(rank, full, exactRank) },
    ...(determinant === null
      ? []
      : [
          {
            name: matrices.determinant,
            value:
              exact === '' || exact.length > longestFraction
                ? number(determinant)
                : isDecimal
                  ? exact.replace('-', '−')
                  : `${exact.replace('-', '−')} ≈ ${number(determinant)}`,
          },
        ]),
    ...(matrix?.trace == null ? [] : [{ name: matrices.trace, value: number(matrix.trace) }]),
    { name: matrices.condition, value: `κ₂ = ${number(condition)}` },
    {
      name: matrices.singularValues,
      value: listNumbers(shown) + (more > 0 ? ` ${matrices.more(more)}` : ''),
    },
  ];
}

function entryFacts(
  { reading, statistics: { entries } }: MatrixStudy,
  { matrices }: Words,
  number: (value: number) => string,
): readonly MatrixFact[] {
  const { minimum, maximum, mean, deviation, nan, infinite, zeros, count } = entries;
  const written = (index: number) => shownNumber(reading.text, reading.array, index).replace('-', '−');
  return [
    ...(minimum === null || maximum === null
      ? []
      : [{ name: matrices.range, value: `${written(minimum)} … ${written(maximum)}` }]),
    ...(mean === null || deviation === null
      ? []
      : [{ name: matrices.mean, value: matrices.meanOf(number(mean), number(deviation)) }]),
    ...(zeros === 0 ? [] : [{ name: matrices.zeros, value: matrices.partOf(zeros, count) }]),
    ...(nan === 0 ? [] : [{ name: 'NaN', value: matrices.partOf(nan, count) }]),
    ...(infinite === 0 ? [] : [{ name: '∞', value: matrices.partOf(infinite, count) }]),
  ];
}

const longestTail = 60;

/** The type that a print names: `dtype=float32`, `dtype: float64`. */
function typeOf(
  text: string,
  { offset, length }: { readonly offset: number; readonly length: number },
): string | null {
  const end = offset + length;
  const tail = text.slice(Math.max(offset, end - longestTail), end + longestTail);
  return /dtype\s*[=:]\s*(?:(?:torch|np|numpy|jnp|tf)\.)?['"]?(\w+)/.exec(tail)?.[1] ?? null;
}
