import type { ParameterValue } from '../families/family';
import type { ResolvedMeasure } from './comparison';

export function parameterText(value: ParameterValue): string {
  if (typeof value === 'number') return String(value);
  return `[${value.map((entry) => parameterText(entry)).join(', ')}]`;
}

/** A family with its parameters by name, `normal(loc = 0, scale = 1)`; a density as `text` has it, with its support; a mixture as a sum. */
export function measureText({ spec, family, parameters, components }: ResolvedMeasure, text: string): string {
  if (spec.kind === 'density') {
    const { offset, length } = spec.span;
    const [lower, upper] = spec.support.map(({ value }) => endText(value));
    return `${text.slice(offset, offset + length)} on [${lower}, ${upper}]`;
  }
  if (components !== undefined) {
    return components
      .map(({ weight, measure }) => `${weight} ${bracketed(measureText(measure, text), measure)}`)
      .join(' + ');
  }
  const named = Object.entries(parameters).map(([name, value]) => `${name} = ${parameterText(value)}`);
  return `${family?.name ?? ''}(${named.join(', ')})`;
}

/** A density or a mixture inside a mixture. */
function bracketed(written: string, { family }: ResolvedMeasure): string {
  return family === null ? `(${written})` : written;
}

function endText(value: number): string {
  return String(value).replace('Infinity', '∞');
}
