/** What printed digits, or float32, leave of a result. `name` is a symbol; the others are formatted numbers. */
export const precision = {
  interval: (name: string, lower: string, upper: string, half: string): string =>
    `${name} lies between ${lower} and ${upper}, whatever the digits were that are not printed (± ${half} each).`,
  firstOrder: (name: string, change: string, half: string): string =>
    `${name} is known to ± ${change}, to first order, for the digits that are not printed (± ${half} each).`,
  printed: (half: string): string => `Digits that are not printed leave each number open by ± ${half}.`,
  divided: (distribution: string, sum: string): string =>
    `${distribution} sums to ${sum}, which the rounding of its digits explains: each number is divided by that.`,
  single: 'Calculated in float32.',
  doubles: (loss: string, difference: string, bound: string | null): string =>
    `In float64, of the same numbers, ℒ = ${loss}; no derivative is further away than ${difference}${
      bound === null ? '' : `, where rounding may do ${bound}`
    }.`,
};
