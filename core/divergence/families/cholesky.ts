type Rows = readonly (readonly number[])[];

/** L, lower triangular, with L Lᵀ = A; null where A is not symmetric positive definite. */
export function cholesky(a: Rows): Rows | null {
  const lower: number[][] = [];
  for (const [i, row] of a.entries()) {
    const current: number[] = [];
    for (let j = 0; j <= i; j++) {
      const entry = row[j] ?? 0;
      const mirrored = a[j]?.[i] ?? 0;
      if (Math.abs(entry - mirrored) > 1e-6 * Math.max(Math.abs(entry), Math.abs(mirrored))) return null;
      let sum = entry;
      for (let k = 0; k < j; k++) sum -= (current[k] ?? 0) * ((i === j ? current : lower[j])?.[k] ?? 0);
      if (i === j) {
        if (!(sum > 0)) return null;
        current.push(Math.sqrt(sum));
      } else current.push(sum / (lower[j]?.[j] ?? 1));
    }
    lower.push(current);
  }
  return lower;
}

/** y with L y = b, by forward substitution. */
export function solveLower(lower: Rows, b: readonly number[]): readonly number[] {
  const y: number[] = [];
  for (const [i, row] of lower.entries()) {
    let sum = b[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (row[k] ?? 0) * (y[k] ?? 0);
    y.push(sum / (row[i] ?? 1));
  }
  return y;
}

/** ln det A of A = L Lᵀ. */
export function logDeterminant(lower: Rows): number {
  return 2 * lower.reduce((sum, row, i) => sum + Math.log(row[i] ?? 0), 0);
}

/** L Lᵀ of the lower triangle of L. */
export function timesTranspose(lower: Rows): Rows {
  return lower.map((row, i) =>
    lower.map((other, j) => {
      let sum = 0;
      for (let k = 0; k <= Math.min(i, j); k++) sum += (row[k] ?? 0) * (other[k] ?? 0);
      return sum;
    }),
  );
}

/** A⁻¹ of a symmetric positive definite A; null where it is not. */
export function invertPositive(a: Rows): Rows | null {
  const lower = cholesky(a);
  if (lower === null) return null;
  const columns = a.map((_, j) =>
    solveLower(
      lower,
      a.map((__, i) => (i === j ? 1 : 0)),
    ),
  );
  return columns.map((left) =>
    columns.map((right) => left.reduce((sum, entry, k) => sum + entry * (right[k] ?? 0), 0)),
  );
}
