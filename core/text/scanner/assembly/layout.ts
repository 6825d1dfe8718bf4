// Where things stand in the module's memory, in bytes. `core/text/scanner/scannerMemory.ts` has the same figures.

/** The state of a run, one 32-bit integer each, in the order of `Field` in `scannerMemory.ts`. */
export const stateAddress: usize = 0;
/** 10⁰ … 10²², which doubles hold exactly, as doubles. */
export const powersOfTenAddress: usize = 256;
/** 10⁰ … 10⁷ as 64-bit integers. */
export const integerPowersAddress: usize = 448;
/** The leading 128 bits of 5^q for q = −`largestPower` … `largestPower`, the high half first. */
export const powersOfFiveAddress: usize = 512;
export const largestPower: i32 = 64;
