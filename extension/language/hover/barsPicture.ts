import type { DistributionStudy } from '../../../core/divergence/distributionStudy';
import type { Words } from '../words/words';
import type { Picture } from './markup';
import type { Palette } from './palette';

/** More outcomes are not drawn: their bars would be thinner than a pixel or two. */
const mostOutcomes = 100;
const height = 64;
const base = height - 5.5;
const widest = 560;

/** P as filled bars, Q as outlined ones beside them. Null where there is nothing to draw to scale. */
export function barsPicture({ p, q }: DistributionStudy, palette: Palette, words: Words): Picture | null {
  const tallest = Math.max(...p.subarray(0, mostOutcomes + 1), ...(q ?? []).slice(0, mostOutcomes + 1));
  if (p.length > mostOutcomes || !(tallest > 0) || !Number.isFinite(tallest)) return null;
  const step = Math.max(5, Math.min(96, (widest - 24) / p.length));
  const bar = Math.max(1, Math.min(26, step * (q === null ? 0.6 : 0.32)));
  const width = Math.ceil(24 + step * p.length);
  const marks: string[] = [];
  const rect = (x: number, value: number, paint: string) => {
    const size = (Math.max(0, value) / tallest) * (base - 4);
    if (size > 0)
      marks.push(
        `<rect x="${round(x)}" y="${round(base - size)}" width="${round(bar)}" height="${round(size)}" ${paint}/>`,
      );
  };
  p.forEach((value, index) => {
    const x = 14 + index * step;
    rect(x, value, `fill="${palette.quiet}"`);
    if (q !== null) rect(x + bar + 2, q[index], `fill="none" stroke="${palette.ink}"`);
  });
  marks.push(
    `<line x1="6" y1="${base + 0.5}" x2="${width - 6}" y2="${base + 0.5}" stroke="${palette.stroke}"/>`,
  );
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${marks.join('')}</svg>`,
    width,
    height,
    twin: q === null ? words.hover.barsOfP(p.length) : words.hover.barsPicture(p.length),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
