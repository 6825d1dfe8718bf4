/**
 * The derivative of Σ weight · max(0, margin − ŷ_c + ŷⱼ)ᵖ over the classes c and the others j, as ŷ sets out
 * along v. An excess of 0 counts where it grows.
 */
export function marginsAlong(
  output: Float64Array,
  classes: ArrayLike<number>,
  direction: Float64Array,
  { margin, p }: { readonly margin: number; readonly p: number },
): number {
  const wanted = new Set(Array.from(classes));
  let sum = 0;
  for (const c of wanted) {
    for (let j = 0; j < output.length; j++) {
      if (wanted.has(j)) continue;
      const excess = margin - output[c] + output[j];
      const growth = direction[j] - direction[c];
      if (excess > 0) sum += (p === 1 ? 1 : 2 * excess) * growth;
      else if (excess === 0 && p === 1) sum += Math.max(0, growth);
    }
  }
  return sum;
}

/** The sign of each excess. */
export function marginSides(
  output: Float64Array,
  classes: ArrayLike<number>,
  margin: number,
): readonly number[] {
  const wanted = [...new Set(Array.from(classes))];
  return wanted.flatMap((c) =>
    Array.from(output, (value, j) => (wanted.includes(j) ? 1 : Math.sign(margin - output[c] + value))),
  );
}
