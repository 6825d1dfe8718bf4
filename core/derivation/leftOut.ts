import type { Expression } from './expression';

/** A 1 that stands for nothing of the model. */
export function isUnit(factor: Expression): boolean {
  return (
    factor.kind === 'number' &&
    factor.value === 1 &&
    factor.quantity === undefined &&
    factor.exact === undefined
  );
}

/** A term that a person leaves out: 0, and a product with the target 0 of a class that is not wanted. */
export function isNothing(term: Expression): boolean {
  switch (term.kind) {
    case 'number':
      return term.value === 0;
    case 'negative':
      return isNothing(term.of);
    case 'product':
      return term.factors.some((factor) => isTarget(factor, 0) || isOneMinusTarget(factor, 1));
    default:
      return false;
  }
}

function isTarget(factor: Expression, value: number): boolean {
  return factor.kind === 'number' && factor.value === value && factor.quantity?.kind === 'target';
}

/** A target 1, or 1 − y of a target 0, which choose one logarithm of two. */
export function isOneOfTarget(factor: Expression): boolean {
  return isTarget(factor, 1) || isOneMinusTarget(factor, 0);
}

/** 1 − y, where y is a number. */
function isOneMinusTarget(factor: Expression, value: number): boolean {
  if (factor.kind !== 'sum' || factor.terms.length !== 2) return false;
  const [one, other] = factor.terms;
  return isUnit(one) && other.kind === 'negative' && isTarget(other.of, value);
}
