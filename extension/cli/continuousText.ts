import { alignDecimals } from '../../core/derivation/formatNumber';
import type { ContinuousStudy } from '../../core/divergence/continuous/continuousStudy';
import { measureText } from '../../core/divergence/continuous/measureText';
import type { Words } from '../language/words/words';
import { isLogarithmic, measureNames } from './measureNames';
import { textTable } from './table';

const digits = 6;

/** Families or densities by name, each value with how it was got, and the closed forms. */
export function continuousText(study: ContinuousStudy, { mathematics, hover }: Words): string {
  const { p, q, reading, values, normalised } = study;
  const unit = mathematics.unit(reading.base);
  const known = measureNames(mathematics).flatMap(([name, title]) => {
    const value = values[name];
    return value === undefined ? [] : [{ name, title, value, after: normalised?.[name]?.value }];
  });
  const numbers = known.flatMap(({ value, after }) => [value.value, after ?? Number.NaN]);
  const texts = alignDecimals(numbers, digits);
  const heads = normalised === null ? [] : [['', '', '', hover.normalised, '']];
  const rows = known.map(({ name, title, value }, index) => [
    title,
    texts[2 * index],
    isLogarithmic(name) ? unit : '',
    ...(normalised === null ? [] : [texts[2 * index + 1]]),
    mathematics.method(value),
  ]);
  const lines = [
    `P = ${measureText(p, reading.text)}`,
    ...(q === null ? [] : [`Q = ${measureText(q, reading.text)}`]),
    '',
    textTable([...heads, ...rows], '  ', true),
  ];
  const forms = known.flatMap(({ title, value }) =>
    value.formula === undefined ? [] : [`  ${title} = ${value.formula.plain}`],
  );
  if (forms.length > 0) lines.push('', ...forms);
  return `${lines.join('\n')}\n`;
}
