import { largestIndex, logSumExp } from './logSumExp';

/** Writes e^(sᵢ)/Σⱼ e^(sⱼ), shifted by the largest entry, so that no power overflows. */
export function writeSoftmax(s: Float64Array, output: Float64Array): void {
  const largest = s[largestIndex(s)];
  let sum = 0;
  for (let i = 0; i < s.length; i++) {
    output[i] = Math.exp(s[i] - largest);
    sum += output[i];
  }
  for (let i = 0; i < s.length; i++) output[i] /= sum;
}

/** Writes sᵢ − ln Σⱼ e^(sⱼ). */
export function writeLogSoftmax(s: Float64Array, output: Float64Array): void {
  const { largest, excess } = logSumExp(s);
  for (let i = 0; i < s.length; i++) output[i] = s[i] - largest - excess;
}
