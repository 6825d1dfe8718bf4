/** UTF-16 units that the readers compare with. */
export const tab = 9;
export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
export const doubleQuote = 34;
export const hash = 35;
export const dollar = 36;
export const percent = 37;
export const ampersand = 38;
export const apostrophe = 39;
export const openParenthesis = 40;
export const closeParenthesis = 41;
export const asterisk = 42;
export const plus = 43;
export const comma = 44;
export const hyphen = 45;
export const dot = 46;
export const slash = 47;
export const zero = 48;
export const nine = 57;
export const colon = 58;
export const semicolon = 59;
export const lessThan = 60;
export const equalsSign = 61;
export const capitalE = 69;
export const openBracket = 91;
export const backslash = 92;
export const closeBracket = 93;
export const caret = 94;
export const underscore = 95;
export const backtick = 96;
export const openBrace = 123;
export const bar = 124;
export const closeBrace = 125;
/** `∂` */
export const partialSign = 0x2202;
export const tilde = 126;
export const middleDot = 0xb7;
export const multiplicationSign = 0xd7;
export const infinitySign = 0x221e;
/** U+2212, the minus of typeset text. */
export const minusSign = 0x2212;

export function isDigit(unit: number): boolean {
  return unit >= zero && unit <= nine;
}

/** Of ASCII. */
export function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

export function isLineBreak(unit: number): boolean {
  return unit === lineFeed || unit === carriageReturn;
}

/** Blank, but not the end of a line; with the no-break and thin spaces of typeset text and the byte order mark. */
export function isBlank(unit: number): boolean {
  return (
    unit === space ||
    unit === tab ||
    unit === 0xa0 ||
    unit === 0xfeff ||
    unit === 0x202f ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x0b ||
    unit === 0x0c
  );
}

export function isSpace(unit: number): boolean {
  return isLineBreak(unit) || isBlank(unit);
}

/** May stand inside a name or a word. Every letter outside ASCII counts, but not signs and spaces. */
export function isWordUnit(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    isDigit(unit) ||
    unit === underscore ||
    unit === dollar ||
    (unit >= 0xc0 && unit < 0x2000) ||
    (unit >= 0x2070 && unit <= 0x209c) ||
    (unit >= 0x2100 && unit <= 0x214f) ||
    (unit >= 0xd800 && unit <= 0xdfff)
  );
}

export function isWordStart(unit: number): boolean {
  return isWordUnit(unit) && !isDigit(unit);
}

export function isSign(unit: number): boolean {
  return unit === hyphen || unit === plus || unit === minusSign;
}

/** `½` and its like. */
export function isVulgarFraction(unit: number): boolean {
  return (unit >= 0xbc && unit <= 0xbe) || (unit >= 0x2150 && unit <= 0x215e);
}

/** `²`, `³` and the other digits and signs of a raised exponent. */
export function isSuperscript(unit: number): boolean {
  return unit === 0xb2 || unit === 0xb3 || unit === 0xb9 || (unit >= 0x2070 && unit <= 0x207b);
}

/** A sign of arithmetic. */
export function isOperator(unit: number): boolean {
  return (
    isSign(unit) ||
    unit === asterisk ||
    unit === slash ||
    unit === caret ||
    unit === middleDot ||
    unit === multiplicationSign
  );
}

/** The bracket that closes `opener`, or 0 where it opens nothing. */
export function closerOf(opener: number): number {
  if (opener === openBracket) return closeBracket;
  if (opener === openParenthesis) return closeParenthesis;
  if (opener === openBrace) return closeBrace;
  return 0;
}

export function isCloser(unit: number): boolean {
  return unit === closeBracket || unit === closeParenthesis || unit === closeBrace;
}

/** The end of the token at `at`: up to a space, a separator, a bracket or a quote, one unit at least. */
export function endOfToken(text: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit) {
    const unit = text.charCodeAt(end);
    if (isSpace(unit) || unit === comma || unit === semicolon || unit === doubleQuote) break;
    if (closerOf(unit) !== 0 || isCloser(unit)) break;
    end++;
  }
  return end;
}

/** The end of the signs at `at` that are all the same. */
export function endOfRun(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  let end = at + 1;
  while (text.charCodeAt(end) === unit) end++;
  return end;
}
