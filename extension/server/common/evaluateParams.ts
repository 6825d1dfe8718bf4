import type { Span } from '../../../core/problem';
import { isSettledChoices } from '../../../core/text/settled';
import { isTopic } from '../../language/details/topics';
import type { EvaluateParams, HoverParts, Surroundings, TextSource } from '../../protocol/requests';

type Fields<Type> = { readonly [Name in keyof Type]?: unknown };

/** What is wrong with the parameters of a request, or null. Nothing of it is trusted to have its type. */
export function faultOf(parameters: unknown): string | null {
  if (!isObject(parameters)) return 'The parameters are not an object.';
  const given: Fields<EvaluateParams> = parameters;
  const checks: readonly (readonly [keyof EvaluateParams, boolean])[] = [
    ['uri', typeof given.uri === 'string'],
    ['version', typeof given.version === 'number'],
    ['source', isSource(given.source)],
    ['offset', isCount(given.offset)],
    ['line', given.line === undefined || isCount(given.line)],
    ['selections', Array.isArray(given.selections) && given.selections.every(isSpan)],
    ['position', given.position === undefined || isCount(given.position)],
    ['as', isOneOf(given.as, ['auto', 'network', 'distribution', 'matrix'])],
    ['kinks', isOneOf(given.kinks, ['least-magnitude', 'pytorch'])],
    ['headOf', given.headOf === undefined || isCount(given.headOf)],
    ['surroundings', given.surroundings === undefined || isSurroundings(given.surroundings)],
    ['choices', given.choices === undefined || isSettledChoices(given.choices)],
    ['onlyAround', isOptionalFlag(given.onlyAround)],
    ['hover', given.hover === undefined || isHover(given.hover)],
    ['view', isOptionalFlag(given.view)],
    ['result', isOptionalFlag(given.result)],
    ['actions', isOptionalFlag(given.actions)],
    ['reading', isOptionalFlag(given.reading)],
    ['detail', given.detail === undefined || isDetail(given.detail)],
    ['digits', isCount(given.digits) && Number(given.digits) >= 1 && Number(given.digits) <= 17],
    ['decimalComma', isOptionalFlag(given.decimalComma)],
    ['language', isOneOf(given.language, ['en', 'fr'])],
  ];
  const wrong = checks.filter(([, right]) => !right).map(([name]) => name);
  return wrong.length === 0 ? null : `Not as expected: ${wrong.join(', ')}.`;
}

/** True where `faultOf` finds nothing. */
export function isEvaluateParams(parameters: unknown): parameters is EvaluateParams {
  return faultOf(parameters) === null;
}

function isSource(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { from, text, textId }: { from?: unknown; text?: unknown; textId?: unknown } = value;
  switch (from as TextSource['from']) {
    case 'message':
      return typeof text === 'string';
    case 'slices':
      return typeof textId === 'string';
    case 'document':
      return true;
    default:
      return false;
  }
}

function isSurroundings(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { text, offset }: Fields<Surroundings> = value;
  return typeof text === 'string' && isCount(offset);
}

function isSpan(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { offset, length }: Fields<Span> = value;
  return isCount(offset) && isCount(length);
}

function isHover(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { theme, parts, notation }: { theme?: unknown; parts?: unknown; notation?: unknown } = value;
  if (notation !== undefined && typeof notation !== 'string') return false;
  if (!isOneOf(theme, ['light', 'dark', 'high-contrast', 'high-contrast-light']) || !isObject(parts))
    return false;
  const { values, gradients, picture }: Fields<HoverParts> = parts;
  return [values, gradients, picture].every((part) => typeof part === 'boolean');
}

/** Each topic takes care of the rest: it answers null to what is out of its range. */
function isDetail(value: unknown): boolean {
  return isObject(value) && 'topic' in value && isTopic(value.topic);
}

function isOptionalFlag(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean';
}

function isOneOf(value: unknown, choices: readonly string[]): boolean {
  return typeof value === 'string' && choices.includes(value);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
