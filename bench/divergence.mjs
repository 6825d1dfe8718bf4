// KL and entropy over arrays, beside SciPy and plain JavaScript, as ratios in one run; and their error.
import { join } from 'node:path';
import { root } from '../build/run.mjs';
import { bundle, inFolder, runNode24 } from './peers/bundles.mjs';

/** Twice the unit roundoff, nearly: one rounding of the result, and what is left of the sum's. */
const mostError = 2.3e-16;

/** @returns {Promise<import('./figure.mjs').Figure[]>} */
export function measureDivergence() {
  return inFolder(async (folder) => {
    const probe = await bundle('bench/divergenceProbe.ts', folder);
    const script = join(root, 'bench/peers/divergence.py');
    return figuresOf(await runNode24('--max-old-space-size=8000', probe, folder, script));
  });
}

/** @param {any} answer @returns {import('./figure.mjs').Figure[]} */
function figuresOf({ node, scipy, results, arrays }) {
  const figures = results.flatMap((/** @type {any} */ { task, outcomes, nanoseconds, errors }) => {
    const what = `${task === 'kl' ? 'KL' : 'Entropy'} of ${outcomes.toLocaleString('en')} outcomes`;
    const own = nanoseconds.Nabla;
    const goals = { 'Math.log': 1 / 2.5, [scipy]: 1 / 1.2 };
    const peers = Object.entries(goals).filter(([peer]) => nanoseconds[peer] !== undefined);
    /** @type {import('./figure.mjs').Figure[]} */
    const figures = peers.map(([peer, goal]) => ({
      name: `${what}: Nabla’s time over that of ${peer === scipy ? `${peer}’s ${task === 'kl' ? 'rel_entr' : 'entr'}` : 'plain Math.log'}`,
      value: own / nanoseconds[peer],
      unit: '×',
      goal,
      about: `${own.toFixed(2)} and ${nanoseconds[peer].toFixed(2)} ns of the processor an outcome, medians of turns, Node ${node}`,
    }));
    if (scipy !== null) {
      figures.push({
        name: `${what}: relative error`,
        value: errors.Nabla / 1e-16,
        unit: '· 10⁻¹⁶',
        goal: mostError / 1e-16,
        about: `against 64 bits summed pairwise; plain Math.log ${errors['Math.log'].toExponential(1)}, ${scipy} ${errors[scipy].toExponential(1)}`,
      });
    }
    return figures;
  });
  const what = `Every measure of ${arrays.outcomes.toLocaleString('en')} outcomes in arrays`;
  const about = 'once; entropies, KL both ways, Jensen–Shannon, Hellinger, χ², Rényi, total variation';
  figures.push({ name: `${what}: an outcome`, value: arrays.nanoseconds, unit: 'ns', about });
  figures.push({
    name: `${what}: memory beyond the arrays`,
    value: arrays.megabytes,
    unit: 'MB',
    about: 'growth of the resident memory',
  });
  if (scipy !== null) {
    figures.push({
      name: `${what}: relative error of KL`,
      value: arrays.error / 1e-16,
      unit: '· 10⁻¹⁶',
      goal: mostError / 1e-16,
      about: 'against 64 bits summed pairwise; also divides by the sums',
    });
  }
  return figures;
}
