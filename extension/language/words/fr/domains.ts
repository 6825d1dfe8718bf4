/** The words of mathematics that `core` gives with a domain or a meaning. */
const phrases: Readonly<Record<string, string>> = {
  finite: 'un nombre fini',
  'a number': 'un nombre',
  'an integer': 'un entier',
  'false, true': 'false, true',
  'in [0, 1]': 'dans [0 ; 1]',
  'in (0, 1)': 'dans ]0 ; 1[',
  'class indices from 0, −1 after the last': 'des indices de classe à partir de 0, puis −1 après le dernier',
  'the tanh approximation': 'l’approximation par tanh',
};

const interval = /([([])([^,()[\]]+), ([^,()[\]]+)([)\]])/;

/** A domain as France writes it: ]0 ; 1[ for (0, 1), +∞ for ∞. */
export function domainWords(domain: string): string {
  const known = phrases[domain];
  if (known !== undefined) return known;
  const slope = /^of slope (.+) for negative x$/.exec(domain)?.[1];
  if (slope !== undefined) return `de pente ${slope} pour x négatif`;
  return domain.replace(interval, (_, open: string, low: string, high: string, close: string) => {
    return `${open === '(' ? ']' : '['}${low} ; ${high === '∞' ? '+∞' : high}${close === ')' ? '[' : ']'}`;
  });
}
