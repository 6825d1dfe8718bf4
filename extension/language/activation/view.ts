import type { ActivationStudy } from '../../../core/derivation/activationStudy/activationStudy';
import type { Exact } from '../../../core/derivation/activationStudy/constants';
import type { Column, VariationTable } from '../../../core/derivation/activationStudy/variations';
import type {
  ActivationParts,
  MathText,
  TableColumnView,
  VariationTableView,
} from '../../protocol/activationView';
import { toWire } from '../../protocol/wire';
import { wireMatrix, wireNumbers } from '../wireArrays';
import type { Words } from '../words/words';
import { mathOf } from './ends';
import { factsOf, titleOf } from './facts';
import { plotOf } from './plot';

/** The study of an activation as the panel draws it. */
export function activationView(study: ActivationStudy, words: Words): ActivationParts {
  const { shape, points, row } = study;
  const say = words.activation;
  return {
    kind: 'activation',
    name: titleOf(study),
    groups: factsOf(study, words),
    points: points.map(({ name, at, value, derivative }) => ({
      name,
      at: toWire(at),
      value: toWire(value),
      slope: toWire(derivative),
    })),
    row:
      row === null
        ? null
        : {
            input: wireNumbers(row.input),
            output: wireNumbers(row.output),
            jacobian: row.jacobian === null ? null : wireMatrix(row.jacobian),
          },
    plot: plotOf(study, say),
    variations:
      shape === null
        ? null
        : tableOf(shape.variations, say.variations, names.first, {
            [-1]: say.falls,
            0: say.stays,
            1: say.rises,
          }),
    convexities:
      shape === null
        ? null
        : tableOf(shape.convexities, say.convexities, names.second, {
            [-1]: say.isConcave,
            0: say.isStraight,
            1: say.isConvex,
          }),
  };
}

const phi = {
  value: { latex: '\\varphi(x)', plain: 'φ(x)' },
  slope: { latex: "\\varphi'(x)", plain: 'φ′(x)' },
  bend: { latex: "\\varphi''(x)", plain: 'φ″(x)' },
};
const names = { first: [phi.slope, phi.value], second: [phi.bend, phi.slope] } as const;

function tableOf(
  { columns, stretches }: VariationTable,
  title: string,
  [slopeName, valueName]: readonly [MathText, MathText],
  words: Readonly<Record<-1 | 0 | 1, string>>,
): VariationTableView {
  const heights = heightsOf(columns);
  return {
    title,
    slopeName,
    valueName,
    columns: columns.map((column, index) => columnView(column, heights[index])),
    signs: stretches,
    words: stretches.map((sign) => words[sign]),
  };
}

function columnView({ kind, at, slope, value }: Column, height: TableColumnView['height']): TableColumnView {
  const text = (exact: Exact | null) => (exact === null || Number.isNaN(exact.value) ? null : mathOf(exact));
  return {
    kind,
    at: mathOf(at),
    slope: { left: text(slope.left), right: text(slope.right) },
    value: { left: text(value.left), at: text(value.at), right: text(value.right) },
    height,
  };
}

/** By rank: a table of variations has no scale, only what is above what. */
function heightsOf(columns: readonly Column[]): readonly TableColumnView['height'][] {
  const sides = columns.map(({ value }) => ({
    left: (value.left ?? value.at ?? value.right)?.value ?? 0,
    right: (value.right ?? value.at ?? value.left)?.value ?? 0,
  }));
  const all = sides.flatMap(({ left, right }) => [left, right]);
  const ranks = [...new Set(all)].sort((a, b) => a - b);
  const height = (value: number) => (ranks.length < 2 ? 0.5 : ranks.indexOf(value) / (ranks.length - 1));
  return sides.map(({ left, right }) => ({ left: height(left), right: height(right) }));
}
