import { alignWithTerms, formatWritten, listNumbers } from '../../../core/derivation/formatNumber';
import { certificateOf } from '../../../core/divergence/certificate';
import { certifiedText } from '../../../core/divergence/certifiedText';
import type { DistributionStudy, Measures } from '../../../core/divergence/distributionStudy';
import { outcomeName } from '../../../core/divergence/outcomeName';
import { probabilityText } from '../probabilityText';
import { barsPicture } from './barsPicture';
import { largestSize, mostRows, signedCell } from './cells';
import { copyLink, footer, showLink } from './footer';
import { colored, image, strong, symbol, table, verbatim } from './markup';
import { moreOf } from './more';
import { notes } from './notes';
import type { CardRequest, Section } from './request';

/** So much of an outcome's name has room in a table of a hover. */
const longestName = 24;
/** An exact form longer than that is left to the panel. */
const longestExact = 300;

interface Numbers {
  readonly terms: readonly string[];
  measure(name: keyof Measures): string;
  normalised(name: keyof Measures): string;
}

/** Every number of the card with the decimals that all of them share. */
function numbersOf({ digits }: CardRequest, study: DistributionStudy): Numbers {
  const { measures, normalised, terms, p } = study;
  const shown = Math.min(p.length, mostRows);
  const signed = terms === null ? [] : [...terms.klPQ.subarray(0, shown), ...terms.klQP.subarray(0, shown)];
  const names = Object.keys(measures) as (keyof Measures)[];
  const valuesOf = (of: Measures | null) => names.map((name) => of?.[name] ?? Number.NaN);
  const texts = alignWithTerms(signed, [...valuesOf(measures), ...valuesOf(normalised)], digits);
  return {
    terms: texts.terms,
    measure: (name) => certifiedText(texts.totals[names.indexOf(name)], certificateOf(study, name), digits),
    normalised: (name) => texts.totals[names.length + names.indexOf(name)],
  };
}

/** The divergences, their exact form, the terms that make them, bars. For P alone its entropy. */
export function distributionCard(request: CardRequest, study: DistributionStudy): readonly Section[] {
  const { words, parts, palette } = request;
  const picture = parts.picture ? barsPicture(study, palette, words) : null;
  const numbers = numbersOf(request, study);
  const sections: Section[] = [{ markdown: answer(request, study, numbers) }];
  const second = secondLine(request, study, numbers);
  if (second !== '') sections.push({ markdown: second });
  const after = normalisedLine(request, study, numbers);
  sections.push(...notes(request));
  if (after !== '') sections.push({ markdown: after });
  if (parts.values) sections.push(...termTable(request, study, numbers.terms));
  if (picture !== null) sections.push({ markdown: image(picture), optional: true });
  const actions = [
    showLink(request, words.hover.showDistributions, 'nabla.computeDivergence'),
    copyLink(request, words.hover.copyResult),
  ];
  sections.push(footer(request, actions, picture !== null));
  return sections;
}

function answer({ words }: CardRequest, { reading, measures }: DistributionStudy, numbers: Numbers): string {
  const unit = words.mathematics.unit(reading.base);
  const value = (name: keyof Measures) => `${numbers.measure(name)} ${verbatim(unit)}`;
  const [p, q] = labels(reading);
  if (measures.klPQ === undefined) return strong(`H(${p}) = ${value('entropyP')}`);
  return `${strong(`${divergence(p, q)} = ${value('klPQ')}`)}&emsp;${strong(`${divergence(q, p)} = ${value('klQP')}`)}`;
}

function secondLine({ palette }: CardRequest, study: DistributionStudy, numbers: Numbers): string {
  const { exact, measures, reading } = study;
  const form = exact.klPQ ?? (measures.klPQ === undefined ? exact.entropyP : undefined);
  const shown = form === undefined || form.text.length > longestExact ? '' : `= ${verbatim(form.text)}`;
  const [p, q] = labels(reading);
  const beside =
    measures.crossEntropyPQ === undefined
      ? ''
      : `H(${p}) ${numbers.measure('entropyP')} · H(${p}, ${q}) ${numbers.measure('crossEntropyPQ')}`;
  return [shown, beside === '' ? '' : colored(beside, palette.quiet)]
    .filter((part) => part !== '')
    .join('&emsp;');
}

function normalisedLine(
  { words }: CardRequest,
  { normalised, reading }: DistributionStudy,
  numbers: Numbers,
): string {
  if (normalised === null) return '';
  const [p, q] = labels(reading);
  const named: readonly (readonly [keyof Measures, string])[] = [
    ['klPQ', divergence(p, q)],
    ['klQP', divergence(q, p)],
  ];
  const values = named.flatMap(([name, title]) => {
    return normalised[name] === undefined ? [] : [`${title} = ${numbers.normalised(name)}`];
  });
  if (values.length === 0) values.push(`H(${p}) = ${numbers.normalised('entropyP')}`);
  return words.hover.normalisedValues(listNumbers(values));
}

function termTable(
  request: CardRequest,
  study: DistributionStudy,
  texts: readonly string[],
): readonly Section[] {
  const { palette, words } = request;
  const { reading, terms } = study;
  const count = study.p.length;
  const shown = Math.min(count, mostRows);
  const written = (measure: typeof reading.p, used: Float64Array, index: number) =>
    verbatim(formatWritten(probabilityText(reading.text, measure, used, index)));
  const [p, q] = labels(reading).map((label) => label.toLowerCase());
  const pq = terms?.klPQ.subarray(0, shown) ?? new Float64Array(0);
  const qp = terms?.klQP.subarray(0, shown) ?? new Float64Array(0);
  const largest = largestSize(pq, qp);
  const rows = Array.from({ length: shown }, (_, index) => [
    verbatim(outcomeName(index, reading.p.outcomeNames, longestName)),
    written(reading.p, study.p, index),
    ...(reading.q === null || study.q === null || terms === null
      ? []
      : [
          written(reading.q, study.q, index),
          signedCell(texts[index], pq[index], largest, palette),
          signedCell(texts[shown + index], qp[index], largest, palette),
        ]),
  ]);
  const logarithm = `${p} ${logarithmOf(reading.base)}(${p}/${q})`;
  const reverse = `${q} ${logarithmOf(reading.base)}(${q}/${p})`;
  const heads = [verbatim(words.mathematics.outcome), p, ...(terms === null ? [] : [q, logarithm, reverse])];
  return [
    { markdown: table(heads, rows, palette.quiet), optional: true },
    ...moreOf(count - shown, 0, palette, words),
  ];
}

function logarithmOf(base: number): string {
  return base === Math.E ? 'ln' : `log<sub>${base}</sub>`;
}

function divergence(first: string, second: string): string {
  return `D<sub>KL</sub>(${first} ‖ ${second})`;
}

/** As the text calls them. */
function labels({ p, q }: DistributionStudy['reading']): readonly [string, string] {
  return [symbol(verbatim(p.label.toUpperCase())), symbol(verbatim((q?.label ?? 'Q').toUpperCase()))];
}
