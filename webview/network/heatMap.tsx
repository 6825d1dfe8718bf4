import { useLayoutEffect, useRef } from 'preact/hooks';
import { createMatrix, type Matrix } from '../../core/matrix';
import { cellsOfSteps } from '../../core/matrixCells';
import { finish } from '../../core/steps';

/** Cells that a heat map draws at most in each direction; beyond, each shows the largest of several. */
export const mostCells = 256;

/** A vector in the most square grid that holds it; what is left over in the last row is 0. */
export function tileOf(vector: ArrayLike<number>): Matrix {
  const columns = Math.ceil(Math.sqrt(vector.length));
  const tile = createMatrix(Math.ceil(vector.length / columns), columns);
  tile.values.set(Float64Array.from(vector));
  return tile;
}

/** The 99th percentile of the sizes past 1,000 cells, so that one outlier does not hide the rest. */
function rangeOf(values: ArrayLike<number>): number {
  const sizes = Float64Array.from(values, Math.abs).filter(Number.isFinite).sort();
  const at = sizes.length > 1000 ? Math.floor(sizes.length * 0.99) : sizes.length - 1;
  return sizes[at] || 1;
}

/** A matrix as coloured cells, from the negative pole through the ground to the positive one. */
export function HeatMap({
  matrix,
  name,
  wide,
}: {
  readonly matrix: Matrix;
  readonly name: string;
  readonly wide: boolean;
}) {
  const place = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const canvas = place.current;
    if (canvas === null) return undefined;
    const paint = () => draw(canvas, matrix);
    paint();
    // Another theme changes the variables on the document or the class of its body.
    const observer = new MutationObserver(paint);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
    return () => observer.disconnect();
  }, [matrix]);
  return <canvas class={wide ? 'heat-map wide' : 'heat-map'} role="img" aria-label={name} ref={place} />;
}

function draw(canvas: HTMLCanvasElement, matrix: Matrix): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const cells = finish(cellsOfSteps(matrix, mostCells, mostCells));
  const { rows: height, columns: width } = cells;
  canvas.width = width;
  canvas.height = height;
  const pole = (name: string) => rgb(canvas, name);
  const ground = pole('--ground');
  const positive = pole('--positive');
  const negative = pole('--negative');
  const range = rangeOf(matrix.values);
  const image = context.createImageData(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = cells.values[y * width + x];
      const share = Math.min(1, Math.abs(value) / range) || 0;
      const end = value < 0 ? negative : positive;
      for (let channel = 0; channel < 3; channel++) {
        image.data[(y * width + x) * 4 + channel] =
          ground[channel] + (end[channel] - ground[channel]) * share;
      }
      image.data[(y * width + x) * 4 + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}

/** A token's colour as the canvas sees it. */
function rgb(element: Element, token: string): readonly number[] {
  const probe = document.createElement('span');
  probe.style.color = `color-mix(in srgb, var(${token}) 100%, transparent)`;
  element.parentElement?.append(probe);
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  if (context === null) return [0, 0, 0];
  context.fillStyle = getComputedStyle(probe).color;
  context.fillRect(0, 0, 1, 1);
  probe.remove();
  return [...context.getImageData(0, 0, 1, 1).data];
}
