import { evaluate } from '../../../core/derivation/evaluate';
import type { Expression } from '../../../core/derivation/expression';
import type { LayoutOptions } from '../../../core/derivation/layout';
import { printExpression } from '../../../core/derivation/print';
import { plainPrinter } from '../../../core/derivation/printers/plain';
import { numbersIn } from '../../../core/derivation/rewrite';
import type { Derivation, Equation, Relation, Side } from '../../../core/derivation/step';
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

/**
 * What is wrong with an equation. Its sides are followed from the left one on: after = each is the one
 * before it, after ≥ it is no more; and so are the bounds, which follow the value.
 */
export function faultsOf({ left, sides, value, bounds = [] }: Equation, values: Values): readonly string[] {
  const wanted = value === null ? valueOrNull(left, values) : evaluate(value, values);
  if (wanted === null) return [];
  const faults: string[] = [];
  const compare = (name: string, expression: Expression, before: Value) => {
    const found = distance(evaluate(expression, values), before);
    if (!(found < 1e-9)) faults.push(`${name} is off by ${found}`);
    const withNumbers = distance(evaluate(numbersIn(expression, values), values), before);
    if (!(withNumbers < 1e-9)) faults.push(`${name} with numbers is off by ${withNumbers}`);
  };
  const follow = (name: string, chain: readonly Side[]) => {
    let before = wanted;
    chain.forEach(({ relation, expression }, index) => {
      if (relation === '=') compare(`${name} ${index}`, expression, before);
      const found = evaluate(expression, values);
      if (typeof before === 'number' && typeof found === 'number') {
        if (!holds(before, relation, found)) faults.push(`${name} ${index}: ${before} ${relation} ${found}`);
      }
      before = found;
    });
  };
  compare('left', left, wanted);
  follow('side', sides);
  follow('bound', bounds);
  return faults;
}

function holds(before: number, relation: Relation, found: number): boolean {
  switch (relation) {
    case '≥':
      return before >= found - 1e-12;
    case '≤':
      return before <= found + 1e-12;
    case '>':
      return before > found;
    default:
      return true;
  }
}

/** Null for letters. */
function valueOrNull(expression: Expression, values: Values): Value | null {
  try {
    return evaluate(expression, values);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
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
