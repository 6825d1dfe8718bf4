// What a network of ten million weights takes of memory, when it is evaluated with gradients.
import { bundle, inFolder, runNode24 } from './peers/bundles.mjs';

/** @returns {Promise<import('./figure.mjs').Figure[]>} */
export function measureMemory() {
  return inFolder(async (folder) => {
    const probe = await bundle('bench/memoryProbe.ts', folder);
    /** @type {import('./figure.mjs').Figure[]} */
    const figures = [];
    for (const samples of [1, 16]) {
      const { weights, peak, peakOfReading, text, milliseconds } = await runNode24(
        '--expose-gc',
        probe,
        String(samples),
      );
      const mega = (/** @type {number} */ bytes) => `${Math.round(bytes / 1e6)} MB`;
      figures.push({
        name: `Memory: ten million weights read and evaluated with gradients, ${samples === 1 ? 'one sample' : `${samples} samples`}`,
        value: peak / weights,
        unit: '×',
        goal: 4,
        about: `largest growth of the resident memory, ${mega(peak)}, over the weights in float64, ${mega(weights)}; between all steps; the text of ${mega(text)} not counted, numbers and their ranges counted (${mega(peakOfReading)} while it is read); evaluated in ${Math.round(milliseconds)} ms`,
      });
    }
    return figures;
  });
}
