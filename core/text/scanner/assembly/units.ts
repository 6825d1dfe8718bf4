// Bytes of ASCII that the scanner compares with.
export const tab: u32 = 9;
export const lineFeed: u32 = 10;
export const carriageReturn: u32 = 13;
export const space: u32 = 32;
export const doubleQuote: u32 = 34;
export const hash: u32 = 35;
export const plus: u32 = 43;
export const comma: u32 = 44;
export const hyphen: u32 = 45;
export const dot: u32 = 46;
export const slash: u32 = 47;
export const zero: u32 = 48;
export const semicolon: u32 = 59;
export const graveAccent: u32 = 96;
export const closeBrace: u32 = 125;
export const tilde: u32 = 126;

export function isBlank(unit: u32): bool {
  return unit === space || unit === tab;
}

export function isSpace(unit: u32): bool {
  return isBlank(unit) || unit === lineFeed || unit === carriageReturn;
}

/** The bytes below 64 before which a number may end: blanks, ends of lines, `)`, `,` and `;`. */
const endings: u64 =
  (1 << 9) |
  (1 << 10) |
  (1 << 13) |
  ((<u64>1) << 32) |
  ((<u64>1) << 41) |
  ((<u64>1) << 44) |
  ((<u64>1) << 59);

/** Whether a number may end before `unit`. */
export function endsNumber(unit: u32): bool {
  // `]` and `}` differ in that bit alone.
  return unit < 64 ? ((endings >> unit) & 1) !== 0 : (unit | 32) === closeBrace;
}

/** Whether a cell ends before `unit`. */
export function endsCell(unit: u32): bool {
  return unit === comma || unit === lineFeed || unit === carriageReturn;
}
