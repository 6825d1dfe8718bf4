import { formatNumber } from '../../../core/derivation/formatNumber';
import { frobeniusNorm } from '../../../core/numeric/frobeniusNorm';
import type { MatricesStudy, MatrixStudy } from '../../../core/study';
import type { NumberArray } from '../../../core/text/reading';
import type { MatrixFact } from '../../protocol/studyView';
import { layersThatFit } from '../layersThatFit';
import { furtherFacts, mainFacts, numbersOf } from '../matrixFacts';
import { networkNearby } from '../networkNearby';
import { shapeName } from '../shapeName';
import { copyLink, footer, showLink } from './footer';
import { heatPicture } from './heatPicture';
import { linePicture } from './linePicture';
import { colored, image, links, strong, table, verbatim } from './markup';
import { fitsTable, numberTable, writtenAt } from './matrixTable';
import { moreOf } from './more';
import { notes } from './notes';
import { type CardRequest, documentSpan, type Section } from './request';

const mostArrays = 12;

/** Shape, range and norm; whether it is regular; the numbers on their signs, or a heat map of many; the rest. */
export function matrixCard(request: CardRequest, study: MatrixStudy): readonly Section[] {
  const { words, parts, palette, digits } = request;
  const { array, text } = study.reading;
  const { matrices } = words;
  const { entries, frobenius } = study.statistics;
  const summary = { ...entries, norm: verbatim(numbersOf(study, digits)(frobenius)) };
  const sections: Section[] = [{ markdown: strong(heading(request, text, array, summary)) }];
  const main = summaryLine(request, study);
  if (main !== '') sections.push({ markdown: main });
  sections.push(...notes(request));
  const isTable = array.shape.length <= 2 && fitsTable(text, array);
  const heat =
    parts.picture && !isTable && array.shape.length <= 2 ? heatPicture(array, palette, words) : null;
  if (heat !== null) {
    sections.push({ markdown: image(heat), optional: true });
    sections.push({ markdown: colored(verbatim(heat.legend), palette.quiet), optional: true });
  } else if (parts.values && array.shape.length > 0 && array.shape.length <= 2) {
    sections.push(...numberTable(request, text, array));
  }
  if (study.statistics.matrix?.rowsAreDistributions === true) sections.push(pairsOffer(request, array));
  if (array.shape.length <= 2) sections.push(...asPart(request, array));
  const told: readonly string[] = [matrices.range, ...(isTable ? [matrices.rowSums] : [])];
  const further = furtherFacts(study, words, digits).filter(({ name }) => !told.includes(name));
  if (parts.values) sections.push({ markdown: factLine(request, further) });
  const line = parts.picture && isTable ? linePicture(array.values, palette, words, digits) : null;
  if (line !== null) sections.push({ markdown: image(line), optional: true });
  const actions = [
    ...(array.shape.length === 2 ? [showLink(request, words.hover.showNetwork, 'nabla.showNetwork')] : []),
    showLink(request, words.hover.showNumbers, 'nabla.evaluateSelection'),
    copyLink(request, words.hover.copyResult),
  ];
  sections.push(footer(request, actions, line !== null || heat !== null));
  return sections;
}

/** How it was read, and rank, determinant and condition. */
function summaryLine(request: CardRequest, study: MatrixStudy): string {
  const { words, palette, digits, parts } = request;
  const { notation } = study.reading;
  return [
    // That a value has a name is plain to see.
    ...(notation === 'assignments' ? [] : [colored(verbatim(words.reading.readAs(notation)), palette.quiet)]),
    ...(parts.values ? [factLine(request, mainFacts(study, words, digits))] : []),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function factLine({ palette }: CardRequest, facts: readonly MatrixFact[]): string {
  return facts
    .map(({ name, value }) => `${colored(verbatim(name), palette.quiet)} ${verbatim(value)}`)
    .join(' · ');
}

/** The rows of the matrix, without its name, as distributions. */
function pairsOffer({ evaluation, uri, words }: CardRequest, { span }: NumberArray): Section {
  const range = { offset: span.offset + evaluation.offset, length: span.length };
  const argument = { uri, range, show: true };
  return {
    markdown: links([{ title: words.matrices.pairs, command: 'nabla.computeDivergence', argument }]),
  };
}

/** The network that it makes with what stands around it; else what it would be by itself. */
function asPart(request: CardRequest, array: NumberArray): readonly Section[] {
  const { words, uri, surroundings } = request;
  const network = surroundings === undefined ? null : networkNearby(surroundings, documentSpan(request));
  if (network === null) return array.shape.length === 2 ? [asWeights(request, array)] : [];
  const { names, widths, spans } = network;
  const title = words.matrices.network(widths.join('–'));
  const argument = { uri, ranges: spans, show: true };
  const link = links([{ title, command: 'nabla.showNetwork', argument }]);
  return [{ markdown: `${verbatim(words.matrices.fits(names))} ${link}` }];
}

/** What it would be as weights, and the network with the other reading of its rows. */
function asWeights(request: CardRequest, { shape: [rows, columns] }: NumberArray): Section {
  const { words, palette } = request;
  const sentence = colored(verbatim(words.hover.asWeights(columns, rows)), palette.quiet);
  const show = showLink(request, words.matrices.readTransposed, 'nabla.showNetwork');
  const argument = { ...Object(show.argument), choices: { orientation: 'rows-are-sources' } };
  return { markdown: `${sentence} ${links([{ ...show, argument }])}` };
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
  const rows = shown.map(({ name, array }) => [
    verbatim(name),
    heading(request, reading.text, array, summaryOf(array.values, request.digits)),
  ]);
  return [
    { markdown: strong(verbatim(words.mathematics.arrays(reading.arrays.length))) },
    ...notes(request),
    { markdown: table(['', ''], rows, palette.quiet) },
    ...moreOf(reading.arrays.length - shown.length, 0, palette, words),
    ...(layers === null ? [] : [{ markdown: verbatim(words.matrices.asNetwork(layers)) }]),
    footer(request, actions, false),
  ];
}

/** The places of the least and the greatest number, and the norm for people. */
interface Summary {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly norm: string;
}

function heading(
  { words }: CardRequest,
  text: string,
  array: NumberArray,
  { minimum, maximum, norm }: Summary,
): string {
  const { shape } = array;
  const named = shapeName(shape, words);
  if (shape.length === 0) return `${verbatim(named)} ${writtenAt(text, array, 0)}`;
  const range =
    minimum === null || maximum === null
      ? ''
      : `, ${writtenAt(text, array, minimum)} … ${writtenAt(text, array, maximum)}`;
  const normName = shape.length === 2 ? words.mathematics.frobeniusNorm : words.mathematics.euclideanNorm;
  return `${verbatim(named)}${range}, ${verbatim(normName)} ${norm}`;
}

function summaryOf(values: Float64Array, digits: number): Summary {
  let [minimum, maximum]: [number | null, number | null] = [null, null];
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (Number.isNaN(value)) continue;
    if (minimum === null || value < values[minimum]) minimum = index;
    if (maximum === null || value > values[maximum]) maximum = index;
  }
  return { minimum, maximum, norm: formatNumber(frobeniusNorm(values), digits) };
}
