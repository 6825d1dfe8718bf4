import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Matrix } from '../../../core/matrix';
import { cellsOfSteps } from '../../../core/matrixCells';
import { finish } from '../../../core/steps';
import { tokenColour } from './tokenColour';

/** Cells that a heat map draws at most in each direction; beyond, each shows the largest of several. */
export const mostCells = 256;

/** The 99th percentile of the sizes past 1,000 cells, so that one outlier does not hide the rest. */
export function rangeOf(values: ArrayLike<number>): number {
  const sizes = Float64Array.from(values, Math.abs).filter(Number.isFinite).sort();
  const at = sizes.length > 1000 ? Math.floor(sizes.length * 0.99) : sizes.length - 1;
  return sizes[at] || 1;
}

/**
 * A matrix as coloured cells, from the negative pole through the ground to the positive one. With `isSigned` false,
 * where no entry is negative, from the ground to the ink: colour says sign and nothing else.
 */
export function HeatMap({
  matrix,
  name,
  kind,
  isSigned = true,
  absent = 0,
}: {
  readonly matrix: Matrix;
  readonly name: string;
  readonly kind: 'wide' | 'grid';
  readonly isSigned?: boolean;
  /** Cells at the end of the last row that no entry fills. */
  readonly absent?: number;
}) {
  const place = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const canvas = place.current;
    if (canvas === null) return undefined;
    const paint = () => draw(canvas, matrix, isSigned, absent);
    paint();
    // Another theme changes the variables on the document or the class of its body.
    const observer = new MutationObserver(paint);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
    return () => observer.disconnect();
  }, [matrix, isSigned, absent]);
  return <canvas class={`heat-map ${kind}`} role="img" aria-label={name} ref={place} />;
}

function draw(canvas: HTMLCanvasElement, matrix: Matrix, isSigned: boolean, absent: number): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const cells = finish(cellsOfSteps(matrix, mostCells, mostCells));
  const { rows: height, columns: width } = cells;
  canvas.width = width;
  canvas.height = height;
  const ground = tokenColour(canvas, '--ground');
  const positive = tokenColour(canvas, isSigned ? '--positive' : '--ink');
  const negative = tokenColour(canvas, '--negative');
  const range = rangeOf(matrix.values);
  const image = context.createImageData(width, height);
  for (let at = 0; at < width * height - absent; at++) {
    const value = cells.values[at];
    const share = Math.min(1, Math.abs(value) / range) || 0;
    const end = value < 0 ? negative : positive;
    for (let channel = 0; channel < 3; channel++) {
      image.data[at * 4 + channel] = ground[channel] + (end[channel] - ground[channel]) * share;
    }
    image.data[at * 4 + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}
