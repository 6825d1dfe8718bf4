import { sigmoidOf } from '../../numeric/logistic';
import { millsRatio, normalDensity } from '../../numeric/normal';

/** Letters that stand for a number or for another formula. */
export interface Letter {
  readonly latex: string;
  readonly plain: string;
}

export type FunctionName = 'exp' | 'ln' | 'sin' | 'cos' | 'tanh' | 'sqrt' | 'sigmoid' | 'Phi';

/** A function of x, as data: what is printed is also what a test evaluates. */
export type Formula =
  | { readonly kind: 'x' }
  | { readonly kind: 'size' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'constant'; readonly letter: Letter; readonly value: number }
  /** A function that is written as a whole, by its name or otherwise. */
  | { readonly kind: 'function'; readonly letter: Letter; value(x: number): number }
  /** Stands for `of`, which is written out once beside the formula. */
  | { readonly kind: 'named'; readonly letter: Letter; readonly of: Formula }
  | { readonly kind: 'sum'; readonly terms: readonly Formula[] }
  | { readonly kind: 'negative'; readonly of: Formula }
  | { readonly kind: 'product'; readonly factors: readonly Formula[] }
  | { readonly kind: 'fraction'; readonly numerator: Formula; readonly denominator: Formula }
  | { readonly kind: 'power'; readonly base: Formula; readonly exponent: Formula }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: Formula };

export type Operand = Formula | number;

export const x: Formula = { kind: 'x' };
/** |x| */
export const size: Formula = { kind: 'size' };

const of = (operand: Operand): Formula => (typeof operand === 'number' ? numberFormula(operand) : operand);
const isNumber = (formula: Formula, value: number) => formula.kind === 'number' && formula.value === value;

/** Beyond it, decimals say more. */
const largestDenominator = 64;

/** A double that a short fraction rounds to is written as that fraction. */
function numberFormula(value: number): Formula {
  if (value < 0) return { kind: 'negative', of: numberFormula(-value) };
  if (Number.isInteger(value) || Number(value.toPrecision(4)) === value) return { kind: 'number', value };
  let denominator = 2;
  while (Math.round(value * denominator) / denominator !== value) {
    denominator += 1;
    if (denominator > largestDenominator) return { kind: 'number', value };
  }
  return {
    kind: 'fraction',
    numerator: { kind: 'number', value: Math.round(value * denominator) },
    denominator: { kind: 'number', value: denominator },
  };
}

export const constant = (latex: string, plain: string, value: number): Formula => ({
  kind: 'constant',
  letter: { latex, plain },
  value,
});

export const named = (latex: string, plain: string, formula: Formula): Formula => ({
  kind: 'named',
  letter: { latex, plain },
  of: formula,
});

/** Without terms that are 0. */
export function sum(...terms: readonly Operand[]): Formula {
  const kept = terms.map(of).filter((term) => !isNumber(term, 0));
  const [only] = kept;
  if (only === undefined) return of(0);
  return kept.length === 1 ? only : { kind: 'sum', terms: kept };
}

export function negative(operand: Operand): Formula {
  const formula = of(operand);
  if (isNumber(formula, 0)) return formula;
  return formula.kind === 'negative' ? formula.of : { kind: 'negative', of: formula };
}

export const minus = (first: Operand, second: Operand): Formula => sum(first, negative(second));

/** Without factors that are 1, its sign in front; 0 where a factor is. */
export function product(...factors: readonly Operand[]): Formula {
  const formulas = factors.map(of);
  if (formulas.some((factor) => isNumber(factor, 0))) return of(0);
  const isNegative = formulas.filter((factor) => factor.kind === 'negative').length % 2 === 1;
  const kept = formulas
    .map((factor) => (factor.kind === 'negative' ? factor.of : factor))
    .filter((factor) => !isNumber(factor, 1));
  const [only] = kept;
  const size =
    only === undefined ? of(1) : kept.length === 1 ? only : ({ kind: 'product', factors: kept } as const);
  return isNegative ? negative(size) : size;
}

export function fraction(numerator: Operand, denominator: Operand): Formula {
  const [top, bottom] = [of(numerator), of(denominator)];
  if (isNumber(bottom, 1) || isNumber(top, 0)) return top;
  if (bottom.kind === 'negative') return negative(fraction(top, bottom.of));
  if (top.kind === 'negative') return negative(fraction(top.of, bottom));
  return { kind: 'fraction', numerator: top, denominator: bottom };
}

export function power(base: Operand, exponent: Operand): Formula {
  return { kind: 'power', base: of(base), exponent: of(exponent) };
}

const call =
  (name: FunctionName) =>
  (operand: Operand): Formula => ({ kind: 'call', name, of: of(operand) });
export const exp = call('exp');
export const ln = call('ln');
export const sin = call('sin');
export const cos = call('cos');
export const tanh = call('tanh');
export const sqrt = call('sqrt');
/** The logistic function σ. */
export const sigmoid = call('sigmoid');
/** The distribution function of the standard normal law. */
export const Phi = call('Phi');

/** The value at `at`; digits are lost where the formula, as people write it, cancels. */
export function evaluateFormula(formula: Formula, at: number): number {
  const inner = (part: Formula) => evaluateFormula(part, at);
  switch (formula.kind) {
    case 'x':
      return at;
    case 'size':
      return Math.abs(at);
    case 'number':
    case 'constant':
      return formula.value;
    case 'function':
      return formula.value(at);
    case 'named':
      return inner(formula.of);
    case 'sum':
      return formula.terms.reduce((total, term) => total + inner(term), 0);
    case 'negative':
      return -inner(formula.of);
    case 'product':
      return formula.factors.reduce((total, factor) => total * inner(factor), 1);
    case 'fraction':
      return inner(formula.numerator) / inner(formula.denominator);
    case 'power':
      return inner(formula.base) ** inner(formula.exponent);
    case 'call':
      return functions[formula.name](inner(formula.of));
  }
}

const functions: Readonly<Record<FunctionName, (value: number) => number>> = {
  exp: Math.exp,
  ln: Math.log,
  sin: Math.sin,
  cos: Math.cos,
  tanh: Math.tanh,
  sqrt: Math.sqrt,
  sigmoid: sigmoidOf,
  Phi: normalDistribution,
};

function normalDistribution(value: number): number {
  const tail = normalDensity(value) * millsRatio(Math.abs(value));
  return value < 0 ? tail : 1 - tail;
}

/** A formula and everything in it, outer before inner. */
export function partsOf(formula: Formula): readonly Formula[] {
  return [formula, ...childrenOf(formula).flatMap(partsOf)];
}

function childrenOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'x':
    case 'size':
    case 'number':
    case 'constant':
    case 'function':
      return [];
    case 'named':
    case 'negative':
    case 'call':
      return [formula.of];
    case 'sum':
      return formula.terms;
    case 'product':
      return formula.factors;
    case 'fraction':
      return [formula.numerator, formula.denominator];
    case 'power':
      return [formula.base, formula.exponent];
  }
}
