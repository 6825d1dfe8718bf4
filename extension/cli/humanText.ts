import {
  alignDecimals,
  alignWithTerms,
  formatNumber,
  formatWritten,
  listNumbers,
} from '../../core/derivation/formatNumber';
import { certificateOf } from '../../core/divergence/certificate';
import { certifiedText } from '../../core/divergence/certifiedText';
import type { DistributionStudy } from '../../core/divergence/distributionStudy';
import { outcomeName } from '../../core/divergence/outcomeName';
import type { NetworkStudy } from '../../core/network/networkStudy';
import type { MatrixStudy, Study } from '../../core/study';
import type { NumberArray } from '../../core/text/reading';
import { shownNumber } from '../../core/text/written';
import { exactTexts, verdictText } from '../language/gradientTexts';
import { outputGradientAlone } from '../language/lossAlone';
import { matrixFacts } from '../language/matrixFacts';
import { probabilityText } from '../language/probabilityText';
import { roundedSums } from '../language/roundedSums';
import { shapeName } from '../language/shapeName';
import { singleText } from '../language/single';
import { widthsOf } from '../language/widths';
import type { Words } from '../language/words/words';
import { activationText } from './activationText';
import { continuousText } from './continuousText';
import { isLogarithmic, measureNames } from './measureNames';
import { textTable } from './table';

const digits = 6;
/** Larger tables are cut; `--json` has all of it. */
const mostRows = 40;
const mostColumns = 12;

/** A study as a person reads it in a terminal; empty where nothing was computed. */
export function humanText(study: Study, words: Words): string {
  switch (study.kind) {
    case 'network':
      return networkText(study, words);
    case 'distribution':
      return distributionText(study, words);
    case 'continuous':
      return continuousText(study, words);
    case 'activation':
      return activationText(study, words);
    case 'matrix':
      return arrayText(study.reading.text, study.reading.array, words) + factsText(study, words);
    case 'matrices':
      return study.reading.arrays
        .map(({ name, array }) => `${name}: ${arrayText(study.reading.text, array, words)}`)
        .join('\n');
    case 'error':
      return '';
  }
}

/** A fact a line, the names aligned. */
function factsText(study: MatrixStudy, words: Words): string {
  const facts = matrixFacts(study, words, digits);
  const width = Math.max(0, ...facts.map(({ name }) => name.length));
  return facts.map(({ name, value }) => `${name.padEnd(width)}  ${value}\n`).join('');
}

function networkText(study: NetworkStudy, words: Words): string {
  const { mathematics, hover } = words;
  const { network, layers, loss, gradients, check } = study;
  const activations = network.layers.map(({ activation }) => activation.activation.name).join(', ');
  const lines = [`${mathematics.network(widthsOf(study).join('–'))}, ${activations}`];
  if (study.samples > 1) lines.push(mathematics.samples(study.samples));
  const output = layers.at(-1)?.output;
  if (output === undefined) return `${lines.join('\n')}\n${capital(hover.noInput)}.\n`;
  lines.push('', `ŷ = ${rowsText(output.values, output.columns)}`);
  if (loss !== null) lines.push(`ℒ = ${formatNumber(loss, digits)}`);
  else if (study.reading.target === null) lines.push(`${capital(hover.noTarget)}.`);
  const single = singleText(study, words);
  if (single !== null) lines.push(single);
  const ofSample = study.samples > 1 ? ` (${mathematics.sample(1)})` : '';
  lines.push(...exactTexts(study, words).map(capital));
  const alone = outputGradientAlone(study);
  if (alone !== null) lines.push(`∂ℒ/∂ŷ = ${rowsText(alone.values, alone.columns)}`);
  (alone === null ? layers : []).forEach((trace, layer) => {
    const width = Math.max(trace.preActivation.columns, trace.output.columns);
    const heads = Array.from({ length: Math.min(width, mostColumns) }, (_, neuron) => String(neuron + 1));
    const [s, o] = [trace.preActivation, trace.output].map(({ values, columns }) =>
      alignDecimals(values.subarray(0, Math.min(columns, mostColumns)), digits),
    );
    lines.push(
      '',
      capital(mathematics.layer(layer + 1)) + ofSample,
      textTable([
        ['', ...heads],
        ['s', ...s],
        ['o', ...o],
      ]),
    );
    const gradient = gradients?.[layer];
    if (gradient === undefined) return;
    lines.push(
      gradientText(gradient, mathematics),
      ...more(gradient.weights.rows, gradient.weights.columns, hover),
    );
  });
  if (check !== null) {
    lines.push('', `${capital(verdictText(check, words))}.`);
  }
  return `${lines.join('\n')}\n`;
}

function gradientText(
  { weights, biases }: NonNullable<NetworkStudy['gradients']>[number],
  mathematics: Words['mathematics'],
): string {
  const columns = Math.min(weights.columns, mostColumns);
  const rows = Array.from({ length: Math.min(weights.rows, mostRows) }, (_, to) => [
    ...weights.values.subarray(to * weights.columns, to * weights.columns + columns),
    ...(biases === null ? [] : [biases[to]]),
  ]);
  const texts = alignDecimals(rows.flat(), digits);
  const heads = Array.from({ length: columns }, (_, from) => mathematics.from(from + 1));
  let next = 0;
  return textTable([
    ['∂ℒ/∂w', ...heads, ...(biases === null ? [] : [mathematics.bias])],
    ...rows.map((row, to) => [String(to + 1), ...row.map(() => texts[next++])]),
  ]);
}

function distributionText(study: DistributionStudy, words: Words): string {
  const { mathematics, hover } = words;
  const { measures, exact, normalised, reading, terms } = study;
  const unit = mathematics.unit(reading.base);
  const names = measureNames(mathematics);
  const known = names.filter(([name]) => measures[name] !== undefined);
  const shown = Math.min(study.p.length, mostRows);
  const signed = terms === null ? [] : [...terms.klPQ.subarray(0, shown), ...terms.klQP.subarray(0, shown)];
  const totals = [measures, normalised].flatMap((of) => known.map(([name]) => of?.[name] ?? Number.NaN));
  const texts = alignWithTerms(signed, totals, digits);
  const heads = normalised === null ? [] : [['', '', '', hover.normalised]];
  const rows = known.map(([name, title], index) => {
    const after = normalised === null ? [] : [texts.totals[known.length + index]];
    const value = certifiedText(texts.totals[index], certificateOf(study, name), digits);
    return [title, value, isLogarithmic(name) ? unit : '', ...after];
  });
  const forms = names.flatMap(([name, title]) => {
    const form = Object.entries(exact).find(([known]) => known === name)?.[1];
    return form === undefined ? [] : [`  ${title} = ${form.text}`];
  });
  const lines = [...roundedSums(study, words), textTable([...heads, ...rows])];
  if (forms.length > 0) lines.push('', ...forms);
  if (terms !== null) {
    const written = (measure: typeof reading.p, used: Float64Array, index: number) =>
      formatWritten(probabilityText(reading.text, measure, used, index));
    const table = Array.from({ length: shown }, (_, index) => [
      outcomeName(index, reading.p.outcomeNames),
      written(reading.p, study.p, index),
      reading.q === null || study.q === null ? '' : written(reading.q, study.q, index),
      texts.terms[index],
      texts.terms[shown + index],
    ]);
    lines.push('', textTable([[mathematics.outcome, 'p', 'q', 'p ln(p/q)', 'q ln(q/p)'], ...table]));
    lines.push(...more(study.p.length, 0, hover));
  }
  return `${lines.join('\n')}\n`;
}

function arrayText(text: string, array: NumberArray, words: Words): string {
  const { shape, values } = array;
  const columns = shape.at(-1) ?? 1;
  const rows = columns === 0 ? 0 : values.length / columns;
  const table = Array.from({ length: Math.min(rows, mostRows) }, (_, row) => [
    '',
    ...Array.from({ length: Math.min(columns, mostColumns) }, (_, column) => {
      const index = row * columns + column;
      return formatWritten(shownNumber(text, array, index));
    }),
  ]);
  const lines = [shapeName(shape, words), textTable(table, ''), ...more(rows, columns, words.hover)];
  return `${lines.join('\n')}\n`;
}

function more(rows: number, columns: number, hover: Words['hover']): readonly string[] {
  return [
    ...(rows > mostRows ? [hover.more(rows - mostRows, ...hover.rows)] : []),
    ...(columns > mostColumns ? [hover.more(columns - mostColumns, ...hover.columns)] : []),
  ];
}

/** One row in a line, several as a list of rows. */
function rowsText(values: Float64Array, columns: number): string {
  const texts = Array.from(values.subarray(0, mostRows * columns), (value) => formatNumber(value, digits));
  const rows = Array.from({ length: texts.length / columns }, (_, row) =>
    texts.slice(row * columns, (row + 1) * columns),
  );
  const shown = rows.map((row) =>
    row.length === 1 ? row[0] : `(${listNumbers(row.slice(0, mostColumns))})`,
  );
  return listNumbers(shown);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
