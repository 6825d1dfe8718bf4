import type { ActivationStudy } from '../../../core/derivation/activationStudy/activationStudy';
import { casesPlain } from '../../../core/derivation/activationStudy/formulaText';
import type { StudiedPoint } from '../../../core/derivation/activationStudy/pointsOfInput';
import type { Column, VariationTable } from '../../../core/derivation/activationStudy/variations';
import type { Kink } from '../../../core/network/activations/activation';
import type { ActivationResult } from '../../protocol/activationResult';
import { toWire } from '../../protocol/wire';
import { wireMatrix, wireNumbers } from '../wireArrays';

/** The data of a study; formulas are text, and every number is a number. */
export function activationResult({
  activation,
  parameters,
  shape,
  points,
  row,
}: ActivationStudy): Omit<ActivationResult, 'problems'> {
  const base = {
    kind: 'activation',
    name: activation.name,
    parameters: Object.fromEntries(
      activation.parameters.map(({ name, words }) => [
        name,
        words?.[parameters[name]] ?? toWire(parameters[name]),
      ]),
    ),
    elementwise: activation.elementwise,
    formula: activation.plain,
    ...(points.length === 0 ? {} : { points: points.map(pointResult) }),
    ...(row === null
      ? {}
      : {
          output: wireNumbers(row.output),
          ...(row.jacobian === null ? {} : { jacobian: wireMatrix(row.jacobian) }),
        }),
  } as const;
  if (shape === null) return base;
  const when = (condition: string) => `if ${condition}`;
  const { value, derivative, secondDerivative } = shape.formulas;
  return {
    ...base,
    formula: casesPlain(value, when),
    derivative: casesPlain(derivative, when),
    secondDerivative: casesPlain(secondDerivative, when),
    range: shape.range.map(({ lower, upper, includesLower, includesUpper }) => ({
      lower: toWire(lower),
      upper: toWire(upper),
      includesLower,
      includesUpper,
    })),
    limits: { left: limit(shape.limits.left), right: limit(shape.limits.right) },
    asymptotes: (['left', 'right'] as const).flatMap((side) => {
      const end = shape.ends[side];
      return end.kind === 'asymptote' ? [{ side, slope: end.slope, intercept: end.intercept }] : [];
    }),
    period: shape.period === null ? null : shape.period.value,
    monotony: shape.monotony.kind,
    strictly: shape.monotony.strictly,
    convexity: shape.convexity,
    extrema: shape.extrema.map(({ kind, column }) => ({ kind, ...place(column) })),
    inflections: shape.inflections.map(place),
    slopes: { lowest: toWire(shape.slopes.lowest), highest: toWire(shape.slopes.highest) },
    kinks: shape.kinks.map((kink) => ({ at: kink.at, ...sidesOf(kink) })),
    variations: table(shape.variations),
    convexities: table(shape.convexities),
    ...(shape.reluGap === null
      ? {}
      : { reluGap: { at: 0, value: shape.reluGap.value, text: shape.reluGap.plain } }),
  };
}

function pointResult({ name, at, value, derivative, kink }: StudiedPoint) {
  return {
    ...(name === null ? {} : { name }),
    at: toWire(at),
    value: toWire(value),
    derivative: toWire(derivative),
    ...(kink === null ? {} : { kink: sidesOf(kink) }),
  };
}

function sidesOf({ left, right, chosen, discontinuous, frameworks }: Kink) {
  return {
    left: toWire(left),
    right: toWire(right),
    chosen,
    discontinuous: discontinuous === true,
    frameworks,
  };
}

const limit = (value: number | null) => (value === null ? null : toWire(value));

function place({ at, value, between }: Column) {
  return {
    at: at.value,
    value: value.at === null ? null : toWire(value.at.value),
    ...(between === undefined ? {} : { between }),
  };
}

function table({ columns, stretches }: VariationTable) {
  return {
    at: columns.map(({ at }) => toWire(at.value)),
    value: columns.map(({ value }) => ({
      left: limit(value.left?.value ?? null),
      right: limit(value.right?.value ?? null),
    })),
    signs: stretches,
  };
}
