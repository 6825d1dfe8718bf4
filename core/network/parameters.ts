import { createProblem, type Problem, type Span } from '../problem';
import type { NamedChoice, NumberArray } from '../text/reading';
import type { ListShape, Lists, ParameterSpec, Parameters } from './activations/activation';

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
        : {
            owner,
            parameter,
            value,
            domain: spec.domain,
            ...(spec.words === undefined ? {} : { isOneOf: true as const }),
          };
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
    const list = fitted(array, spec.list, shape);
    const outside = array.values.findIndex((value) => !spec.accepts(value));
    if (list === null) problems.push(lengthProblem(name, array, spec.list, shape));
    else if (outside >= 0) refuse(name, String(array.values[outside]), spanAt(array, outside));
    else if (list.length === 1) parameters[name] = list[0];
    else lists[name] = list;
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

/** One number for all, one an output, or one an entry of the output; null where a list is none of them. */
function fitted(
  { shape, values }: NumberArray,
  list: ListShape,
  { samples, outputs }: OutputShape,
): Float64Array | null {
  if (shape.length === 1) {
    if (values.length === 1 && (list !== 'outputs' || outputs === 1)) return values;
    if (list === 'variances' && samples > 1 && values.length === samples) return stretched(values, outputs);
    return values.length === outputs ? values : null;
  }
  const [rows, columns] = shape;
  if (shape.length > 2 || list === 'outputs' || list === 'neurons') return null;
  if ((rows !== samples && rows !== 1) || (columns !== outputs && columns !== 1)) return null;
  return columns === outputs ? values : stretched(values, outputs);
}

/** Each number as often as there are outputs. */
function stretched(values: Float64Array, outputs: number): Float64Array {
  return Float64Array.from({ length: values.length * outputs }, (_, i) => values[Math.floor(i / outputs)]);
}

function lengthProblem(
  parameter: string,
  { shape, values, span }: NumberArray,
  list: ListShape,
  { samples, outputs }: OutputShape,
): Problem {
  const isOfEntries = (list === 'entries' || list === 'variances') && shape.length === 2;
  const expected = isOfEntries ? samples * outputs : outputs;
  const data = { what: 'parameter', parameter, length: values.length, expected } as const;
  return createProblem('length-mismatch', span, data);
}

function spanAt({ places }: NumberArray, index: number): Span {
  return places.spanOf(index);
}
