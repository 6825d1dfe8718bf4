/** A number, or a non-finite one as text. */
export type Expected = number | 'Infinity' | '-Infinity' | 'NaN';

export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** |v − e| ≤ relative·|e| + absolute, or both are the same non-finite value. */
export function agrees(value: number, expected: Expected, { relative, absolute }: Tolerance): boolean {
  const wanted = Number(expected);
  if (!Number.isFinite(wanted)) return Object.is(value, wanted);
  return Math.abs(value - wanted) <= relative * Math.abs(wanted) + absolute;
}
