import { evaluate } from '../../../core/derivation/evaluate';
import type { Expression } from '../../../core/derivation/expression';
import type { LayoutOptions } from '../../../core/derivation/layout';
import { printExpression } from '../../../core/derivation/print';
import { plainPrinter } from '../../../core/derivation/printers/plain';
import { numbersIn } from '../../../core/derivation/rewrite';
import type { Derivation, Equation } from '../../../core/derivation/step';
import type { Value, Values } from '../../../core/derivation/values';

/** The equations of a derivation with the keys of their steps. */
export function* equationsOf({ steps }: Derivation): Generator<readonly [string, Equation]> {
  for (const planned of steps) {
    for (const equation of planned.make().equations) yield [planned.key, equation];
  }
}

/** Largest |a − b|, relative to the larger of both and `scale`. */
export function distance(a: Value, b: Value, scale = 1e-6): number {
  const [first, second] = [a, b].map((value) => (typeof value === 'number' ? [value] : [...value.values]));
  if (first.length !== second.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    0,
    ...first.map((value, index) => {
      if (Object.is(value, second[index])) return 0;
      return Math.abs(value - second[index]) / Math.max(Math.abs(value), Math.abs(second[index]), scale);
    }),
  );
}

/** What is wrong with an equation: a side, or the numbers put into it, that do not come to its value. */
export function faultsOf({ left, sides, value, bounds = [] }: Equation, values: Values): readonly string[] {
  if (value === null) return [];
  const wanted = evaluate(value, values);
  const faults: string[] = [];
  const compare = (name: string, expression: Expression) => {
    const found = distance(evaluate(expression, values), wanted);
    if (!(found < 1e-9)) faults.push(`${name} is off by ${found}`);
    const withNumbers = distance(evaluate(numbersIn(expression, values), values), wanted);
    if (!(withNumbers < 1e-9)) faults.push(`${name} with numbers is off by ${withNumbers}`);
  };
  if (!isNamedOnly(left)) compare('left', left);
  sides.forEach(({ relation, expression }, index) => {
    if (relation === '=') compare(`side ${index}`, expression);
  });
  for (const { relation, expression } of bounds) {
    const bound = evaluate(expression, values);
    if (typeof wanted !== 'number' || typeof bound !== 'number') continue;
    if (relation === '≥' && wanted < bound - 1e-12) faults.push('the lower bound does not hold');
    if (relation === '≤' && wanted > bound + 1e-12) faults.push('the upper bound does not hold');
  }
  return faults;
}

/** E X is a name for its right side alone. */
function isNamedOnly(left: Expression): boolean {
  return left.kind === 'quantity' && left.quantity.kind === 'expectation';
}

/**
 * A printed line read back by what its signs mean, with a reader that knows nothing of trees: names are
 * replaced by numbers, longest first, and the rest is arithmetic. Null for a line with more than that.
 */
export function readBack(expression: Expression, values: Values, options: LayoutOptions): number | null {
  const names = new Map<string, number>();
  collect(expression, values, options, names);
  let text = printExpression(expression, options, plainPrinter());
  if (
    /[[\]]/.test(text) &&
    options.notation.name !== 'pytorch' &&
    options.notation.name !== 'matrix' &&
    options.notation.name !== 'textbook'
  )
    return null;
  for (const name of [...names.keys()].sort((a, b) => b.length - a.length)) {
    text = text.replaceAll(name, ` (${names.get(name)}) `);
  }
  const plain = text
    .replaceAll('−', '-')
    .replaceAll('·', '*')
    .replace(
      / × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g,
      (_, power: string) =>
        `e${[...power].map((digit) => (digit === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit))).join('')}`,
    )
    .replaceAll('²', '**2');
  if (/[^\d\s().+\-*/e]/.test(plain)) return null;
  const spelled = plain
    .replace(/(\d|\))\s+(?=\(|\d)/g, '$1 * ')
    .replace(/\)\s*\(/g, ') * (')
    .replace(/(\d)\s*\(/g, '$1 * (')
    // JavaScript refuses a minus before a power without brackets.
    .replace(/-\s*(\d[\d.e]*)\*\*2/g, '-(($1)**2)');
  return new Function(`return ${spelled}`)() as number;
}

function collect(
  expression: Expression,
  values: Values,
  options: LayoutOptions,
  names: Map<string, number>,
): void {
  const inner = (part: Expression) => collect(part, values, options, names);
  switch (expression.kind) {
    case 'quantity': {
      const value = values.valueOf(expression.quantity);
      if (typeof value !== 'number') return;
      const name = printExpression(expression, options, plainPrinter());
      const known = names.get(name);
      if (known !== undefined && !Object.is(known, value))
        throw new Error(`${name} means ${known} and ${value}`);
      names.set(name, value);
      return;
    }
    case 'application': {
      const value = evaluate(expression, values);
      if (typeof value === 'number') names.set(printExpression(expression, options, plainPrinter()), value);
      return;
    }
    case 'sum':
      for (const term of expression.terms) inner(term);
      return;
    case 'product':
      for (const factor of expression.factors) inner(factor);
      return;
    case 'negative':
      inner(expression.of);
      return;
    case 'fraction':
      inner(expression.numerator);
      inner(expression.denominator);
      return;
    case 'power':
      inner(expression.base);
      return;
    case 'terms':
      for (let index = 0; index < expression.count; index++) inner(expression.at(index));
      return;
    default:
      return;
  }
}
