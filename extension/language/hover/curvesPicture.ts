import type { ContinuousStudy } from '../../../core/divergence/continuous/continuousStudy';
import { curvesOf } from '../../../core/divergence/continuous/curves';
import { measureText } from '../../../core/divergence/continuous/measureText';
import { visibleHeight } from '../../../core/divergence/continuous/visibleHeight';
import type { Words } from '../words/words';
import type { Picture } from './markup';
import type { Palette } from './palette';

const width = 360;
const height = 84;
const base = height - 6;

/** P filled, Q as an outline; integers stand as bars. Null where the two share no axis. */
export function curvesPicture(study: ContinuousStudy, palette: Palette, words: Words): Picture | null {
  const { p, q, reading } = study;
  const curves = curvesOf(p.distribution, q?.distribution ?? null, reading.base);
  const first = curves?.x[0];
  const last = curves?.x.at(-1);
  if (curves === null || first === undefined || last === undefined) return null;
  const top = visibleHeight([curves.p, curves.q ?? []]);
  const margin = curves.discrete ? 0.5 : 0;
  const range = last - first + 2 * margin || 1;
  const x = (value: number) => round(8 + ((value - first + margin) / range) * (width - 16));
  const y = (value: number) => round(base - (Math.min(value, top) / top) * (base - 6));
  const marks = curves.discrete
    ? bars(curves.x, curves.p, curves.q, (width - 16) / range, { x, y }, palette)
    : [
        `<path d="M${x(first)} ${base}${path(curves.x, curves.p, { x, y })}L${x(last)} ${base}Z" fill="${palette.quiet}"/>`,
        ...(curves.q === null
          ? []
          : [
              `<path d="M${path(curves.x, curves.q, { x, y }).slice(1)}" fill="none" stroke="${palette.ink}" stroke-width="1.5"/>`,
            ]),
      ];
  marks.push(
    `<line x1="6" y1="${base + 0.5}" x2="${width - 6}" y2="${base + 0.5}" stroke="${palette.stroke}"/>`,
  );
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${marks.join('')}</svg>`,
    width,
    height,
    twin: words.hover.curvesPicture(
      measureText(p, reading.text),
      q === null ? null : measureText(q, reading.text),
    ),
  };
}

interface Scales {
  x(value: number): number;
  y(value: number): number;
}

function path(x: readonly number[], values: readonly number[], scales: Scales): string {
  return x.map((at, index) => `L${scales.x(at)} ${scales.y(values[index] ?? 0)}`).join('');
}

function bars(
  x: readonly number[],
  p: readonly number[],
  q: readonly number[] | null,
  slot: number,
  scales: Scales,
  palette: Palette,
): string[] {
  const half = Math.min(20, slot * 0.4);
  const bar = (at: number, value: number, left: number, paint: string) => {
    const top = scales.y(value);
    return top >= base
      ? ''
      : `<rect x="${round(scales.x(at) + left)}" y="${top}" width="${round(half * (q === null ? 2 : 1))}" height="${round(base - top)}" ${paint}/>`;
  };
  return x.flatMap((at, index) => [
    bar(at, p[index] ?? 0, -half, `fill="${palette.quiet}"`),
    q === null ? '' : bar(at, q[index] ?? 0, 0, `fill="none" stroke="${palette.ink}"`),
  ]);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
