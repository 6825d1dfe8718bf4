import type { FeatureContext } from '../feature';
import { placedArrays } from '../placedArrays';
import type { Hint } from './hint';

/** After each matrix its shape; after weights their fan-in and fan-out. Vectors speak for themselves. */
export function shapeHints({ study, words }: FeatureContext): readonly Hint[] {
  const { hints } = words;
  return placedArrays(study).flatMap(({ role, layer, array }): readonly Hint[] => {
    const { shape, span } = array;
    const at = span.offset + span.length;
    const [rows, columns] = shape;
    if (role === 'weights' && layer !== undefined) {
      const tooltip = hints.weights(layer + 1, columns, rows);
      return [{ at, label: `${columns} → ${rows}`, tooltip }];
    }
    if (shape.length < 2 || role === 'biases') return [];
    const label = shape.join(' × ');
    return [{ at, label, tooltip: hints.shape(label) }];
  });
}
