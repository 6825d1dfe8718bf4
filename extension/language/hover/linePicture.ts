import { formatNumber } from '../../../core/derivation/formatNumber';
import { ticks } from '../../../core/derivation/ticks';
import type { Words } from '../words/words';
import type { Picture } from './markup';
import type { Palette } from './palette';

const mostDots = 200;
const [width, height] = [400, 46];
const [left, right] = [20, 380];
const axis = 20;

/** The numbers as dots on a line about 0: filled where positive, open where negative. Null for too many. */
export function linePicture(
  values: Float64Array,
  palette: Palette,
  words: Words,
  digits: number,
): Picture | null {
  const finite = [...values.subarray(0, mostDots + 1)].filter(Number.isFinite);
  if (values.length > mostDots || finite.length < 2) return null;
  const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
  if (low === high || !Number.isFinite(high - low)) return null;
  const x = (value: number) =>
    Math.round((left + 10 + ((value - low) / (high - low)) * (right - left - 20)) * 10) / 10;
  const marks = [`<line x1="${left}" y1="${axis}" x2="${right}" y2="${axis}" stroke="${palette.stroke}"/>`];
  for (const tick of ticks(low, high, 2.5)) {
    marks.push(
      `<line x1="${x(tick)}" y1="${axis - 4}" x2="${x(tick)}" y2="${axis + 4}" stroke="${palette.stroke}"/>`,
      `<text x="${x(tick)}" y="${height - 6}" font-size="11" font-family="sans-serif" text-anchor="middle" fill="${palette.quiet}">${formatNumber(tick, 1)}</text>`,
    );
  }
  for (const value of finite) {
    const [fill, stroke] =
      value < 0 ? [palette.ground, palette.negative] : [palette.positive, palette.positive];
    marks.push(
      `<circle cx="${x(value)}" cy="${axis}" r="5" fill="${fill}" stroke="${stroke}" stroke-width="2"/>`,
    );
  }
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${marks.join('')}</svg>`,
    width,
    height,
    twin: words.hover.linePicture(
      formatNumber(Math.min(...finite), digits),
      formatNumber(Math.max(...finite), digits),
    ),
  };
}
