import {
  alignDecimals,
  formatNumber,
  formatWritten,
  listNumbers,
} from '../../../core/derivation/formatNumber';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import type { NumberArray } from '../../../core/text/reading';
import { shownNumber } from '../../../core/text/written';
import { verdictText } from '../gradientTexts';
import { outputGradientAlone } from '../lossAlone';
import { widthsOf } from '../widths';
import { largestSize, mostColumns, mostRows, signedCell } from './cells';
import { conventionLine, exactLines, learntLines } from './exactLines';
import { copyLink, footer, showLink } from './footer';
import { frameworkLines } from './frameworkLines';
import { colored, image, strong, symbol, table, unbroken, verbatim } from './markup';
import { moreOf } from './more';
import { networkPicture } from './networkPicture';
import { notes } from './notes';
import type { CardRequest, Section } from './request';

/** Numbers of a vector in a line of text. */
const mostInLine = 6;

/** The answer, what it is of, the gradients as a table, the drawing, the actions. */
export function networkCard(request: CardRequest, study: NetworkStudy): readonly Section[] {
  const { words, parts, palette } = request;
  const hasGradients = study.gradients !== null;
  const picture = parts.picture ? networkPicture(study, palette, words) : null;
  const sections: Section[] = [];
  if (parts.values && study.layers.length > 0) sections.push({ markdown: answer(request, study) });
  sections.push({ markdown: colored(summary(request, study), palette.quiet) });
  sections.push(...exactLines(request, study));
  sections.push(...notes(request));
  if (parts.values) sections.push(...frameworkLines(request, study));
  const alone = outputGradientAlone(study);
  if (parts.gradients && alone !== null) {
    const shown = Array.from(alone.values.subarray(0, mostInLine + 1), (value) =>
      formatNumber(value, request.digits),
    );
    sections.push({ markdown: `∂ℒ/∂ŷ = ${tuple(shown)}` });
  } else if (parts.gradients && hasGradients) {
    sections.push(...gradientTable(request, study), ...learntLines(request, study));
  }
  if (parts.values && !hasGradients && study.layers.length > 0) sections.push(...valueTable(request, study));
  if (picture !== null) sections.push({ markdown: image(picture), optional: true });
  // Below the drawing, which is to be seen without scrolling.
  sections.push(...conventionLine(request, study));
  const copy = hasGradients ? words.hover.copyGradients : words.hover.copyOutputs;
  const actions = [
    showLink(request, words.hover.showNetwork, 'nabla.showNetwork'),
    ...(study.layers.length > 0 ? [copyLink(request, copy)] : []),
  ];
  sections.push(footer(request, actions, picture !== null));
  return sections;
}

function answer({ digits }: CardRequest, study: NetworkStudy): string {
  const output = study.layers.at(-1)?.output;
  const shown = output?.values.subarray(0, mostInLine + 1) ?? [];
  const values = Array.from(shown, (value) => formatNumber(value, digits));
  const loss = study.loss === null ? '' : `&emsp;${strong(`ℒ = ${formatNumber(study.loss, digits)}`)}`;
  return strong(`ŷ = ${tuple(values)}`) + loss;
}

function summary({ words }: CardRequest, study: NetworkStudy): string {
  const { reading, network } = study;
  const activations = [...new Set(network.layers.map(({ activation }) => activation.activation.name))];
  const parts = [
    `${verbatim(words.mathematics.network(widthsOf(study).join('–')))}, ${activations.map(verbatim).join(', ')}`,
  ];
  if (study.samples > 1) {
    parts.push(verbatim(words.mathematics.samples(study.samples)));
  } else {
    const given = [
      ...(reading.input === null ? [] : [`${symbol('x')} = ${writtenTuple(reading.text, reading.input)}`]),
      ...(reading.target === null ? [] : [`${symbol('y')} = ${writtenTuple(reading.text, reading.target)}`]),
    ];
    if (given.length > 0) parts.push(listNumbers(given));
  }
  if (study.layers.length === 0) parts.push(verbatim(words.hover.noInput));
  else if (reading.target === null) parts.push(verbatim(words.hover.noTarget));
  if (study.check !== null) parts.push(verbatim(verdictText(study.check, words)));
  return parts.join(' · ');
}

/** Rows are neurons, columns the sources and the bias. */
function gradientTable({ words, palette, digits }: CardRequest, study: NetworkStudy): readonly Section[] {
  const gradients = study.gradients ?? [];
  const neurons = gradients.flatMap(({ weights, biases }, layer) =>
    Array.from({ length: weights.rows }, (_, to) => ({
      layer,
      to,
      weights: weights.values.subarray(to * weights.columns, (to + 1) * weights.columns),
      bias: biases?.[to] ?? null,
    })).slice(0, mostRows),
  );
  const shown = neurons.slice(0, mostRows);
  const widest = Math.max(...gradients.map(({ weights }) => weights.columns));
  const columns = Math.min(widest, mostColumns);
  const cells = shown.map(({ weights }) => weights.subarray(0, columns));
  const biases = shown.flatMap(({ bias }) => (bias === null ? [] : [bias]));
  const hasBiases = biases.length > 0;
  const texts = alignDecimals([...cells.flatMap((row) => [...row]), ...biases], digits);
  const largest = largestSize(...cells, biases);
  let next = 0;
  const weightRows = cells.map((row) =>
    Array.from(row, (value) => signedCell(texts[next++], value, largest, palette)),
  );
  const biasCells = shown.map(({ bias }) =>
    bias === null ? '' : signedCell(texts[next++], bias, largest, palette),
  );
  const rows = shown.map(({ layer, to }, row) => [
    unbroken(words.mathematics.neuron(layer + 1, to + 1)),
    ...weightRows[row],
    ...Array<string>(columns - weightRows[row].length).fill(''),
    ...(hasBiases ? [biasCells[row]] : []),
  ]);
  const sources = Array.from({ length: columns }, (_, from) => unbroken(words.mathematics.from(from + 1)));
  const heads = [`∂ℒ/∂${symbol('w')}`, ...sources, ...(hasBiases ? [verbatim(words.mathematics.bias)] : [])];
  const all = gradients.reduce((sum, { weights }) => sum + weights.rows, 0);
  return [
    { markdown: table(heads, rows, palette.quiet), optional: true },
    ...moreOf(all - shown.length, widest - columns, palette, words),
  ];
}

/** s and o of each neuron, for the first sample. */
function valueTable({ words, palette, digits }: CardRequest, study: NetworkStudy): readonly Section[] {
  const neurons = study.layers.flatMap(({ preActivation, output }, layer) =>
    Array.from({ length: output.columns }, (_, neuron) => ({
      layer,
      neuron,
      s: preActivation.columns === output.columns ? preActivation.values[neuron] : null,
      o: output.values[neuron],
    })),
  );
  const shown = neurons.slice(0, mostRows);
  const known = shown.flatMap(({ s }) => (s === null ? [] : [s]));
  const pre = alignDecimals(known, digits);
  const out = alignDecimals(
    shown.map(({ o }) => o),
    digits,
  );
  let next = 0;
  const rows = shown.map(({ layer, neuron, s }, row) => [
    unbroken(words.mathematics.neuron(layer + 1, neuron + 1)),
    s === null ? '' : pre[next++],
    out[row],
  ]);
  return [
    { markdown: table(['', symbol('s'), symbol('o')], rows, palette.quiet), optional: true },
    ...moreOf(neurons.length - shown.length, 0, palette, words),
  ];
}

function writtenTuple(text: string, array: NumberArray): string {
  const shown = Array.from({ length: Math.min(array.values.length, mostInLine + 1) }, (_, index) =>
    verbatim(formatWritten(shownNumber(text, array, index))),
  );
  return tuple(shown);
}

function tuple(values: readonly string[]): string {
  if (values.length === 1) return values[0];
  const shown = values.length > mostInLine ? [...values.slice(0, mostInLine), '…'] : values;
  return `(${listNumbers(shown)})`;
}
