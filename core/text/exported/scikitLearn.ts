import type { JsonObject, JsonValue } from '../json';
import { choiceOf, membersByRole } from '../jsonValues';
import type { LayerParts, NetworkParts } from '../networkParts';
import type { NumberArray } from '../reading';
import { unite } from '../shapes';
import type { Source } from '../source';
import { itemsOf, memberOf, namedBy } from './members';
import { surroundingsOf } from './surroundings';

/**
 * `coefs_` and `intercepts_` of scikit-learn's MLPClassifier and MLPRegressor: one matrix a layer, source ×
 * destination, and one vector. `activation` is that of the hidden layers, `out_activation_` that of the last.
 */
export function isScikitLearn(object: JsonObject): boolean {
  return memberOf(object, 'coefs_')?.type === 'list';
}

export function readScikitLearn(source: Source, object: JsonObject): NetworkParts | null {
  const kernels = arraysOf(memberOf(object, 'coefs_'));
  const intercepts = arraysOf(memberOf(object, 'intercepts_'));
  if (kernels === null || kernels.length === 0) return null;
  const hidden = choiceOf(source, membersByRole(object).get('activation'));
  const last = namedBy(memberOf(object, 'out_activation_'));
  const layers = kernels.map((weights, index): LayerParts => {
    const biases = intercepts?.[index] ?? null;
    return {
      weights,
      isKernel: true,
      biases,
      activation: index < kernels.length - 1 ? hidden : last,
      span: biases === null ? weights.span : unite(weights.span, biases.span),
    };
  });
  return { ...surroundingsOf(source, object), layers, choices: [{ rule: 'exported', by: 'scikit-learn' }] };
}

function arraysOf(value: JsonValue | null): readonly NumberArray[] | null {
  const items = itemsOf(value);
  const arrays = items.flatMap((item) => (item.type === 'numbers' ? [item.array] : []));
  return value === null || arrays.length < items.length ? null : arrays;
}
