import { formatWritten } from '../../../../core/derivation/formatNumber';
import type { ProblemDetails } from '../../../../core/problem';
import { listed } from './counting';

/** What stops a text from being read. */
export function syntax({ reason, found, expected, family, parameters }: ProblemDetails['syntax']): string {
  const mark = found === undefined || found === '' ? null : `« ${found} »`;
  const wanted = expected === undefined ? null : awaited(expected);
  switch (reason) {
    case 'unclosed':
      return wanted === null
        ? 'Un crochet n’est jamais fermé.'
        : `Il manque ${wanted} : un crochet n’est jamais fermé.`;
    case 'missing-value':
      if (family !== undefined)
        return `Il manque ${expected} à ${family}. Ses paramètres sont ${listed(parameters ?? [])}.`;
      return expected === 'weights'
        ? 'Cette couche n’a pas de poids.'
        : `Il manque ${wanted ?? 'un nombre'} ici.`;
    case 'missing-separator':
      return `Il manque ${wanted ?? 'une virgule'} ${mark === null ? 'ici' : `avant ${mark}`}.`;
    case 'trailing':
      return `${mark ?? 'Ce texte'} se trouve après la fin.`;
    case 'zero-denominator':
      return `${found === undefined || found === '' ? 'Cette fraction' : formatWritten(`« ${found} »`)} a pour dénominateur 0.`;
    case 'uncertainty':
      return `${mark ?? 'Ceci'} est l’incertitude d’un nombre. Elle n’est pas lue.`;
    case 'computed':
      return `${mark ?? 'Ceci'} fait d’autres nombres de ceux qui sont écrits. Ce calcul n’est pas fait ici.`;
    case 'duplicate-key':
      return `${mark ?? 'Ce nom'} se trouve ici une seconde fois.`;
    case 'depth':
      if (expected === '[[')
        return `Les poids sont des lignes de nombres, entre deux niveaux de crochets. Ici il y en a ${found?.length ?? 'plus'}.`;
      return wanted === null ? 'Les crochets sont trop imbriqués.' : misplaced(mark, wanted);
    case 'mismatched':
    case 'unexpected-token':
    case 'unexpected-type':
      return misplaced(mark, wanted);
  }
}

function misplaced(mark: string | null, wanted: string | null): string {
  if (wanted === null) return `${mark ?? 'Ce texte'} n’est pas attendu ici.`;
  return mark === null ? `Il faut ${wanted} ici.` : `${mark} se trouve là où il faut ${wanted}.`;
}

const awaitedWords: Readonly<Record<string, string>> = {
  ',': 'une virgule',
  ':': 'un deux-points',
  number: 'un nombre',
  numbers: 'des nombres',
  value: 'une valeur',
  name: 'un nom',
  weights: 'des poids',
  gradient: 'un objet avec « weights », « biases » ou « input »',
  arrays: 'une liste avec un tableau par couche',
  layer: 'une couche',
  layers: 'une liste de couches',
  network: 'un réseau',
  distribution: 'une loi de probabilité',
  family: 'une famille de lois',
  density: 'une densité',
  support: 'un support',
  object: 'un objet',
  array: 'une liste',
  vector: 'une liste de nombres',
  matrix: 'une matrice',
  string: 'une chaîne de caractères',
  boolean: 'true ou false',
  key: 'un nom entre guillemets',
  on: 'une famille, ou « on » et un support,',
};

/** What the reader waited for: a mark of the notation, or a kind of value. */
function awaited(expected: string): string {
  // Names of functions, of which any would do.
  if (expected.includes(', ')) return `l’un de ${expected}`;
  return awaitedWords[expected] ?? `« ${expected} »`;
}
