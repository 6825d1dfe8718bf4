import { formatNumber, formatWritten } from '../../../core/derivation/formatNumber';
import { frobeniusNorm } from '../../../core/numeric/frobeniusNorm';
import type { MatricesStudy, MatrixStudy } from '../../../core/study';
import type { NumberArray } from '../../../core/text/reading';
import { shownNumber } from '../../../core/text/written';
import { layersThatFit } from '../layersThatFit';
import { matrixFacts } from '../matrixFacts';
import { largestSize, mostColumns, mostRows, signedCell } from './cells';
import { copyLink, footer, showLink } from './footer';
import { linePicture } from './linePicture';
import { colored, image, strong, table, verbatim } from './markup';
import { moreOf } from './more';
import { notes } from './notes';
import type { CardRequest, Section } from './request';

const mostArrays = 12;

/** Shape, range and norm; the numbers on their signs; what it would be as weights; the numbers on a line. */
export function matrixCard(request: CardRequest, study: MatrixStudy): readonly Section[] {
  const { words, parts, palette } = request;
  const { array, text, notation } = study.reading;
  const picture = parts.picture ? linePicture(array.values, palette, words, request.digits) : null;
  const quiet = [words.reading.readAs(notation), words.hover.nothingToDifferentiate]
    .map(verbatim)
    .join(' · ');
  const sections: Section[] = [
    { markdown: strong(heading(request, text, array)) },
    { markdown: colored(quiet, palette.quiet) },
    ...notes(request),
  ];
  if (parts.values) sections.push({ markdown: factLines(request, study) });
  if (parts.values && array.shape.length <= 2) sections.push(...numberTable(request, text, array));
  const [rows, columns] = array.shape;
  if (array.shape.length === 2) sections.push({ markdown: verbatim(words.hover.asWeights(columns, rows)) });
  if (picture !== null) sections.push({ markdown: image(picture), optional: true });
  const actions = [
    ...(array.shape.length === 2 ? [showLink(request, words.hover.showNetwork, 'nabla.showNetwork')] : []),
    showLink(request, words.hover.showNumbers, 'nabla.evaluateSelection'),
    copyLink(request, words.hover.copyResult),
  ];
  sections.push(footer(request, actions, picture !== null));
  return sections;
}

/** Rank, determinant, condition and the like, a fact a row. */
function factLines({ words, digits, palette }: CardRequest, study: MatrixStudy): string {
  return matrixFacts(study, words, digits)
    .map(({ name, value }) => `${colored(verbatim(name), palette.quiet)} ${verbatim(value)}`)
    .join(' · ');
}

/** Several named arrays: the name and shape of each. */
export function matricesCard(request: CardRequest, study: MatricesStudy): readonly Section[] {
  const { reading } = study;
  const { words, palette } = request;
  const shown = reading.arrays.slice(0, mostArrays);
  const layers = layersThatFit(study);
  const actions = [
    ...(layers === null ? [] : [showLink(request, words.hover.showNetwork, 'nabla.showNetwork')]),
    showLink(request, words.hover.showNumbers, 'nabla.evaluateSelection'),
  ];
  const rows = shown.map(({ name, array }) => [verbatim(name), heading(request, reading.text, array)]);
  return [
    { markdown: strong(verbatim(words.mathematics.arrays(reading.arrays.length))) },
    ...notes(request),
    { markdown: table(['', ''], rows, palette.quiet) },
    ...moreOf(reading.arrays.length - shown.length, 0, palette, words),
    ...(layers === null ? [] : [{ markdown: verbatim(words.matrices.asNetwork(layers)) }]),
    footer(request, actions, false),
  ];
}

function heading({ words, digits }: CardRequest, text: string, array: NumberArray): string {
  const { shape, values } = array;
  const named = shapeWords(shape, words);
  const [lowest, highest] = extremes(values);
  const range =
    lowest === null || highest === null
      ? ''
      : `, ${writtenAt(text, array, lowest)} … ${writtenAt(text, array, highest)}`;
  const norm = formatNumber(frobeniusNorm(values), digits);
  const normName = shape.length === 2 ? words.mathematics.frobeniusNorm : words.mathematics.euclideanNorm;
  return `${verbatim(named)}${range}, ${verbatim(normName)} ${norm}`;
}

function shapeWords(shape: readonly number[], { mathematics }: CardRequest['words']): string {
  switch (shape.length) {
    case 0:
      return mathematics.scalar;
    case 1:
      return mathematics.vector(shape[0]);
    case 2:
      return mathematics.matrix(shape.join(' × '));
    default:
      return mathematics.array(shape.join(' × '));
  }
}

function extremes(values: Float64Array): readonly [number | null, number | null] {
  let [lowest, highest]: [number | null, number | null] = [null, null];
  values.forEach((value, index) => {
    if (Number.isNaN(value)) return;
    if (lowest === null || value < values[lowest]) lowest = index;
    if (highest === null || value > values[highest]) highest = index;
  });
  return [lowest, highest];
}

function writtenAt(text: string, array: NumberArray, index: number): string {
  return verbatim(formatWritten(shownNumber(text, array, index)));
}

function numberTable({ palette, words }: CardRequest, text: string, array: NumberArray): readonly Section[] {
  const columns = array.shape.at(-1) ?? 1;
  const rows = columns === 0 ? 0 : array.values.length / columns;
  const [shownRows, shownColumns] = [Math.min(rows, mostRows), Math.min(columns, mostColumns)];
  const indices = Array.from({ length: shownRows }, (_, row) =>
    Array.from({ length: shownColumns }, (_, column) => row * columns + column),
  );
  const largest = largestSize(indices.flat().map((index) => array.values[index]));
  const cells = indices.map((row, number) => [
    String(number + 1),
    ...row.map((index) => signedCell(writtenAt(text, array, index), array.values[index], largest, palette)),
  ]);
  const heads = ['', ...Array.from({ length: shownColumns }, (_, column) => String(column + 1))];
  return [
    { markdown: table(heads, cells, palette.quiet), optional: true },
    ...moreOf(rows - shownRows, columns - shownColumns, palette, words),
  ];
}
