import type { Box } from './box';
import { widthOf } from './boxWidth';
import { evaluate } from './evaluate';
import type { Expression } from './expression';
import { type LaidOut, type LayoutOptions, layOut } from './layout';
import { printedNumber } from './numberText';
import { piecesOf } from './pieces';
import { plainPrinter } from './printers/plain';
import type { Printer } from './printers/printer';
import { numbersIn } from './rewrite';
import type { Equation, Relation, Side } from './step';
import type { Values } from './values';

/** Text with about the width that it takes when it is typeset, in em. */
export interface PrintedPiece {
  readonly text: string;
  readonly width: number;
}

/** One line of an equation: its sign and what stands after it. The first line has its left side before. */
export interface PrintedLine extends PrintedPiece {
  readonly relation: Relation;
  /** Where the line is long and may be broken: the same in pieces, which brackets may open and close. */
  readonly pieces?: readonly PrintedPiece[];
}

export interface PrintedEquation {
  readonly left: string;
  readonly leftWidth: number;
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
  const lines: { relation: Relation; box: Box }[] = [];
  const put = ({ relation, expression }: Side) => {
    const laid = layOut(expression, options);
    isRounded ||= laid.isRounded;
    const last = lines.at(-1);
    if (relation === '=' && last !== undefined && isSame(last.box, laid.box)) return;
    lines.push({ relation: relation === '=' && laid.isRounded ? '≈' : relation, box: laid.box });
  };
  sides.forEach(put);
  const withNumbers =
    numbersOf === 'left' ? left : numbersOf === null ? undefined : sides[numbersOf].expression;
  const add = (laid: LaidOut) => {
    const last = lines.at(-1);
    if (last !== undefined && isSame(last.box, laid.box)) return;
    isRounded ||= laid.isRounded;
    lines.push({ relation: isRounded ? '≈' : '=', box: laid.box });
  };
  if (withNumbers !== undefined) {
    const shown = numbersIn(withNumbers, values);
    add(
      layOut(shown, {
        ...options,
        digits: options.digits + cancelledDigits(shown, value, values, options.digits),
      }),
    );
  }
  if (value !== null) add(layOut(inNumbers(value, values), options));
  equation.bounds?.forEach(put);
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
    leftWidth: widthOf(left),
    lines: lines.map(({ relation, box }) => {
      const pieces = piecesOf(box);
      const line = { relation, ...pieceOf(box) };
      return pieces.length === 1 ? line : { ...line, pieces: pieces.map(pieceOf) };
    }),
  };

  function pieceOf(box: Box): PrintedPiece {
    return { text: printer.print(box), width: Math.round(widthOf(box) * 10) / 10 };
  }
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

/** Digits that a sum may show beyond those asked for. */
const mostExtraDigits = 3;

/**
 * Digits that plain numbers lose when they are added up, as 1.09861 − 1.01331 has fewer than its terms: with
 * so many more, the line gives the digits of its value.
 */
function cancelledDigits(
  shown: Expression,
  value: Expression | null,
  values: Values,
  digits: number,
): number {
  if (value === null || shown.kind !== 'sum') return 0;
  const sizes: number[] = [];
  for (const term of shown.terms) {
    const plain = term.kind === 'negative' ? term.of : term;
    if (plain.kind !== 'number') return 0;
    if (printedNumber(plain, digits).isRounded) sizes.push(Math.abs(plain.value));
  }
  if (sizes.length === 0) return 0;
  const total = evaluate(value, values);
  if (typeof total !== 'number' || total === 0) return 0;
  const lost = Math.floor(Math.log10(Math.max(...sizes))) - Math.floor(Math.log10(Math.abs(total)));
  return Math.max(0, Math.min(mostExtraDigits, lost));
}

const comparing = plainPrinter();

function isSame(first: Box, second: Box): boolean {
  return comparing.print(first) === comparing.print(second);
}
