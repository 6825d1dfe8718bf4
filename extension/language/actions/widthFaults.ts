import type { Problem } from '../../../core/problem';
import type { NumberArray } from '../../../core/text/reading';
import { type ActionContext, problemsIn } from './action';

/** Where a layer takes another number of values than it is given, by the layer before or by the input. */
export interface WidthFault {
  readonly problem: Problem;
  /** The layer that takes them, from 0, and its weights. */
  readonly layer: number;
  readonly weights: NumberArray;
  readonly takes: number;
  readonly given: number;
}

export function widthFaults(context: ActionContext): readonly WidthFault[] {
  const { reading } = context.evaluation.study;
  if (reading.kind !== 'network') return [];
  const faults = [
    ...problemsIn(context, 'width-mismatch').flatMap((problem) => {
      const { layer, width, expected, activation } = problem.data;
      return activation === undefined && layer !== null
        ? [{ problem, layer, takes: width, given: expected }]
        : [];
    }),
    ...problemsIn(context, 'length-mismatch').flatMap((problem) => {
      const { what, length, expected } = problem.data;
      return what === 'input' ? [{ problem, layer: 0, takes: expected, given: length }] : [];
    }),
  ];
  return faults.flatMap((fault) => {
    const weights = reading.layers[fault.layer]?.weights;
    return weights === undefined ? [] : [{ ...fault, weights }];
  });
}
