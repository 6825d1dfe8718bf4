import { createProblem, type Problem, type Span } from '../problem';
import type { NamedChoice, NumberArray } from '../text/reading';
import type { Lists, ParameterSpec, Parameters } from './activations/activation';

export interface BoundParameters {
  readonly parameters: Parameters;
  readonly lists: Lists;
  readonly problems: readonly Problem[];
}

/** The shape of the output that lists have to fit. */
export interface OutputShape {
  readonly samples: number;
  readonly outputs: number;
}

/**
 * Fills in defaults and refuses parameters that the owner does not have, that leave their domain or,
 * where they are lists, that do not fit the output.
 */
export function bindParameters(
  owner: string,
  specs: readonly ParameterSpec[],
  choice: NamedChoice | null,
  shape: OutputShape,
): BoundParameters {
  const parameters: Record<string, number> = {};
  const lists: Record<string, Float64Array> = {};
  for (const spec of specs) parameters[spec.name] = spec.default;
  const problems: Problem[] = [];
  const specOf = (name: string) => specs.find((candidate) => candidate.name === name);
  const refuse = (parameter: string, value: string, span: Span) => {
    const spec = specOf(parameter);
    const known = specs.map((candidate) => candidate.name);
    const data =
      spec === undefined
        ? { owner, parameter, value, domain: known.length === 0 ? 'left out' : known.join(', '), known }
        : { owner, parameter, value, domain: spec.domain };
    problems.push(createProblem('parameter-domain', span, data));
  };
  for (const [name, token] of Object.entries(choice?.parameters ?? {})) {
    if (specOf(name)?.accepts(token.value) === true) parameters[name] = token.value;
    else refuse(name, String(token.value), token.span);
  }
  for (const [name, { word, span }] of Object.entries(choice?.words ?? {})) {
    const index = specOf(name)?.words?.indexOf(word) ?? -1;
    if (index >= 0) parameters[name] = index;
    else refuse(name, word, span);
  }
  for (const [name, array] of Object.entries(choice?.arrays ?? {})) {
    const spec = specOf(name);
    if (spec?.list === undefined) {
      refuse(name, '[…]', array.span);
      continue;
    }
    const misfit = lengthProblem(name, array, spec.list, shape);
    const outside = array.values.findIndex((value) => !spec.accepts(value));
    if (misfit !== null) problems.push(misfit);
    else if (outside >= 0) refuse(name, String(array.values[outside]), spanAt(array, outside));
    else lists[name] = array.values;
  }
  return { parameters, lists, problems };
}

/** The parameters of each of `entries` outputs, its own numbers of the lists among them. */
export function parametersPerEntry(
  parameters: Parameters,
  lists: Lists,
  entries: number,
): readonly Parameters[] {
  return Array.from({ length: entries }, (_, entry) => {
    const own = Object.entries(lists).map(([name, list]) => [name, list[entry % list.length]] as const);
    return { ...parameters, ...Object.fromEntries(own) };
  });
}

function lengthProblem(
  parameter: string,
  { shape, values, span }: NumberArray,
  list: 'outputs' | 'entries',
  { samples, outputs }: OutputShape,
): Problem | null {
  const [rows, columns] = shape;
  if (shape.length === 1 && rows === outputs) return null;
  if (list === 'entries' && shape.length === 2 && rows === samples && columns === outputs) return null;
  const isRagged = list === 'entries' && shape.length === 2;
  const expected = isRagged ? samples * outputs : outputs;
  const data = { what: 'parameter', parameter, length: values.length, expected } as const;
  return createProblem('length-mismatch', span, data);
}

function spanAt({ starts, ends }: NumberArray, index: number): Span {
  return { offset: starts[index], length: ends[index] - starts[index] };
}
