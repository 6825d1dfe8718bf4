/** The few words that formulas have in plain text, in the order in which they are looked for. */
const phrases: readonly (readonly [string, string])[] = [
  [
    'Σ over classes c of the sample, j not among them, of',
    'Σ sur les classes c de l’exemple et les j qui n’en sont pas, de',
  ],
  [', with τ such that they sum to one', ', avec τ tel que leur somme soit un'],
  ['α = 1/6 and β = ½ unless given', 'α = 1/6 et β = ½ sauf indication'],
  ['values at 0', 'values en 0'],
  ['1 at k', '1 en k'],
  ['of the class c', 'de la classe c'],
  ['over j ≠ c of', 'sur j ≠ c de'],
  ['over j < k', 'sur j < k'],
  [', with ', ', avec '],
  [', else ', ', sinon '],
  [' for ', ' si '],
  ['; ', '\u202f; '],
];

/** A formula in plain text: `x si x > 0, sinon 0`. */
export function formula(plain: string): string {
  return phrases.reduce((text, [english, french]) => text.replaceAll(english, french), plain);
}
