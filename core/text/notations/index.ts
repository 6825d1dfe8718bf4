import {
  asterisk,
  backslash,
  caret,
  colon,
  dot,
  isBlank,
  isDigit,
  isSign,
  isWordStart,
  isWordUnit,
  lessThan,
  openBrace,
  openBracket,
  openParenthesis,
  slash,
} from '../characters';
import { arrayList } from './arrayList';
import { borderedTable, polarsHead } from './borderedTable';
import { coordinatePrint } from './coordinatePrint';
import { delimited } from './delimited';
import { dictionary, juliaDictionary } from './dictionary';
import { eigen } from './eigen';
import { generated } from './generated';
import { headedRows } from './headedRows';
import { hexPrint } from './hexPrint';
import { juliaPrint } from './juliaPrint';
import { labelledRows, series } from './labelledRows';
import { latexMatrix } from './latexMatrix';
import type { Line } from './line';
import { markdownTable } from './markdownTable';
import { matrixMarket } from './matrixMarket';
import { matrixString } from './matrixString';
import { maximaFractions } from './maximaFractions';
import { modelSummary, modulePrint } from './modulePrint';
import type { LineNeeds, LineReader, Opening, ValueReader } from './notation';
import { octaveCell } from './octaveCell';
import { octavePrint } from './octavePrint';
import { octaveSparse } from './octaveSparse';
import { pages } from './pages';
import { printedTable } from './printedTable';
import { rExpression } from './rExpression';
import { rList } from './rList';
import { rSparse } from './rSparse';
import { rStructure } from './rStructure';
import { drawnFractions, ruledRows } from './ruledRows';
import { emptyRows, rVector, timeSeries } from './rVector';
import { sequences } from './sequences';
import { shapedCall } from './shapedCall';
import { sparseArray } from './sparseArray';
import { sparseCall } from './sparseCall';
import { stacked } from './stacked';
import { namedTensors, stateDict } from './stateDict';
import { tallBrackets } from './tallBrackets';
import { torchSparse } from './torchSparse';
import { wrappedArray } from './wrapped';
import { yamlList } from './yaml';

/** The likelier first: the first that recognises a text, and reads it, has it. */
const ofLines: readonly LineReader[] = [
  matrixMarket,
  markdownTable,
  tallBrackets,
  polarsHead,
  borderedTable,
  pages,
  octaveSparse,
  octaveCell,
  hexPrint,
  coordinatePrint,
  octavePrint,
  juliaPrint,
  juliaDictionary,
  rSparse,
  rStructure,
  timeSeries,
  emptyRows,
  rVector,
  maximaFractions,
  drawnFractions,
  ruledRows,
  printedTable,
  delimited,
  headedRows,
  series,
  labelledRows,
  yamlList,
  namedTensors,
  modelSummary,
];
const ofValues: readonly ValueReader[] = [
  latexMatrix,
  dictionary,
  rExpression,
  rList,
  generated,
  sequences,
  matrixString,
  stacked,
  modulePrint,
  sparseArray,
  sparseCall,
  shapedCall,
  stateDict,
  torchSparse,
  wrappedArray,
  arrayList,
  eigen,
];

/** What one reader needs, with its place in the list as a bit. */
interface Need extends Required<Omit<LineNeeds, 'begins'>> {
  readonly reader: number;
}

/** The needs by the first sign of a line, so that most are not asked at all; the last are those for an empty line. */
const byFirstSign: readonly (readonly Need[])[] = Array.from({ length: 33 }, (_, zeros) =>
  ofLines.flatMap(({ needs }, place) =>
    needs.flatMap(({ begins = -1, ends = -1, has = -1, lacks = 0 }) =>
      (begins & (1 << (31 - zeros))) === 0 ? [] : { reader: 1 << place, ends, has, lacks },
    ),
  ),
);

/** Lists of readers by their bits: lines differ in little. */
const lists = new Map<number, readonly LineReader[]>();

/** The readers that have to look at a line closer, the likelier first. */
export function lineReaders({ firstSign, lastSign, signs }: Line): readonly LineReader[] {
  let bits = 0;
  for (const { reader, ends, has, lacks } of byFirstSign[Math.clz32(firstSign)] ?? []) {
    if ((ends & lastSign) !== 0 && (has & signs) !== 0 && (lacks & signs) === 0) bits |= reader;
  }
  if (bits === 0) return none;
  const known = lists.get(bits);
  if (known !== undefined) return known;
  const list = ofLines.filter((_, place) => (bits & (1 << place)) !== 0);
  lists.set(bits, list);
  return list;
}

const none: readonly never[] = [];
const ofCalls = ofValues.filter(({ opens }) => opens.includes('call'));
/** The readers that look at calls closer, by the first letters of their names and of their members: of most there are few. */
const byLetters = new Map<number, readonly ValueReader[]>();

function callReaders(name: number, member: number): readonly ValueReader[] {
  // Beyond ASCII none of them begins.
  const letters = (name < 128 ? name << 7 : 0) | (member < 128 ? member : 0);
  const known = byLetters.get(letters);
  if (known !== undefined) return known;
  const begins = (written: string | undefined, unit: number) =>
    written?.includes(String.fromCharCode(unit)) === true;
  const list = ofCalls.filter(
    ({ calls }) => calls === undefined || begins(calls.name, name) || begins(calls.member, member),
  );
  byLetters.set(letters, list);
  return list;
}

const byOpening: Readonly<Record<Exclude<Opening, 'call'>, readonly ValueReader[]>> = {
  angle: ofValues.filter(({ opens }) => opens.includes('angle')),
  command: ofValues.filter(({ opens }) => opens.includes('command')),
  brace: ofValues.filter(({ opens }) => opens.includes('brace')),
  bracket: ofValues.filter(({ opens }) => opens.includes('bracket')),
  index: ofValues.filter(({ opens }) => opens.includes('index')),
  number: ofValues.filter(({ opens }) => opens.includes('number')),
};

/** The readers that have to look at a value closer, the likelier first. */
export function valueReaders(text: string, at: number, limit: number): readonly ValueReader[] {
  const unit = text.charCodeAt(at);
  if (unit === backslash) return byOpening.command;
  if (unit === lessThan) return byOpening.angle;
  if (unit === openBrace) return byOpening.brace;
  if (unit === openBracket) return byOpening.bracket;
  if (unit === openParenthesis && isWordStart(text.charCodeAt(at + 1))) return byOpening.angle;
  if (isDigit(unit) || isSign(unit) || unit === dot || unit === openParenthesis)
    return goesOn(text, at, limit) ? byOpening.number : none;
  if (!isWordStart(unit)) return none;
  let end = at;
  let member = at;
  for (; end < limit; end++) {
    const part = text.charCodeAt(end);
    if (part === dot) member = end + 1;
    else if (part === colon && text.charCodeAt(end + 1) === colon) member = ++end + 1;
    else if (!isWordUnit(part)) break;
  }
  if (text.charCodeAt(end) === openParenthesis) return callReaders(unit, text.charCodeAt(member));
  if (text.charCodeAt(end) === openBracket) return byOpening.index;
  // Julia's `Dict{String, Float64}(…)`.
  if (text.charCodeAt(end) === openBrace) return byOpening.brace;
  while (end < limit && isBlank(text.charCodeAt(end))) end++;
  return text.charCodeAt(end) === lessThan ? byOpening.angle : none;
}

/** Whether a number at `at`, in a parenthesis or without, has a mark of a range or of a factor behind it, or a minus a call. */
function goesOn(text: string, at: number, limit: number): boolean {
  let end = at + 1;
  const second = text.charCodeAt(end);
  if (isSign(text.charCodeAt(at)) && (isWordStart(second) || second === backslash)) return true;
  while (end < limit && isPartOfNumber(text.charCodeAt(end))) end++;
  while (end < limit && isBlank(text.charCodeAt(end))) end++;
  const unit = text.charCodeAt(end);
  return unit === colon || unit === asterisk || unit === slash || unit === backslash || unit === caret;
}

function isPartOfNumber(unit: number): boolean {
  return isDigit(unit) || isSign(unit) || unit === dot || (unit | 32) === 101;
}
