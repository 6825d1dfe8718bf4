// Where things stand in the module's memory, in bytes. `core/text/scanner/scannerMemory.ts` has the same figures.

/** The state of a run, one 32-bit integer each, in the order of `Field` in `scannerMemory.ts`. */
export const stateAddress: usize = 0;
/** 10⁰ … 10²², which doubles hold exactly, as doubles. */
export const powersOfTenAddress: usize = 256;
/** Vectors that digits are compared and multiplied with: in memory they are at hand sooner than in the code. */
export const zeroAddress: usize = 448;
export const nineAddress: usize = 464;
export const pairWeights: usize = 480;
export const fourWeights: usize = 496;
export const eightWeights: usize = 512;
/** From byte k on a vector of which the last k lanes are set. */
export const upperLanes: usize = 528;
/** The leading 128 bits of 5^q for q = −`largestPower` … `largestPower`, the high half first. */
export const powersOfFiveAddress: usize = 1024;
export const largestPower: i32 = 64;

/** The bytes of the text, and what is read from them. */
export const textAddress: usize = 4096;
const windowLength: usize = 65536;
const mostNumbers: usize = windowLength >> 1;
export const valuesAddress: usize = textAddress + windowLength + 4096;
/** Of each number the gap to the one before and the length, as `core/text/places.ts` has them. */
export const placesAddress: usize = valuesAddress + (mostNumbers << 3);
/** Of each byte of the text whether it is no digit. */
export const othersAddress: usize = placesAddress + windowLength + 64;
