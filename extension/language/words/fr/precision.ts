/** What printed digits, or float32, leave of a result. `name` is a symbol; the others are formatted numbers. */
export const precision = {
  interval: (name: string, lower: string, upper: string, half: string): string =>
    `${name} est comprise entre ${lower} et ${upper}, quels que soient les chiffres qui ne sont pas affichés (± ${half} chacun).`,
  firstOrder: (name: string, change: string, half: string): string =>
    `${name} est connue à ± ${change} près, au premier ordre, vu les chiffres qui ne sont pas affichés (± ${half} chacun).`,
  printed: (half: string): string =>
    `Les chiffres qui ne sont pas affichés laissent chaque nombre incertain à ± ${half} près.`,
  divided: (distribution: string, sum: string): string =>
    `La somme de ${distribution} est ${sum}, ce que l’arrondi de ses chiffres explique : chaque nombre est divisé par elle.`,
  single: 'Calculé en float32.',
  doubles: (loss: string, difference: string, bound: string | null): string =>
    `En float64, avec les mêmes nombres, ℒ = ${loss} ; aucune dérivée ne s’écarte de plus de ${difference}${
      bound === null ? '' : `, quand l’arrondi peut aller jusqu’à ${bound}`
    }.`,
};
