import { formatNumber, formatRational, formatWritten, listNumbers } from '../../core/derivation/formatNumber';
import { parseRational } from '../../core/exact/parseRational';
import { isTerminating, printDecimal } from '../../core/exact/printDecimal';
import { printRational, type Rational } from '../../core/exact/rational';
import type { Spectrum } from '../../core/linear/spectrum';
import type { MatrixStudy } from '../../core/study';
import { shownNumber, writtenNumber } from '../../core/text/written';
import type { MatrixFact } from '../protocol/studyView';
import { rowSumText } from './rowSumText';
import type { Words } from './words/words';

/** Singular values that are listed; a fraction of more characters is no help beside its decimals. */
const mostSingularValues = 8;
const longestFraction = 40;
/** Rows whose sums are listed, and numbers that are added up without rounding for it. */
const mostSums = 8;
const mostSummed = 10_000;

/** What is known of a matrix or another array, from what a person looks for first to the rest. */
export function matrixFacts(study: MatrixStudy, words: Words, digits: number): readonly MatrixFact[] {
  return [...mainFacts(study, words, digits), ...furtherFacts(study, words, digits)];
}

/** Whether it is regular, and how well: rank, determinant, condition; and what its rows are. */
export function mainFacts(study: MatrixStudy, words: Words, digits: number): readonly MatrixFact[] {
  const { matrix } = study.statistics;
  const { matrices } = words;
  return [
    ...(matrix?.spectrum ? regularity(study, matrix.spectrum, words, digits) : []),
    ...(matrix?.rowsAreDistributions === true
      ? [{ name: matrices.rows, value: matrices.distributions }]
      : []),
  ];
}

/** Form, trace, singular values, norms, and what the entries are one by one. */
export function furtherFacts(study: MatrixStudy, words: Words, digits: number): readonly MatrixFact[] {
  const { reading, statistics } = study;
  if (reading.array.shape.length === 0) return numberFacts(study, words, digits);
  const { matrix, frobenius } = statistics;
  const { matrices } = words;
  const number = numbersOf(study, digits);
  const facts: MatrixFact[] = [];
  if (matrix?.symmetry) facts.push({ name: matrices.form, value: matrices[matrix.symmetry] });
  if (matrix?.trace != null) facts.push({ name: matrices.trace, value: number(matrix.trace) });
  if (matrix?.spectrum) {
    const { singularValues } = matrix.spectrum;
    const shown = Array.from(singularValues.subarray(0, mostSingularValues), number);
    const more = singularValues.length - shown.length;
    const value = listNumbers(shown) + (more > 0 ? ` ${matrices.more(more)}` : '');
    facts.push({ name: matrices.singularValues, value });
  }
  facts.push(...entryFacts(study, words, number));
  facts.push(...rowSumFacts(study, words, digits));
  const norms =
    matrix === null
      ? [`‖·‖₂ ${number(frobenius)}`]
      : [
          `Frobenius ${number(frobenius)}`,
          ...(matrix.spectrum === null ? [] : [`‖A‖₂ ${number(matrix.spectrum.singularValues[0])}`]),
          `‖A‖₁ ${number(matrix.oneNorm)}`,
          `‖A‖∞ ${number(matrix.infinityNorm)}`,
        ];
  facts.push({ name: matrices.norms, value: listNumbers(norms) });
  const type = typeOf(reading.text, reading.array.span);
  if (type !== null) facts.push({ name: matrices.type, value: type });
  return facts;
}

/** Of one number by itself: what it is worth, exactly where that is a fraction, and the double that stands for it. */
function numberFacts({ reading }: MatrixStudy, { matrices }: Words, digits: number): readonly MatrixFact[] {
  const { text, array } = reading;
  const [value = Number.NaN] = array.values;
  const exact = parseRational(writtenNumber(text, array, 0));
  const decimal = formatNumber(value, digits);
  const worth = exact === null ? decimal : exactText(exact, digits);
  const double = Number.isFinite(value) ? formatWritten(String(value)) : formatNumber(value, digits);
  return [
    { name: matrices.value, value: worth },
    ...(double === worth ? [] : [{ name: matrices.double, value: double }]),
  ];
}

/** For sums of entries: where all of these are finite, a sum that is not is only too large for a double. */
export function numbersOf(
  { statistics: { entries } }: MatrixStudy,
  digits: number,
): (value: number) => string {
  const areFinite = entries.nan + entries.infinite === 0;
  return (value) =>
    !areFinite || Number.isFinite(value)
      ? formatNumber(value, digits)
      : `${value > 0 ? '> ' : '< '}${formatNumber(Math.sign(value) * Number.MAX_VALUE, digits)}`;
}

function regularity(
  study: MatrixStudy,
  spectrum: Spectrum,
  { matrices }: Words,
  digits: number,
): readonly MatrixFact[] {
  const { rank, isExact, singularValues } = spectrum;
  const full = singularValues.length;
  const [rows, columns] = study.reading.array.shape;
  const sure = sureRank(study, spectrum);
  const condition = conditionText(study, spectrum, digits);
  return [
    {
      name: matrices.rank,
      value: matrices.rankOf(rank, full, isExact) + (sure < rank ? matrices.atLeast(sure) : ''),
    },
    ...(rows === columns
      ? [{ name: matrices.determinant, value: determinantText(spectrum, digits) ?? matrices.lost }]
      : []),
    ...(condition === null ? [] : [{ name: matrices.condition, value: condition }]),
  ];
}

/**
 * The rank that every matrix has which prints as this one: by Weyl's inequality no singular value moves by more than
 * the norm of what was cut, at most half a unit of the last digit times √(rows · columns).
 */
function sureRank({ reading }: MatrixStudy, { rank, singularValues }: Spectrum): number {
  const halfUnit = reading.choices.reduce(
    (unit, choice) => (choice.rule === 'printed-digits' ? choice.halfUnit : unit),
    0,
  );
  const cut = halfUnit * Math.sqrt(reading.array.values.length);
  return Math.min(rank, singularValues.filter((value) => value > cut).length);
}

function determinantText({ determinant, isExact }: Spectrum, digits: number): string | null {
  if (determinant === null) return null;
  return isExact ? exactText(determinant, digits) : formatRational(determinant, digits);
}

/** A decimal that ends as it is, another number as a fraction with its decimals; these alone where it is long. */
function exactText(value: Rational, digits: number): string {
  const decimal = formatRational(value, digits);
  const isDecimal = isTerminating(value);
  const exact = formatWritten((isDecimal ? printDecimal : printRational)(value));
  if (exact.length > longestFraction) return decimal;
  return isDecimal ? exact : `${exact} ≈ ${decimal}`;
}

/** Null where the least singular value is beyond what can be computed. */
function conditionText(
  { reading: { array } }: MatrixStudy,
  { condition, rank, isExact, singularValues }: Spectrum,
  digits: number,
): string | null {
  if (condition !== null) return `κ₂ = ${formatRational(condition, digits)}`;
  if (rank === singularValues.length) return null;
  // In doubles the least singular value drowns in rounding, and so only a bound is known.
  const bound = 1 / (Math.max(...array.shape) * Number.EPSILON);
  return isExact || singularValues[0] === 0 ? 'κ₂ = ∞' : `κ₂ > ${formatNumber(bound, 2)}`;
}

function entryFacts(
  { reading, statistics: { entries } }: MatrixStudy,
  { matrices }: Words,
  number: (value: number) => string,
): readonly MatrixFact[] {
  const { minimum, maximum, mean, deviation, nan, infinite, zeros, count } = entries;
  const written = (index: number) => formatWritten(shownNumber(reading.text, reading.array, index));
  const finite = count - nan - infinite;
  return [
    ...(minimum === null || maximum === null
      ? []
      : [{ name: matrices.range, value: `${written(minimum)} … ${written(maximum)}` }]),
    ...(mean === null || deviation === null
      ? []
      : [{ name: matrices.mean, value: matrices.meanOf(number(mean), number(deviation), finite, count) }]),
    ...(zeros === 0 ? [] : [{ name: matrices.zeros, value: matrices.partOf(zeros, count) }]),
    ...(nan === 0 ? [] : [{ name: 'NaN', value: matrices.partOf(nan, count) }]),
    ...(infinite === 0 ? [] : [{ name: '∞', value: matrices.partOf(infinite, count) }]),
  ];
}

/** The sum of each row, or of a vector all of it. */
function rowSumFacts(
  { reading: { text, array }, statistics: { matrix } }: MatrixStudy,
  { matrices }: Words,
  digits: number,
): readonly MatrixFact[] {
  const { shape, values } = array;
  const columns = shape.at(-1) ?? 0;
  const rows = shape.length === 1 ? 1 : matrix === null ? 0 : (shape[0] ?? 0);
  if (columns < 2 || rows === 0 || rows > mostSums || values.length > mostSummed) return [];
  const sums = Array.from({ length: rows }, (_, row) => rowSumText(text, array, row, digits));
  return [{ name: shape.length === 1 ? matrices.sum : matrices.rowSums, value: listNumbers(sums) }];
}

const longestTail = 60;
const type = /dtype\s*[=:]\s*(?:(?:torch|np|numpy|jnp|tf)\.)?['"]?(\w+)/;
/** What a print has between its numbers and their type. */
const before = /^[\s,)\]]*(?:(?:[a-z_]+=[^,\n]*|Name: [^\n]*?|Length: \d+),\s*)*/;

/** The type that a print names: `dtype=float32`, `dtype: float64`. */
function typeOf(
  text: string,
  { offset, length }: { readonly offset: number; readonly length: number },
): string | null {
  const end = offset + length;
  const own = type.exec(text.slice(Math.max(offset, end - longestTail), end));
  if (own !== null) return own[1];
  const after = text.slice(end, end + longestTail);
  const [between] = before.exec(after) ?? [''];
  const next = type.exec(after);
  return next?.index === between.length ? next[1] : null;
}
