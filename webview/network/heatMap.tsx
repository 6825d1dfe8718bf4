import { useLayoutEffect, useRef } from 'preact/hooks';

/** Cells that a heat map draws at most in each direction; beyond, each shows the largest of several. */
const mostCells = 256;

/** The most square grid that holds a vector. */
export function tileShape(count: number): { readonly rows: number; readonly columns: number } {
  const columns = Math.ceil(Math.sqrt(count));
  return { columns, rows: Math.ceil(count / columns) };
}

/** The 99th percentile of the sizes past 1,000 cells, so that one outlier does not hide the rest. */
function rangeOf(values: ArrayLike<number>): number {
  const sizes = Float64Array.from(values, Math.abs).filter(Number.isFinite).sort();
  const at = sizes.length > 1000 ? Math.floor(sizes.length * 0.99) : sizes.length - 1;
  return sizes[at] || 1;
}

/** A matrix as coloured cells, from the negative pole through the ground to the positive one. */
export function HeatMap({
  values,
  rows,
  columns,
  name,
  wide,
}: {
  readonly values: ArrayLike<number>;
  readonly rows: number;
  readonly columns: number;
  readonly name: string;
  readonly wide: boolean;
}) {
  const place = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const canvas = place.current;
    if (canvas === null) return undefined;
    const paint = () => draw(canvas, values, rows, columns);
    paint();
    // Another theme changes the variables on the document or the class of its body.
    const observer = new MutationObserver(paint);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
    return () => observer.disconnect();
  }, [values, rows, columns]);
  return <canvas class={wide ? 'heat-map wide' : 'heat-map'} role="img" aria-label={name} ref={place} />;
}

function draw(canvas: HTMLCanvasElement, values: ArrayLike<number>, rows: number, columns: number): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const height = Math.min(rows, mostCells);
  const width = Math.min(columns, mostCells);
  canvas.width = width;
  canvas.height = height;
  const pole = (name: string) => rgb(canvas, name);
  const ground = pole('--ground');
  const positive = pole('--positive');
  const negative = pole('--negative');
  const range = rangeOf(values);
  const image = context.createImageData(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = largestIn(values, rows, columns, { x, y, width, height });
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

/** The entry of largest size among those that fall on one cell. */
function largestIn(
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  cell: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): number {
  let largest = 0;
  const lastRow = Math.max(Math.floor(((cell.y + 1) * rows) / cell.height), 1);
  const lastColumn = Math.max(Math.floor(((cell.x + 1) * columns) / cell.width), 1);
  for (let row = Math.floor((cell.y * rows) / cell.height); row < lastRow; row++) {
    for (let column = Math.floor((cell.x * columns) / cell.width); column < lastColumn; column++) {
      const value = values[row * columns + column] ?? 0;
      if (Math.abs(value) > Math.abs(largest)) largest = value;
    }
  }
  return largest;
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
