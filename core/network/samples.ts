import type { Matrix } from '../matrix';
import { createProblem, type Problem, type Span } from '../problem';
import type { NetworkReading, NumberArray } from '../text/reading';
import type { Parameters } from './activations/activation';
import type { Loss, Target } from './losses/loss';
import type { Network } from './network';

export type Resolved<Value> =
  | { readonly value: Value; readonly problems: readonly [] }
  | { readonly value: null; readonly problems: readonly Problem[] };

/** The input as samples × features. One vector is one sample; a number is one feature. */
export function resolveInput(input: NumberArray, features: number): Resolved<Matrix> {
  const columns = input.shape.at(-1) ?? 1;
  const rows = input.shape.length < 2 ? 1 : input.shape[0];
  if (input.shape.length > 2 || columns !== features) {
    const data = { what: 'input', length: columns, expected: features } as const;
    return failed([createProblem('length-mismatch', input.span, data)]);
  }
  return { value: { rows, columns, values: input.values }, problems: [] };
}

/**
 * The target in the form that the loss takes.
 * With one input vector a number is a class index (class losses) or the single output, and a list
 * is the output vector. With a list of samples a flat list holds one class index or one value a
 * sample, and a list of lists holds rows.
 */
export function resolveTarget(
  target: NumberArray,
  input: { readonly samples: number; readonly isBatch: boolean },
  width: number,
  loss: Loss,
  parameters: Parameters = {},
): Resolved<Target> {
  const rank = target.shape.length;
  const count = target.values.length;
  const onePerSample = input.isBatch ? rank === 1 : rank === 0;
  if (onePerSample) {
    if (count !== input.samples) return failed([lengthProblem(target, count, input.samples)]);
    if (loss.takesClasses) return resolveClasses(target, width, loss, parameters);
    return width === 1
      ? resolveRows(target, input.samples, 1, loss, parameters)
      : failed([lengthProblem(target, 1, width)]);
  }
  if (!loss.takesRows) return failed([lengthProblem(target, count, input.samples)]);
  const columns = target.shape[rank - 1];
  const rows = rank === 2 ? target.shape[0] : 1;
  if (rank > 2) return failed([lengthProblem(target, count, input.samples * width)]);
  if (rows !== input.samples) return failed([lengthProblem(target, rows, input.samples)]);
  if (columns !== width) return failed([lengthProblem(target, columns, width)]);
  return resolveRows(target, rows, columns, loss, parameters);
}

/** The target that the text has for an output of `width` numbers; null where it has none or one that does not fit. */
export function targetOf(
  { target, input: written }: NetworkReading,
  { loss: { loss, parameters } }: Network,
  input: Matrix,
  width: number,
): { readonly value: Target | null; readonly problems: readonly Problem[] } {
  if (target === null) return { value: null, problems: [] };
  const isBatch = written?.shape.length === 2;
  return resolveTarget(target, { samples: input.rows, isBatch }, width, loss, parameters);
}

function resolveClasses(
  target: NumberArray,
  classes: number,
  loss: Loss,
  parameters: Parameters,
): Resolved<Target> {
  const domain = `0 … ${classes - 1}`;
  const problems = outside(target, loss, domain, (value) => {
    const isClass = Number.isInteger(value) && value >= 0 && value < classes;
    return isClass || value === parameters.ignore_index;
  });
  if (problems.length > 0) return failed(problems);
  return { value: { form: 'classes', classes: Int32Array.from(target.values) }, problems: [] };
}

function resolveRows(
  target: NumberArray,
  rows: number,
  columns: number,
  loss: Loss,
  parameters: Parameters,
): Resolved<Target> {
  const accepted = loss.targetDomain;
  // NaN in the text has its own warning and is carried through.
  const problems =
    accepted === null
      ? []
      : outside(
          target,
          loss,
          accepted.domain,
          (value) => Number.isNaN(value) || accepted.accepts(value, parameters, columns),
        );
  if (problems.length > 0) return failed(problems);
  return { value: { form: 'rows', rows: { rows, columns, values: target.values } }, problems: [] };
}

/** The first number outside a domain, at its own place. */
function outside(
  target: NumberArray,
  loss: Loss,
  domain: string,
  accepts: (value: number) => boolean,
): readonly Problem[] {
  const index = target.values.findIndex((value) => !accepts(value));
  if (index < 0) return [];
  const data = { loss: loss.name, value: String(target.values[index]), domain };
  return [createProblem('target-domain', spanOf(target, index), data)];
}

function lengthProblem(target: NumberArray, length: number, expected: number): Problem {
  return createProblem('length-mismatch', target.span, { what: 'target', length, expected });
}

function spanOf(array: NumberArray, index: number): Span {
  return {
    offset: array.places.startOf(index),
    length: array.places.endOf(index) - array.places.startOf(index),
  };
}

function failed(problems: readonly Problem[]): {
  readonly value: null;
  readonly problems: readonly Problem[];
} {
  return { value: null, problems };
}
