import type { ActivationStudy } from '../../core/derivation/activationStudy/activationStudy';
import { formatNumber } from '../../core/derivation/formatNumber';
import { activationView } from '../language/activation/view';
import type { Words } from '../language/words/words';
import type { ActivationParts, VariationTableView } from '../protocol/activationView';
import { fromWire, type WireNumber } from '../protocol/wire';
import { textTable } from './table';

const digits = 6;
const arrows = { [-1]: '↘', 0: '→', 1: '↗' } as const;
const signs = { [-1]: '−', 0: '0', 1: '+' } as const;

/** The facts of an activation and its two tables, as a person reads them in a terminal. */
export function activationText(study: ActivationStudy, words: Words): string {
  const { name, groups, points, row, variations, convexities } = activationView(study, words);
  const lines = [words.activation.title(name)];
  for (const { title, facts } of groups) {
    lines.push('', title);
    for (const fact of facts) {
      const said = [fact.math?.plain ?? '', fact.text].filter((part) => part !== '').join(', ');
      lines.push(fact.title === '' ? `  ${said}` : `  ${words.mathematics.labelled(fact.title, said)}`);
    }
  }
  if (points.length > 0) lines.push('', words.activation.points.title, pointsText(points));
  if (row !== null) lines.push('', words.activation.row.title, rowText(row, words));
  for (const table of [variations, convexities]) {
    if (table !== null) lines.push('', table.title, tableText(table, table === convexities));
  }
  return `${lines.join('\n')}\n`;
}

const number = (value: WireNumber) => formatNumber(fromWire(value), digits);

function pointsText(points: ActivationParts['points']): string {
  const rows = points.map(({ name, at, value, slope }) => [
    name ?? '',
    number(at),
    number(value),
    number(slope),
  ]);
  return textTable([['', 'x', 'φ(x)', 'φ′(x)'], ...rows]);
}

function rowText({ input, output, jacobian }: NonNullable<ActivationParts['row']>, words: Words): string {
  const say = words.activation.row;
  const ends = textTable([
    [say.input, ...input.map(number)],
    [say.output, ...output.map(number)],
  ]);
  if (jacobian === null) return ends;
  return [ends, '', say.jacobian, textTable(jacobian.map((entries) => entries.map(number)))].join('\n');
}

function tableText(
  { slopeName, valueName, columns, signs: own, words }: VariationTableView,
  inWords: boolean,
): string {
  const along = (cells: readonly string[], between: readonly string[]) =>
    cells.flatMap((cell, index) => (index < between.length ? [cell, between[index]] : [cell]));
  const both = (left: string | undefined, right: string | undefined, isBroken: boolean) => {
    const sides = [...new Set([left, right].filter((side) => side !== undefined))];
    return sides.join(isBroken ? ' ‖ ' : ' | ');
  };
  const blank = own.map(() => '');
  const rows = [
    [
      'x',
      ...along(
        columns.map(({ at }) => at.plain),
        blank,
      ),
    ],
    [
      slopeName.plain,
      ...along(
        columns.map(({ slope, kind }) => both(slope.left?.plain, slope.right?.plain, kind === 'jump')),
        own.map((sign) => signs[sign]),
      ),
    ],
    [
      valueName.plain,
      ...along(
        columns.map(({ value, kind }) => both(value.left?.plain, value.right?.plain, kind === 'jump')),
        own.map((sign, index) => (inWords ? words[index] : arrows[sign])),
      ),
    ],
  ];
  return textTable(rows);
}
