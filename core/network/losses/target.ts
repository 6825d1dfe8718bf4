import { createMatrix, type Matrix } from '../../matrix';
import type { Lists, ParameterSpec, Parameters } from '../activations/activation';
import type { SampleTarget, Target } from './loss';

/** The class index of samples that do not count; −100 in PyTorch. */
export const ignoreIndex: ParameterSpec = {
  name: 'ignore_index',
  default: -100,
  domain: 'an integer',
  accepts: Number.isInteger,
};

/** The target of a loss of outputs against outputs. Throws RangeError for class indices. */
export function rowsOf(target: Target): Matrix {
  if (target.form === 'classes') throw new RangeError('this loss has no class targets');
  return target.rows;
}

/** What sample `sample` is compared with. */
export function sampleTarget(target: Target, sample: number): SampleTarget {
  if (target.form === 'classes') return { form: 'class', index: target.classes[sample] };
  const { columns, values } = target.rows;
  return { form: 'row', row: values.subarray(sample * columns, (sample + 1) * columns) };
}

/** The target of a loss of class indices alone. Throws RangeError for rows. */
export function classesOf(target: Target): Int32Array {
  if (target.form === 'rows') throw new RangeError('this loss has class targets only');
  return target.classes;
}

/** Class indices as rows with a single 1, or with none for a sample that is ignored; rows as they are. */
export function asProbabilities(
  target: Target,
  classes: number,
  { ignore_index: ignored }: Parameters,
): Matrix {
  if (target.form === 'rows') return target.rows;
  const rows = createMatrix(target.classes.length, classes);
  target.classes.forEach((index, sample) => {
    if (index !== ignored) rows.values[sample * classes + index] = 1;
  });
  return rows;
}

/** The weight of class `index`: one for all, or its own of a list. */
export function classWeight(index: number, { weight }: Parameters, lists: Lists = {}): number {
  return lists.weight?.[index] ?? weight;
}

/** What a mean is over: the samples, or the weights of their classes; those that are ignored do not count. */
export function countedSamples(target: Target, parameters: Parameters, lists?: Lists): number {
  if (target.form === 'rows') return target.rows.rows;
  let sum = 0;
  for (const index of target.classes) {
    if (index !== parameters.ignore_index) sum += classWeight(index, parameters, lists);
  }
  return sum;
}
