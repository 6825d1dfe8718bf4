import type { Name } from '../items';

/** Numbers with their places and, once a call gave it, a shape; those of a matrix are read out row-major. */
export interface Numbers {
  readonly values: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly shape: readonly number[];
  /** Where each has a name, `c(a = 0.2, b = 0.8)`. */
  readonly labels?: readonly Name[];
}

export function scalar(value: number, start: number, end: number): Numbers {
  return { values: [value], starts: [start], ends: [end], shape: [] };
}

/** Numbers that the text implies: their places are empty. */
export function impliedVector(values: readonly number[], at: number): Numbers {
  const places = values.map(() => at);
  return { values, starts: places, ends: places, shape: [values.length] };
}

export function concatenate(parts: readonly Numbers[]): Numbers {
  const values = parts.flatMap((part) => part.values);
  return {
    values,
    starts: parts.flatMap((part) => part.starts),
    ends: parts.flatMap((part) => part.ends),
    shape: [values.length],
  };
}

/** Vectors as the rows of a matrix; null where their lengths differ. */
export function stack(parts: readonly Numbers[]): Numbers | null {
  const width = parts[0]?.values.length ?? 0;
  if (width === 0 || parts.some((part) => part.values.length !== width || part.shape.length > 1)) return null;
  return { ...concatenate(parts), shape: [parts.length, width] };
}

export function transposed(numbers: Numbers): Numbers {
  const [rows = 1, columns = 1] = numbers.shape;
  const order = Array.from(
    { length: rows * columns },
    (_, index) => (index % rows) * columns + Math.floor(index / rows),
  );
  return pick(numbers, order, [columns, rows]);
}

export function pick(numbers: Numbers, order: readonly number[], shape: readonly number[]): Numbers {
  return {
    values: order.map((place) => numbers.values[place] ?? Number.NaN),
    starts: order.map((place) => numbers.starts[place] ?? 0),
    ends: order.map((place) => numbers.ends[place] ?? 0),
    shape,
  };
}

export function diagonal(whole: Numbers, size: number, end: number): Numbers {
  const isIdentity = whole.shape.length === 0;
  const cells = Array.from({ length: size * size }, (_, index) => {
    const on = index % (size + 1) === 0;
    const place = Math.floor(index / (size + 1));
    if (!on) return { value: 0, start: end, end };
    if (isIdentity) return { value: 1, start: end, end };
    return {
      value: whole.values[place] ?? Number.NaN,
      start: whole.starts[place] ?? 0,
      end: whole.ends[place] ?? 0,
    };
  });
  return {
    values: cells.map((cell) => cell.value),
    starts: cells.map((cell) => cell.start),
    ends: cells.map((cell) => cell.end),
    shape: [size, size],
  };
}

/** Numbers in the order of R, the first index fastest, as an array of this shape; they repeat where there are too few. */
export function filled(whole: Numbers, shape: readonly number[]): Numbers {
  const count = shape.reduce((product, size) => product * size, 1);
  const order = Array.from({ length: count }, (_, index) => {
    let [rest, place, stride] = [index, 0, 1];
    const digits = shape.map((_, dimension) => {
      const size = shape[shape.length - 1 - dimension] ?? 1;
      const digit = rest % size;
      rest = (rest - digit) / size;
      return digit;
    });
    for (const [dimension, size] of shape.entries()) {
      place += (digits[shape.length - 1 - dimension] ?? 0) * stride;
      stride *= size;
    }
    return place % Math.max(1, whole.values.length);
  });
  return pick(whole, order, shape);
}
