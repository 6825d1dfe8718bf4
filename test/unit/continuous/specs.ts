import type { MeasureSpec, SupportEndSpec } from '../../../core/divergence/continuous/measureSpec';
import type { ParameterValue, ParameterValues } from '../../../core/divergence/families/family';
import { readConstant, readExpression } from '../../../core/text/densityParser';

const nowhere = { offset: 0, length: 0 };

export function familySpec(name: string, parameters: ParameterValues): MeasureSpec {
  return {
    kind: 'family',
    name,
    nameSpan: nowhere,
    span: nowhere,
    parameters: Object.entries(parameters).map(([key, value]) => ({ name: key, value, span: nowhere })),
  };
}

function supportEnd(end: number | string): SupportEndSpec {
  if (typeof end === 'number') return { value: end, span: nowhere };
  const { value } = readConstant(end);
  if (value === null) throw new Error(`no number: ${end}`);
  return { value, span: nowhere };
}

export function densitySpec(
  density: string,
  support: readonly [number | string, number | string],
): MeasureSpec {
  const { expression } = readExpression(density);
  if (expression === null) throw new Error(`no expression: ${density}`);
  return {
    kind: 'density',
    expression,
    support: [supportEnd(support[0]), supportEnd(support[1])],
    span: { offset: 0, length: density.length },
  };
}

export function mixtureSpec(...parts: readonly (readonly [number, MeasureSpec])[]): MeasureSpec {
  const components = parts.map(([weight, measure]) => ({ weight, weightSpan: nowhere, measure }));
  return { kind: 'mixture', components, rounding: 0, span: nowhere };
}

/** A measure as the command line's JSON writes it. */
export type MeasureDocument =
  | ({ readonly family: string } & Readonly<Record<string, ParameterValue | string>>)
  | { readonly density: string; readonly support: readonly [number | string, number | string] };

export function specOf(document: MeasureDocument): MeasureSpec {
  if ('density' in document && Array.isArray(document.support)) {
    return densitySpec(String(document.density), [document.support[0], document.support[1]]);
  }
  const parameters: Record<string, ParameterValue> = {};
  for (const [name, value] of Object.entries(document)) {
    if (name !== 'family' && typeof value !== 'string') parameters[name] = value;
  }
  return familySpec('family' in document ? String(document.family) : '', parameters);
}
