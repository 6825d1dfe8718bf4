import { formatShort } from '../../../core/derivation/formatNumber';
import { cellsOfSteps } from '../../../core/matrixCells';
import { finish } from '../../../core/steps';
import type { NumberArray } from '../../../core/text/reading';
import type { Words } from '../words/words';
import { largestSize } from './cells';
import type { Picture } from './markup';
import type { Palette } from './palette';

/** Cells of the picture at most: more would make it too long for a hover. */
const mostRows = 48;
const mostColumns = 96;
/** In pixels, of the whole and of a cell. */
const [mostWidth, mostHeight, mostSide] = [480, 132, 12];
/** Steps of colour on each side of zero. */
const levels = 12;
/** Past so many numbers one of them alone does not set the scale of colours. */
const mostForLargest = 1000;
const quantile = 0.99;
const mostForQuantile = 50_000;
/** Of the ends of the scale, which colours do not tell apart further. */
const legendDigits = 3;

export interface HeatPicture extends Picture {
  /** What the colours say. */
  readonly legend: string;
}

/** A matrix, or a vector as one row, as cells that are coloured by sign and size. Null where all is zero or not finite. */
export function heatPicture(array: NumberArray, palette: Palette, words: Words): HeatPicture | null {
  const columns = array.shape.at(-1) ?? 1;
  if (columns === 0 || array.values.length === 0) return null;
  const matrix = { rows: array.values.length / columns, columns, values: array.values };
  const cells = finish(cellsOfSteps(matrix, mostRows, mostColumns));
  const scale = scaleOf(array.values);
  if (scale === 0) return null;
  const side = Math.min(mostSide, mostWidth / cells.columns, Math.max(1, mostHeight / cells.rows));
  const paths = new Map<number, string>();
  for (let row = 0; row < cells.rows; row++) {
    const at = (column: number) => levelOf(cells.values[row * cells.columns + column] / scale);
    for (let start = 0, end = 0; start < cells.columns; start = end) {
      const level = at(start);
      // NaN is a level too, and equal to itself here.
      for (end = start + 1; end < cells.columns && Object.is(at(end), level); ) end += 1;
      if (level !== 0) paths.set(level, `${paths.get(level) ?? ''}M${start} ${row}h${end - start}`);
    }
  }
  const drawn = [...paths].map(([level, path]) => {
    const color = Number.isNaN(level) ? palette.ink : palette.heat(level / levels);
    // What is no number is a thin line through its cell.
    return `<path d="${path}" stroke="${color}"${Number.isNaN(level) ? ' stroke-width=".2"' : ''}/>`;
  });
  const [width, height] = [Math.ceil(cells.columns * side), Math.ceil(cells.rows * side)];
  const legend = words.matrices.colours(
    formatShort(-scale, legendDigits),
    formatShort(scale, legendDigits),
    array.values.length > mostForLargest,
    Math.ceil(matrix.rows / cells.rows),
    Math.ceil(columns / cells.columns),
  );
  const frame = `<rect width="${width}" height="${height}" fill="none" stroke="${palette.stroke}"/>`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g transform="scale(${width / cells.columns} ${height / cells.rows})translate(0 .5)" fill="none" stroke-width="1.04">${drawn.join('')}</g>${frame}</svg>`,
    width,
    height,
    twin: words.matrices.heatMap(array.shape.join(' × ')),
    legend,
  };
}

/** From −levels to levels; NaN for what is no number. */
function levelOf(part: number): number {
  return Math.round(Math.min(1, Math.max(-1, part)) * levels) + 0;
}

function scaleOf(values: Float64Array): number {
  if (values.length <= mostForLargest) return values.some((value) => value !== 0) ? largestSize(values) : 0;
  // Of very many numbers some, evenly chosen, tell where nearly all of them are.
  const step = Math.ceil(values.length / mostForQuantile);
  const sizes = Float64Array.from({ length: Math.ceil(values.length / step) }, (_, index) =>
    Math.abs(values[index * step]),
  )
    .filter(Number.isFinite)
    .sort();
  const size = sizes[Math.floor((sizes.length - 1) * quantile)] ?? 0;
  // Of a sparse matrix nearly all is zero.
  return size > 0 ? size : (sizes.at(-1) ?? 0);
}
