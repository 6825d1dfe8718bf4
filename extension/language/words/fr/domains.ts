import { formatWritten, listNumbers } from '../../../../core/derivation/formatNumber';

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

/** Not the arguments of a function: `max(0, x)`. */
const interval = /(?<!\p{L})([([])([^,()[\]]+), ([^,()[\]]+)([)\]])/u;

/** A domain as France writes it: ]0 ; 1[ for (0, 1), +∞ for ∞. */
export function domainWords(domain: string): string {
  const known = phrases[domain];
  if (known !== undefined) return known;
  return domain.replace(interval, (_, open: string, low: string, high: string, close: string) => {
    return `${open === '(' ? ']' : '['}${low} ; ${high === '∞' ? '+∞' : high}${close === ')' ? '[' : ']'}`;
  });
}

/** What a name means in a framework: `de pente 0,01 pour x négatif`, `min(max(0 ; 0,2x + 0,5) ; 1)`. */
export function meaningWords(meaning: string): string {
  const known = phrases[meaning];
  if (known !== undefined) return known;
  const slope = /^of slope (.+) for negative x$/.exec(meaning)?.[1];
  if (slope !== undefined) return `de pente ${formatWritten(slope)} pour x négatif`;
  return listNumbers(meaning.split(', ').map(formatWritten));
}
