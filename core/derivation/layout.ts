import type { Box, Mark } from './box';
import {
  type Expression,
  type FunctionReference,
  type NumberExpression,
  negative,
  type RepeatedExpression,
  transpose,
} from './expression';
import { brackets, isCode, type Laid, laySign, mark, row, shownIndices } from './laid';
import { layQuantity } from './layQuantity';
import { isNothing, isOneOfTarget, isUnit } from './leftOut';
import type { Notation, NotationContext } from './notations';
import { functionName } from './notations/notation';
import { printedNumber } from './numberText';
import { placeOfQuantity } from './quantity';
import { writtenOut } from './rewrite';

export interface LayoutOptions {
  readonly notation: Notation;
  readonly context: NotationContext;
  /** Significant digits of computed numbers. */
  readonly digits: number;
  /** Terms that a sum shows before it folds; a matrix shows as many rows and columns. */
  readonly most: number;
  /** Columns of a matrix, where a narrow page has room for fewer. */
  readonly mostColumns?: number;
}

export interface LaidOut {
  readonly box: Box;
  /** Whether digits of a number in it were cut. */
  readonly isRounded: boolean;
}

/** Settles names, brackets, signs and folds of an expression, so that printers only write. */
export function layOut(expression: Expression, options: LayoutOptions): LaidOut {
  const layout = new Layout(options);
  return { box: layout.lay(expression).box, isRounded: layout.isRounded };
}

class Layout {
  isRounded = false;

  constructor(private readonly options: LayoutOptions) {}

  lay(expression: Expression): Laid {
    switch (expression.kind) {
      case 'number':
        return this.number(expression);
      case 'quantity':
        return layQuantity(expression.quantity, false, this.options);
      case 'symbol':
        return laySign({ name: { latex: expression.name, plain: expression.name, style: 'italic' } }, null);
      case 'written':
        return { box: { box: 'written', ...expression.write() }, bond: 'sum' };
      case 'sum':
        return this.sum(expression.terms);
      case 'negative': {
        if (expression.of.kind === 'number' && expression.of.value < 0)
          return this.number(opposite(expression.of));
        const opposites = this.oppositeTerms(expression.of);
        if (opposites !== null) return this.lay(opposites);
        const inner = this.lay(expression.of);
        const isBare = inner.bond !== 'sum' && inner.isNegative !== true;
        return {
          box: row(mark('−'), isBare ? inner.box : brackets(inner.box)),
          bond: 'product',
          isNegative: true,
          isNumeric: inner.isNumeric ?? false,
        };
      }
      case 'product':
        return this.product(expression.factors);
      case 'fraction':
        return this.fraction(expression.numerator, expression.denominator);
      case 'power': {
        const base = this.lay(expression.base);
        const isAtom = base.bond === 'atom' && base.isNegative !== true && base.box.box !== 'fraction';
        const written = base.box.box === 'number' && base.box.number.denominator !== undefined;
        return {
          box: {
            box: 'power',
            base: isAtom && !written ? base.box : brackets(base.box),
            exponent: this.lay(expression.exponent).box,
          },
          bond: 'atom',
          isNumeric: base.isNumeric ?? false,
        };
      }
      case 'application':
        return this.application(expression.of, expression.to);
      case 'hadamard':
        return this.joined(expression.factors, '⊙');
      case 'matrix-product':
        return this.joined(expression.factors, null);
      case 'transpose':
        return this.transpose(expression.of);
      case 'matrix':
        return this.matrix(expression.rows, expression.columns, expression.at);
      case 'ones':
        return laySign({ name: { latex: '1', plain: '1', style: 'bold' } }, null);
      case 'shaped': {
        const { rows, columns } = expression;
        const inner = this.lay(expression.of);
        return {
          box: { box: 'shape', of: inner.bond === 'atom' ? inner.box : brackets(inner.box), rows, columns },
          bond: 'atom',
        };
      }
      case 'repeated':
        return expression.count <= this.options.most && expression.isKept !== true
          ? this.lay(writtenOut(expression))
          : this.repeated(expression);
      case 'terms':
        return this.terms(expression.operation, expression.count, expression.at);
    }
  }

  /** −a − b for −(a + b) where a sum over an index is written out; null for any other. */
  private oppositeTerms(inner: Expression): Expression | null {
    const isLong = inner.kind === 'repeated' && (inner.isKept === true || inner.count > this.options.most);
    const terms = inner.kind === 'repeated' && !isLong ? writtenOut(inner) : inner;
    if (terms.kind !== 'terms' || terms.operation !== 'sum') return null;
    return { ...terms, at: (index: number) => negative(terms.at(index)) };
  }

  private number(expression: NumberExpression): Laid {
    const { text, isRounded } = printedNumber(expression, this.options.digits);
    if (isRounded) this.isRounded = true;
    const place = expression.quantity === undefined ? null : placeOfQuantity(expression.quantity);
    return {
      box: { box: 'number', number: text, place },
      bond: 'atom',
      isNegative: text.isNegative,
      isNumeric: true,
    };
  }

  private transpose(inner: Expression): Laid {
    const { rowsAreSamples } = this.options.notation;
    switch (inner.kind) {
      case 'quantity':
        return layQuantity(inner.quantity, true, this.options);
      case 'transpose':
        return this.lay(inner.of);
      case 'matrix':
        return this.matrix(inner.columns, inner.rows, (row, column) => inner.at(column, row));
      case 'hadamard':
        if (rowsAreSamples) return this.joined(inner.factors.map(transpose), '⊙');
        break;
      case 'application':
        if (rowsAreSamples) return this.application(inner.of, inner.to.map(transpose));
        break;
      case 'matrix-product':
        if (rowsAreSamples) return this.joined(inner.factors.map(transpose).reverse(), null);
        break;
      default:
        break;
    }
    const laid = this.lay(inner);
    const isAtom = laid.bond === 'atom' && laid.box.box !== 'fraction';
    return { box: { box: 'transpose', of: isAtom ? laid.box : brackets(laid.box) }, bond: 'atom' };
  }

  private sum(terms: readonly Expression[]): Laid {
    const shown = terms.filter((term) => !isNothing(term));
    if (shown.length === 0) return this.number({ kind: 'number', value: 0 });
    if (shown.length === 1) return this.lay(shown[0]);
    const items: Box[] = [];
    shown.forEach((term, index) => {
      items.push(...this.term(term, index === 0));
    });
    return {
      box: row(...items),
      bond: 'sum',
      isNegative: items[0].box === 'mark',
    };
  }

  /** One term with the sign before it. A minus of a single number or of a whole term replaces the plus. */
  private term(term: Expression, isFirst: boolean): readonly Box[] {
    if (term.kind === 'negative') {
      const inner = this.lay(term.of);
      const isBare = inner.bond !== 'sum' && inner.isNegative !== true;
      return [mark('−'), isBare ? inner.box : brackets(inner.box)];
    }
    const laid = this.lay(term);
    if (isFirst) return [laid.box];
    if (laid.box.box === 'number' && laid.isNegative === true) {
      return [mark('−'), { ...laid.box, number: { ...laid.box.number, isNegative: false } }];
    }
    const isProduct = term.kind === 'product' && laid.isNegative === true;
    if (isProduct) return [mark('+'), this.product(term.factors, true).box];
    return [mark('+'), laid.isNegative === true || laid.bond === 'sum' ? brackets(laid.box) : laid.box];
  }

  private product(factors: readonly Expression[], bracketsFirst = false): Laid {
    const flat = factors.flatMap((factor) => (factor.kind === 'product' ? factor.factors : [factor]));
    const shown = flat.filter((factor) => !isUnit(factor) && !isOneOfTarget(factor));
    if (shown.length === 0) return this.number({ kind: 'number', value: 1 });
    if (shown.length === 1 && !bracketsFirst) return this.lay(shown[0]);
    const items: Box[] = [];
    let isFirstNegative = false;
    let before: Laid | null = null;
    for (const [index, factor] of shown.entries()) {
      const laid = this.lay(factor);
      const isLong = laid.bond === 'sum' || (laid.box.box === 'repeated' && index < shown.length - 1);
      const isSigned = laid.isNegative === true && (index > 0 || bracketsFirst);
      if (index === 0) isFirstNegative = laid.isNegative === true && !isLong && !isSigned;
      if (before !== null && this.needsDot(before, laid)) items.push(mark('·'));
      items.push(isLong || isSigned ? brackets(laid.box) : laid.box);
      before = laid;
    }
    return {
      box: row(...items),
      bond: 'product',
      isNegative: isFirstNegative,
      isNumeric: before?.isNumeric ?? false,
    };
  }

  private needsDot(before: Laid, after: Laid): boolean {
    return (after.isNumeric === true && after.box.box !== 'row') || isCode(before.box) || isCode(after.box)
      ? true
      : after.isNumeric === true && before.isNumeric === true;
  }

  private fraction(numerator: Expression, denominator: Expression): Laid {
    const top = this.lay(numerator);
    const bottom = this.lay(denominator);
    const isNumeric = top.isNumeric === true && bottom.isNumeric === true;
    return {
      box: { box: 'fraction', top: top.box, bottom: bottom.box, place: null },
      bond: 'atom',
      isNumeric,
    };
  }

  private joined(factors: readonly Expression[], between: Mark | null): Laid {
    const items: Box[] = [];
    factors.forEach((factor, index) => {
      const laid = this.lay(factor);
      const isCodeProduct = between === null && this.options.notation.rowsAreSamples;
      if (index > 0 && (between !== null || isCodeProduct)) items.push(mark(between ?? '·'));
      const isLoose =
        laid.bond === 'sum' || factor.kind === 'hadamard' || (laid.isNegative === true && index > 0);
      items.push(isLoose ? brackets(laid.box) : laid.box);
    });
    return { box: row(...items), bond: 'product' };
  }

  private application(reference: FunctionReference, to: readonly Expression[]): Laid {
    const { notation, context } = this.options;
    if (reference.kind === 'absolute') {
      return {
        box: { box: 'absolute', inner: row(...to.map((argument) => this.lay(argument).box)) },
        bond: 'atom',
      };
    }
    const name =
      reference.kind === 'activation'
        ? notation.activation(reference.layer, reference.order, context)
        : functionName(reference);
    const items: Box[] = [];
    let isBare = false;
    for (const [index, argument] of to.entries()) {
      if (index > 0) items.push(mark(','));
      const laid = this.lay(argument);
      isBare = to.length === 1 && (laid.box.box === 'matrix' || isShortArgument(reference, laid));
      items.push(laid.box);
    }
    return { box: { box: 'call', name, inner: row(...items), isBare }, bond: 'atom' };
  }

  private matrix(rows: number, columns: number, at: (row: number, column: number) => Expression): Laid {
    const { most, mostColumns = most } = this.options;
    const shownRows = shownIndices(rows, most);
    const shownColumns = shownIndices(columns, mostColumns);
    const cells = shownRows.map((r) =>
      shownColumns.map((c): Box => {
        if (r === null) return mark(c === null ? '⋱' : '⋮');
        return c === null ? mark('⋯') : this.lay(at(r, c)).box;
      }),
    );
    return { box: { box: 'matrix', rows: cells }, bond: 'atom' };
  }

  private repeated({ operation, index, count, body, outcomes }: RepeatedExpression): Laid {
    const first = outcomes === undefined ? this.options.notation.firstIndex : 0;
    const inner = this.lay(body);
    const only = outcomes === undefined || outcomes.only === null ? null : outcomes.of.toLowerCase();
    return {
      box: {
        box: 'repeated',
        operation,
        from: only === null ? `${index}=${first}` : `${index} : ${only}_${index} > 0`,
        to: only === null ? String(count - 1 + first) : null,
        body: inner.bond === 'sum' ? brackets(inner.box) : inner.box,
      },
      bond: 'product',
    };
  }

  private terms(operation: 'sum' | 'product', count: number, at: (index: number) => Expression): Laid {
    const { most } = this.options;
    if (count <= most) {
      const parts = Array.from({ length: count }, (_, index) => at(index));
      return operation === 'sum' ? this.sum(parts.flatMap(addends)) : this.product(parts);
    }
    const items: Box[] = [];
    for (const index of shownIndices(count, most)) {
      // A sum of minuses goes on with minuses.
      if (index === null)
        items.push(mark(operation === 'product' ? '·' : at(1).kind === 'negative' ? '−' : '+'), mark('⋯'));
      else if (operation === 'sum') items.push(...this.term(at(index), index === 0));
      else {
        const laid = this.lay(at(index));
        if (index > 0) items.push(mark('·'));
        items.push(laid.bond === 'sum' || laid.isNegative === true ? brackets(laid.box) : laid.box);
      }
    }
    return { box: row(...items), bond: operation === 'sum' ? 'sum' : 'product', isNumeric: true };
  }
}

/** ln 2 and ln p: one number without a sign or a bar, or one name. */
function isShortArgument({ kind }: FunctionReference, { box, isNegative }: Laid): boolean {
  if (kind !== 'logarithm' || isNegative === true) return false;
  return box.box === 'number'
    ? box.number.denominator === undefined && box.number.exponent === undefined
    : box.box === 'sign' && box.sign.name.style === 'italic';
}

function addends(expression: Expression): readonly Expression[] {
  return expression.kind === 'sum' ? expression.terms : [expression];
}

function opposite({ value, quantity }: NumberExpression): NumberExpression {
  return { kind: 'number', value: -value, ...(quantity === undefined ? {} : { quantity }) };
}
