// How the cost of a gradient grows with its multiply-adds: a table, and a plot in growth.svg.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/run.mjs';
import { bundle, inFolder, runNode24 } from './peers/bundles.mjs';

/** From here on what is done once for a gradient, and sample by sample, does not count any more. */
const firstCompared = 1e5;

/** @returns {Promise<import('./figure.mjs').Figure[]>} */
export function measureGrowth() {
  return inFolder(async (folder) => {
    const nabla = await bundle('bench/peers/nabla.ts', folder);
    /** @type {import('./growthProbe.mjs').Point[]} */
    const points = await runNode24(join(root, 'bench/growthProbe.mjs'), nabla);
    writeFileSync(join(root, 'bench/growth.svg'), plot(points));
    const figures = points.map(({ work, width, samples, microseconds }) => ({
      name: `Growth: gradient of ${work.toLocaleString('en')} weights × samples`,
      value: (1000 * microseconds) / work,
      unit: 'ns each',
      about: `${width} × ${width} weights, ${samples} samples, ${microseconds.toPrecision(3)} µs of the processor, one thread`,
    }));
    return [
      ...figures,
      {
        name: 'Growth: power of weights × samples with which the cost grows, from 10⁵ to 10⁹',
        value: slope(points.filter(({ work }) => work >= firstCompared)),
        unit: '',
        goal: 1.05,
        about: 'least squares of the logarithms; drawn in growth.svg',
      },
    ];
  });
}

/** @param {readonly import('./growthProbe.mjs').Point[]} points */
function slope(points) {
  const mean = (/** @type {number[]} */ values) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = points.map(({ work }) => Math.log(work));
  const y = points.map(({ microseconds }) => Math.log(microseconds));
  const [middleX, middleY] = [mean(x), mean(y)];
  const product = mean(x.map((value, i) => (value - middleX) * ((y[i] ?? 0) - middleY)));
  return product / mean(x.map((value) => (value - middleX) ** 2));
}

const width = 640;
const height = 400;
const margin = { left: 64, right: 16, top: 16, bottom: 48 };

/** Both axes in powers of ten; the line through the last point is what linear growth would be. */
function plot(/** @type {readonly import('./growthProbe.mjs').Point[]} */ points) {
  const [lowX, highX] = [2, 9];
  const [lowY, highY] = [-1, 7];
  const x = (/** @type {number} */ power) =>
    margin.left + ((width - margin.left - margin.right) * (power - lowX)) / (highX - lowX);
  const y = (/** @type {number} */ power) =>
    height - margin.bottom - ((height - margin.top - margin.bottom) * (power - lowY)) / (highY - lowY);
  const powers = (/** @type {number} */ low, /** @type {number} */ high) =>
    Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const raised = (/** @type {number} */ power) =>
    `10<tspan dy="-5" font-size="9">${`${power}`.replace('-', '−')}</tspan>`;
  const columns = powers(lowX, highX).map(
    (power) =>
      `<path class="grid" d="M${x(power)} ${y(lowY)}V${y(highY)}"/><text x="${x(power)}" y="${height - 28}" text-anchor="middle">${raised(power)}</text>`,
  );
  const rows = powers(lowY, highY).map(
    (power) =>
      `<path class="grid" d="M${x(lowX)} ${y(power)}H${x(highX)}"/><text x="${margin.left - 8}" y="${y(power) + 4}" text-anchor="end">${raised(power)}</text>`,
  );
  const places = points.map(({ work, microseconds }) => [x(Math.log10(work)), y(Math.log10(microseconds))]);
  const last = points[points.length - 1];
  const atLast = Math.log10(last?.microseconds ?? 1) - Math.log10(last?.work ?? 1);
  const linear = [Math.max(lowX, lowY - atLast), highX].map((power) => `${x(power)} ${y(power + atLast)}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>Time of a gradient over its multiply-adds</title>
<style>
.grid { stroke: #8884; } .linear { stroke: #888; stroke-dasharray: 4 4; } .cost { fill: none; stroke: #2a6fdb; stroke-width: 2; }
circle { fill: #2a6fdb; } text { fill: #777; }
</style>
${[...columns, ...rows].join('\n')}
<path class="linear" d="M${linear.join('L')}"/>
<path class="cost" d="M${places.map((place) => place.map((value) => value.toFixed(1)).join(' ')).join('L')}"/>
${places.map(([cx = 0, cy = 0]) => `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="3"/>`).join('\n')}
<text x="${(x(lowX) + x(highX)) / 2}" y="${height - 8}" text-anchor="middle">weights × samples</text>
<text transform="translate(14 ${(y(lowY) + y(highY)) / 2}) rotate(-90)" text-anchor="middle">microseconds; dashed: linear growth</text>
</svg>
`;
}
