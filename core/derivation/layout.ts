import type { Box, Mark, Sign } from './box';
import {
  type Expression,
  type FunctionReference,
  type NumberExpression,
  negative,
  type RepeatedExpression,
  transpose,
} from './expression';
import type { Notation, NotationContext } from './notations';
import { functionName } from './notations/notation';
import { printedNumber } from './numberText';
import { placeOfQuantity, type Quantity } from './quantity';
import { writtenOut } from './rewrite';

export interface LayoutOptions {
  readonly notation: Notation;
  readonly context: NotationContext;
  /** Significant digits of computed numbers. */
  readonly digits: number;
  /** Terms that a sum shows before it folds; a matrix shows as many rows and columns. */
  readonly most: number;
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

/** How tightly a box holds together: a sum least. */
type Bond = 'sum' | 'product' | 'atom';

interface Laid {
  readonly box: Box;
  readonly bond: Bond;
  /** Whether it begins with a minus. */
  readonly isNegative?: boolean;
  /** Whether it begins or ends with digits, so that a dot divides it from its neighbour. */
  readonly isNumeric?: boolean;
}

const mark = (name: Mark): Box => ({ box: 'mark', mark: name });
const row = (...items: readonly Box[]): Box => ({ box: 'row', items });
const brackets = (inner: Box): Box => ({ box: 'brackets', inner });

const sampleMatrices: readonly string[] = [
  'inputs',
  'pre-activations',
  'outputs',
  'predictions',
  'targets',
  'biases',
];

class Layout {
  isRounded = false;

  constructor(private readonly options: LayoutOptions) {}

  lay(expression: Expression): Laid {
    switch (expression.kind) {
      case 'number':
        return this.number(expression);
      case 'quantity':
        return this.quantity(expression.quantity, false);
      case 'symbol':
        return this.sign({ name: { latex: expression.name, plain: expression.name, style: 'italic' } }, null);
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
        return this.sign({ name: { latex: '1', plain: '1', style: 'bold' } }, null);
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

  private sign(sign: Sign, place: string | null): Laid {
    return { box: { box: 'sign', sign, place }, bond: 'atom' };
  }

  private quantity(quantity: Quantity, isTransposed: boolean): Laid {
    const { notation, context } = this.options;
    const sign = notation.sign(quantity, context);
    if (notation.rowsAreSamples && isOfSamples(quantity)) {
      const laid = this.named(quantity, sign);
      return isTransposed || isVector(quantity)
        ? laid
        : { box: { box: 'transpose', of: laid.box }, bond: 'atom' };
    }
    const laid = this.named(quantity, sign);
    return isTransposed ? { box: { box: 'transpose', of: laid.box }, bond: 'atom' } : laid;
  }

  private named(quantity: Quantity, sign: Sign | null): Laid {
    const { notation } = this.options;
    const place = placeOfQuantity(quantity);
    if (sign !== null) return this.sign(sign, place);
    switch (quantity.kind) {
      case 'derivative': {
        const top: Box = { box: 'partial', of: this.quantity(quantity.of, false).box };
        const bottom: Box = { box: 'partial', of: this.quantity(quantity.by, false).box };
        return { box: { box: 'fraction', top, bottom, place }, bond: 'atom' };
      }
      case 'entry': {
        const { row, column } = quantity;
        const places = column === null ? [row] : [row, column];
        const below = places.map((index) => String(index + notation.firstIndex));
        const whole = this.quantity(quantity.of, false).box;
        return { box: { box: 'entry', of: brackets(whole), below }, bond: 'atom' };
      }
      case 'augmented-weights': {
        const { layer } = quantity;
        const parts: readonly Quantity[] = [
          { kind: 'weights', layer },
          { kind: 'biases', layer },
        ];
        return {
          box: { box: 'matrix', rows: [parts.map((part) => this.quantity(part, false).box)] },
          bond: 'atom',
        };
      }
      case 'augmented-source': {
        const source: Quantity =
          quantity.layer === 0
            ? { kind: 'inputs' }
            : {
                kind: 'outputs',
                layer: typeof quantity.layer === 'number' ? quantity.layer - 1 : quantity.layer,
              };
        const one: Box = { box: 'number', number: { isNegative: false, digits: '1' }, place: null };
        return { box: { box: 'matrix', rows: [[this.quantity(source, false).box], [one]] }, bond: 'atom' };
      }
      default:
        throw new RangeError(`the notation has no name for ${quantity.kind}`);
    }
  }

  private transpose(inner: Expression): Laid {
    const { rowsAreSamples } = this.options.notation;
    switch (inner.kind) {
      case 'quantity':
        return this.quantity(inner.quantity, true);
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
    const { most } = this.options;
    const shownRows = shownIndices(rows, most);
    const shownColumns = shownIndices(columns, most);
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

/** The first ones and the last, null for what is left out between them. */
function shownIndices(count: number, most: number): readonly (number | null)[] {
  if (count <= most) return Array.from({ length: count }, (_, index) => index);
  const first = Math.min(3, Math.max(1, most - 1));
  return [...Array.from({ length: first }, (_, index) => index), null, count - 1];
}

function addends(expression: Expression): readonly Expression[] {
  return expression.kind === 'sum' ? expression.terms : [expression];
}

function isOfSamples(quantity: Quantity): boolean {
  switch (quantity.kind) {
    case 'derivative':
      return quantity.of.kind === 'loss' && isOfSamples(quantity.by);
    case 'iterate':
      return isOfSamples(quantity.of);
    default:
      return sampleMatrices.includes(quantity.kind);
  }
}

/** Of one dimension in a program, where it has no orientation. */
function isVector(quantity: Quantity): boolean {
  switch (quantity.kind) {
    case 'biases':
      return true;
    case 'derivative':
      return isVector(quantity.by);
    case 'iterate':
      return isVector(quantity.of);
    default:
      return false;
  }
}

function opposite({ value, quantity }: NumberExpression): NumberExpression {
  return { kind: 'number', value: -value, ...(quantity === undefined ? {} : { quantity }) };
}

/** A 1 that stands for nothing of the model. */
function isUnit(factor: Expression): boolean {
  return (
    factor.kind === 'number' &&
    factor.value === 1 &&
    factor.quantity === undefined &&
    factor.exact === undefined
  );
}

/** A term that a person leaves out: 0, and a product with the target 0 of a class that is not wanted. */
function isNothing(term: Expression): boolean {
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
function isOneOfTarget(factor: Expression): boolean {
  return isTarget(factor, 1) || isOneMinusTarget(factor, 0);
}

/** 1 − y, where y is a number. */
function isOneMinusTarget(factor: Expression, value: number): boolean {
  if (factor.kind !== 'sum' || factor.terms.length !== 2) return false;
  const [one, other] = factor.terms;
  return isUnit(one) && other.kind === 'negative' && isTarget(other.of, value);
}

function isCode(box: Box): boolean {
  switch (box.box) {
    case 'sign':
      return box.sign.name.style === 'code';
    case 'call':
      return box.name.name.style === 'code';
    case 'transpose':
      return isCode(box.of);
    default:
      return false;
  }
}
