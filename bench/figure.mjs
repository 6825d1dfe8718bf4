// What every measurement answers.

/**
 * @typedef {object} Figure
 * @property {string} name What was measured, in words.
 * @property {number} value
 * @property {string} unit
 * @property {number} [goal] The value is to be at most this; why it is not, reasons.mjs says.
 * @property {string} [about] How: repetitions, sizes, what is left out.
 */

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
