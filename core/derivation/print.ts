import type { Box } from './box';
import { evaluate } from './evaluate';
import type { Expression } from './expression';
import { type LaidOut, type LayoutOptions, layOut } from './layout';
import { plainPrinter } from './printers/plain';
import type { Printer } from './printers/printer';
import { numbersIn } from './rewrite';
import type { Equation, Relation } from './step';
import type { Values } from './values';

/** One line of an equation: its sign and what stands after it. The first line has its left side before. */
export interface PrintedLine {
  readonly relation: Relation;
  readonly text: string;
}

export interface PrintedEquation {
  readonly left: string;
  readonly lines: readonly PrintedLine[];
}

interface BoxedEquation {
  readonly left: Box;
  readonly lines: readonly { readonly relation: Relation; readonly box: Box }[];
}

/** The lines of an equation: its sides, the numbers put into one, and the value; none says what the last one said. */
export function boxed(equation: Equation, values: Values, options: LayoutOptions): BoxedEquation {
  const { left, sides, numbersOf, value } = equation;
  let isRounded = false;
  const lines = sides.map(({ relation, expression }) => {
    const laid = layOut(expression, options);
    isRounded ||= laid.isRounded;
    return { relation, box: laid.box };
  });
  const withNumbers = numbersOf === null ? undefined : sides[numbersOf];
  const add = (laid: LaidOut) => {
    const last = lines.at(-1);
    if (last !== undefined && isSame(last.box, laid.box)) return;
    isRounded ||= laid.isRounded;
    lines.push({ relation: isRounded ? '≈' : '=', box: laid.box });
  };
  if (withNumbers !== undefined) add(layOut(numbersIn(withNumbers.expression, values), options));
  if (value !== null) add(layOut(inNumbers(value, values), options));
  for (const { relation, expression } of equation.bounds ?? []) {
    lines.push({ relation, box: layOut(expression, options).box });
  }
  return { left: layOut(left, options).box, lines };
}

export function printEquation(
  equation: Equation,
  values: Values,
  options: LayoutOptions,
  printer: Printer,
): PrintedEquation {
  const { left, lines } = boxed(equation, values, options);
  return {
    left: printer.print(left),
    lines: lines.map(({ relation, box }) => ({ relation, text: printer.print(box) })),
  };
}

/** An expression alone. */
export function printExpression(expression: Expression, options: LayoutOptions, printer: Printer): string {
  return printer.print(layOut(expression, options).box);
}

/** The number or the matrix of numbers that a value is. */
function inNumbers(value: Expression, values: Values): Expression {
  if (value.kind === 'quantity' || value.kind === 'transpose') return numbersIn(value, values);
  const result = evaluate(value, values);
  return typeof result === 'number' ? { kind: 'number', value: result } : numbersIn(value, values);
}

const comparing = plainPrinter();

function isSame(first: Box, second: Box): boolean {
  return comparing.print(first) === comparing.print(second);
}
