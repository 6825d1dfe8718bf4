import type { Span } from '../problem';
import { type FamilyReading, readFamilies } from './family';
import { type MeasureCall, measureCalls } from './measureCall';
import { onFirstUse } from './onFirstUse';

/** What no text without a family or a density has: a call, or the support of a density. */
const sign = onFirstUse(() => /[\p{L}\p{N}_]\s*\(|\bon\s*[[(]/u);
const name = (letter: string) => `${letter}(?:\\s*\\(\\s*x\\s*\\))?\\s*[=:~]\\s*`;
const assigned = new RegExp(
  `^(\\s*${name('P')})(\\S.*?)(?:([\\n;]\\s*${name('Q')})(\\S.*?))?[\\s;]*$`,
  'isu',
);

/** What a divergence or an entropy is assigned to, `D = KL(…)`, and the variable of a distribution, `X ~ N(0, 1)`. */
const named = onFirstUse(
  () => /^\s*(?![pq](?:\s*\(\s*x\s*\))?\s*[=:~])[\p{L}_][\p{L}\p{N}_]*\s*(?:=|~)\s*(?=[\p{L}_.]+\s*\()/iu,
);
const entropyCall = /^(?:h|entropy)\s*\(/i;

/** JSON and arrays, perhaps below comments, and what PyTorch prints of a class begin so, and no family or density does. */
const bracketed = /^(?:\s|(?:\/\/|#).*\n)*(?:[{[]|\w+\(\s*\(\w+\): )/;

/**
 * Families and densities in free text: `KL(normal(0, 1) || laplace(0, 2))` as one selection, `P = …` and
 * `Q = …`, or one in each of two selections. Null where the text is nothing of the kind.
 */
export function readFamilyText(text: string, selections: readonly Span[]): FamilyReading | null {
  const [first, second] = selections;
  if (first === undefined || selections.length > 2) return null;
  if (bracketed.test(text.slice(first.offset, first.offset + Math.min(first.length, signWithin))))
    return null;
  const calls = second === undefined ? measureCalls(text, first) : [];
  const base = calls.find((asked) => asked.base !== null)?.base ?? null;
  const found = readFrom(text, first, second, calls);
  return found === null || base === null ? found : { ...found, base };
}

function readFrom(
  text: string,
  first: Span,
  second: Span | undefined,
  calls: readonly MeasureCall[],
): FamilyReading | null {
  const one = partOf(text, first, calls);
  if (one === null) return null;
  if (second !== undefined) {
    const other = partOf(text, second);
    return other === null ? null : both(readFamilies(one, first.offset), readFamilies(other, second.offset));
  }
  const [result = ''] = named().exec(one) ?? [];
  const called = result === '' ? null : readFamilies(one.slice(result.length), first.offset + result.length);
  if (called?.p && (called.q !== null || /~\s*$/.test(result) || entropyCall.test(one.slice(result.length))))
    return called;
  const whole = readFamilies(one, first.offset);
  if (whole !== null) return whole;
  const parts = assigned.exec(one);
  if (parts === null) return null;
  const [, before = '', p = '', between, q = ''] = parts;
  const start = first.offset + before.length;
  if (between === undefined) {
    const alone = readFamilies(p, start);
    return alone?.q === null ? { ...alone, meant: alone.meant || alone.p !== null } : null;
  }
  return both(readFamilies(p, start), readFamilies(q, start + p.length + between.length));
}

/** A part of the text, blank where `KL(P || Q)` asks for what is assigned beside it. */
function partOf(text: string, { offset, length }: Span, calls: readonly MeasureCall[] = []): string | null {
  let part = plainLatex(text.slice(offset, offset + length));
  for (const { span } of calls) {
    const start = span.offset - offset;
    part = part.slice(0, start) + ' '.repeat(span.length) + part.slice(start + span.length);
  }
  return sign().test(part.slice(0, signWithin)) ? part : null;
}

/** Commands of LaTeX as the words that they stand for, each as long as it was. */
function plainLatex(text: string): string {
  if (!/[\\$]/.test(text)) return text;
  const as = (word: string) => (command: string) => word.padEnd(command.length);
  return text
    .replace(/\\math(?:cal|rm|bf|sf)\{([\p{L}]+)\}/gu, (command, word: string) => word.padEnd(command.length))
    .replace(/D_\{[ \t]*KL[ \t]*\}/g, as('KL'))
    .replace(/\\\||\\(?:Vert|parallel)(?![\p{L}])/gu, as('||'))
    .replace(/\\(?:left|right|big|Big)(?![\p{L}])|\\[,;:! ]|\$/gu, as(''));
}

const signWithin = 20_000;

/** Each of the two alone. */
function both(p: FamilyReading | null, q: FamilyReading | null): FamilyReading | null {
  if (p === null || q === null || p.q !== null || q.q !== null) return null;
  const { offset } = p.span;
  const span = { offset, length: q.span.offset + q.span.length - offset };
  return { p: p.p, q: q.p, problems: [...p.problems, ...q.problems], meant: true, span };
}

const call = onFirstUse(() => /[\p{L}_][\p{L}\p{N}_.]*\s*\(/gu);
const longestLine = 2_000;

/** The largest text around an offset, on its line, that names families or densities. */
export function familiesAround(text: string, offset: number): Span | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const line = text.slice(start, next < 0 ? text.length : next);
  if (line.length > longestLine || !sign().test(line)) return null;
  const trimmed = line.trim();
  const indent = line.indexOf(trimmed);
  const whole = readFamilies(trimmed);
  if (whole?.meant === true && whole.p !== null) return { offset: start + indent, length: trimmed.length };
  for (const { index } of line.matchAll(call())) {
    if (start + index > offset) break;
    const end = endOfMeasures(line, index);
    if (start + end < offset) continue;
    if (readFamilies(line.slice(index, end))?.meant === true) {
      return { offset: start + index, length: end - index };
    }
  }
  return null;
}

/** The end of the call at `at`, and of those that `||` joins to it. */
function endOfMeasures(line: string, at: number): number {
  let depth = 0;
  for (let end = at; end < line.length; end++) {
    const mark = line.charAt(end);
    if (mark === '(') depth++;
    if (mark === ')' && --depth <= 0) {
      const joined = /^\s*(?:\|\||‖|∥)\s*/u.exec(line.slice(end + 1));
      return joined === null ? end + 1 : endOfMeasures(line, end + 1 + joined[0].length);
    }
  }
  return line.length;
}
