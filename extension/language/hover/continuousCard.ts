import { formatNumber, listNumbers } from '../../../core/derivation/formatNumber';
import type { MeasureName } from '../../../core/divergence/continuous/comparison';
import type { ContinuousStudy } from '../../../core/divergence/continuous/continuousStudy';
import { measureText } from '../../../core/divergence/continuous/measureText';
import { curvesPicture } from './curvesPicture';
import { copyLink, footer, showLink } from './footer';
import { colored, image, strong, symbol, table, unbroken, verbatim } from './markup';
import { notes } from './notes';
import type { CardRequest, Section } from './request';

const P = symbol('P');
const Q = symbol('Q');
const titles: Readonly<Partial<Record<MeasureName, string>>> = {
  klPQ: `D<sub>KL</sub>(${P} ‖ ${Q})`,
  klQP: `D<sub>KL</sub>(${Q} ‖ ${P})`,
  entropyP: `H(${P})`,
  entropyQ: `H(${Q})`,
  crossEntropyPQ: `H(${P}, ${Q})`,
};

/** Both divergences, what P and Q are, how each value was got, and their densities. */
export function continuousCard(request: CardRequest, study: ContinuousStudy): readonly Section[] {
  const { words, parts, palette } = request;
  const picture = parts.picture ? curvesPicture(study, palette, words) : null;
  const sections: Section[] = [
    { markdown: answer(request, study) },
    { markdown: colored(verbatim(named(study)), palette.quiet) },
    ...notes(request),
  ];
  const after = normalisedLine(request, study);
  if (after !== '') sections.push({ markdown: after });
  if (parts.values) sections.push(values(request, study));
  if (picture !== null) sections.push({ markdown: image(picture), optional: true });
  const actions = [
    showLink(request, words.hover.showDistributions, 'nabla.computeDivergence'),
    copyLink(request, words.hover.copyResult),
  ];
  sections.push(footer(request, actions, picture !== null));
  return sections;
}

function answer({ words, digits }: CardRequest, { values, reading }: ContinuousStudy): string {
  const unit = verbatim(words.mathematics.unit(reading.base));
  const shown: readonly MeasureName[] = values.klPQ === undefined ? ['entropyP'] : ['klPQ', 'klQP'];
  return shown
    .flatMap((name) => {
      const value = values[name]?.value;
      return value === undefined
        ? []
        : [strong(`${titles[name] ?? name} = ${formatNumber(value, digits)} ${unit}`)];
    })
    .join('&emsp;');
}

function named({ p, q, reading }: ContinuousStudy): string {
  const lines = [`P = ${measureText(p, reading.text)}`];
  if (q !== null) lines.push(`Q = ${measureText(q, reading.text)}`);
  return lines.join(', ');
}

function normalisedLine({ words, digits }: CardRequest, { normalised }: ContinuousStudy): string {
  if (normalised === null) return '';
  const names: readonly MeasureName[] = normalised.klPQ === undefined ? ['entropyP'] : ['klPQ', 'klQP'];
  const values = names.flatMap((name) => {
    const value = normalised[name]?.value;
    return value === undefined ? [] : [`${titles[name] ?? name} = ${formatNumber(value, digits)}`];
  });
  return words.hover.normalisedValues(listNumbers(values));
}

/** A row a value with how it was got, and under the table the closed forms. */
function values({ words, digits, palette }: CardRequest, study: ContinuousStudy): Section {
  const names = Object.keys(titles) as MeasureName[];
  const known = names.flatMap((name) => {
    const value = study.values[name];
    return value === undefined ? [] : [{ title: titles[name] ?? name, value }];
  });
  const rows = known.map(({ title, value }) => [
    title.replaceAll(' ', '&nbsp;'),
    formatNumber(value.value, digits),
    unbroken(words.mathematics.method(value)),
  ]);
  const forms = known.flatMap(({ title, value }) =>
    value.formula === undefined ? [] : [`${title} = ${verbatim(value.formula.plain)}`],
  );
  const lines = forms.length === 0 ? '' : `\n\n${colored(forms.join('<br>'), palette.quiet)}`;
  return { markdown: `${table(['', '', ''], rows, palette.quiet)}${lines}`, optional: true };
}
