import { dependsOnVariable, evaluateExpression } from './densityExpression';
import { fail, parseExpression } from './densityParser';
import { advance, type Cursor, isOperator, peek } from './densityTokens';
import { unitBases } from './measureCall';

/** Whether `base =` stands at a place among the tokens. */
export function isBaseAt({ tokens }: Cursor, place: number): boolean {
  const [name, equals] = [tokens[place], tokens[place + 1]];
  return (
    name?.kind === 'name' &&
    name.text.toLowerCase() === 'base' &&
    equals !== undefined &&
    isOperator(equals, '=')
  );
}

/** `, base=2` or `; base = 10` before the bracket that closes a call; null where none stands there. */
export function parseBase(cursor: Cursor): number | null {
  const mark = peek(cursor);
  if (!(isOperator(mark, ',') || isOperator(mark, ';')) || !isBaseAt(cursor, cursor.place + 1)) return null;
  cursor.place += 3;
  const expression = parseExpression(cursor);
  if (dependsOnVariable(expression)) return fail({ text: 'x', span: expression.span }, 'unexpected-token');
  return evaluateExpression(expression, Number.NaN);
}

/** `in bits` at the end; null where none stands there. */
export function parseUnit(cursor: Cursor): number | null {
  const unit = cursor.tokens[cursor.place + 1];
  const base = unit?.kind === 'name' ? unitBases.get(unit.text.toLowerCase().replace(/s$/, '')) : undefined;
  const word = peek(cursor);
  if (base === undefined || word.kind !== 'name' || word.text !== 'in') return null;
  advance(cursor);
  advance(cursor);
  return base;
}
