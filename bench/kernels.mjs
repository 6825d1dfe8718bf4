// What the modules of the kernels take to compile, and how soon large work stops and tells how far it is.
import { median } from './figure.mjs';
import { bundle, inFolder, runNode24 } from './peers/bundles.mjs';

/** @returns {Promise<import('./figure.mjs').Figure[]>} */
export function measureKernels() {
  return inFolder(async (folder) => {
    const { compile, stops, silences } = await runNode24(await bundle('bench/kernelsProbe.ts', folder));
    const large = '5 × 1024 neurons, 256 samples, two threads';
    return [
      ...compile.map(
        (/** @type {{ name: string, bytes: number, times: number[] }} */ { name, bytes, times }) => ({
          name: `Compiling a module: ${name}`,
          value: median(times),
          unit: 'ms',
          goal: 2,
          about: `${bytes.toLocaleString('en')} bytes, made new each time, median of ${times.length}; largest ${Math.max(...times).toFixed(2)} ms`,
        }),
      ),
      {
        name: 'Cancelling a gradient: from the wish to the end, all threads idle',
        value: Math.max(...stops),
        unit: 'ms',
        goal: 50,
        about: `${large}; largest of ${stops.length} at different moments, median ${median(stops).toFixed(1)} ms`,
      },
      {
        name: 'Progress of a gradient: longest time without news',
        value: median(silences),
        unit: 'ms',
        about: `${large}; median of ${silences.length} runs, as seen between two slices; largest ${Math.max(...silences).toFixed(1)} ms`,
      },
    ];
  });
}
