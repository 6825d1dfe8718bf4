// Numbers that are not finite: NaN and the infinities as they are written, and cells that are empty.
import { addNumber } from './numbers';
import { comma, endsCell, endsNumber, hyphen, isBlank, plus, slash } from './units';

const notANumber: u64 = 0x7ff8000000000000;
const infinity: u64 = 0x7ff0000000000000;
const minus: u64 = 0x8000000000000000;

/** How many of them have been read, and where in the text the first stands. */
export let notFinite: i32 = 0;
export let firstStart: i32 = 0;
export let firstEnd: i32 = 0;
/** Where `readWord` looked last for what ends the word. */
export let wantedForWord: usize = 0;

export function forgetWords(): void {
  notFinite = 0;
}

/** Whether `NaN` or `inf` may begin with it, in letters of any size. */
export function mayBeginWord(unit: u32): bool {
  return (unit | 32) === letterN || (unit | 32) === letterI;
}

const letterA: u32 = 97;
const letterI: u32 = 105;
const letterN: u32 = 110;

/**
 * Reads `nan`, `inf` or `infinity`, with a sign or without, and where `takesMissing` also `na`, `null` or `none`;
 * answers where it ends, 0 where there is none or it goes on.
 */
export function readWord(start: usize, shift: usize, isCell: bool, takesMissing: bool): usize {
  const sign: u32 = load<u8>(start);
  const first = start + <usize>(sign === hyphen || sign === plus);
  let last = endOfWord(first);
  const isMissing = last === 0 && first === start && takesMissing;
  if (isMissing) last = endOfMissing(first);
  wantedForWord = last;
  if (last === 0) return 0;
  const next: u32 = load<u8>(last);
  // What seems to be missing may be the name of an assignment.
  if (!endsNumber(next) || (isMissing && !isCell && isBlank(next))) return 0;
  if (isCell) {
    while (isBlank(load<u8>(wantedForWord))) wantedForWord++;
    if (!endsCell(load<u8>(wantedForWord))) return 0;
  } else if (isBlank(next)) {
    wantedForWord++;
    const beyond: u32 = load<u8>(wantedForWord);
    if (beyond === slash || beyond === 0) return 0;
  }
  const hasNoValue = isMissing || letterAt(first + 1) === letterA;
  addNotFinite(start, last, shift, hasNoValue ? notANumber : sign === hyphen ? infinity | minus : infinity);
  return last;
}

/** Reads the empty cell that ends at `end`, after a comma; answers where it stands. */
export function readMissing(end: usize, shift: usize): usize {
  let at = end;
  while (load<u8>(at - 1) !== comma) at--;
  addNotFinite(at, at, shift, notANumber);
  return at;
}

function addNotFinite(start: usize, last: usize, shift: usize, bits: u64): void {
  if (notFinite === 0) {
    firstStart = <i32>(start + shift);
    firstEnd = <i32>(last + shift);
  }
  notFinite++;
  addNumber(start, last, shift, bits);
}

function endOfWord(at: usize): usize {
  if (letterAt(at) === letterN)
    return letterAt(at + 1) === letterA && letterAt(at + 2) === letterN ? at + 3 : 0;
  // i, n and f.
  if (letterAt(at) !== letterI || letterAt(at + 1) !== letterN || letterAt(at + 2) !== 102) return 0;
  // i, n, i, t and y.
  const goesOn =
    letterAt(at + 3) === letterI &&
    letterAt(at + 4) === letterN &&
    letterAt(at + 5) === letterI &&
    letterAt(at + 6) === 116 &&
    letterAt(at + 7) === 121;
  return at + (goesOn ? 8 : 3);
}

function endOfMissing(at: usize): usize {
  if (letterAt(at) !== letterN) return 0;
  if (letterAt(at + 1) === letterA) return at + 2;
  // u, l and l; o, n and e.
  if (letterAt(at + 1) === 117) return letterAt(at + 2) === 108 && letterAt(at + 3) === 108 ? at + 4 : 0;
  const isNone = letterAt(at + 1) === 111 && letterAt(at + 2) === letterN && letterAt(at + 3) === 101;
  return isNone ? at + 4 : 0;
}

/** As a small letter, where it is one. */
function letterAt(at: usize): u32 {
  return <u32>load<u8>(at) | 32;
}
