import { counted, grouped, listed } from './counting';

/** What is known of a matrix: names of facts, short enough for a table. */
export const matrices = {
  rank: 'rang',
  rankOf: (rank: number, full: number, exact: boolean) =>
    `${rank} sur ${full}${exact ? ', exactement' : ', en double précision'}`,
  atLeast: (rank: number) => ` ; au moins ${rank} d’après les chiffres imprimés`,
  determinant: 'déterminant',
  lost: 'perdu dans les arrondis de la double précision',
  trace: 'trace',
  condition: 'conditionnement',
  singularValues: 'valeurs singulières',
  more: (count: number) => `et ${grouped(count)} autres`,
  rows: 'lignes',
  distributions: 'chacune de somme 1, une loi',
  form: 'forme',
  symmetric: 'symétrique',
  'skew-symmetric': 'antisymétrique',
  range: 'étendue',
  rowSums: 'sommes des lignes',
  sum: 'somme',
  value: 'valeur',
  double: 'double précision',
  mean: 'moyenne',
  meanOf: (mean: string, deviation: string, finite: number, count: number) =>
    `${mean}, écart-type ${deviation}${finite === count ? '' : `, sur ${counted(finite, 'nombre fini', 'nombres finis')}`}`,
  zeros: 'zéros',
  partOf: (part: number, whole: number) => `${grouped(part)} sur ${grouped(whole)}`,
  norms: 'normes',
  type: 'type',
  pairs: 'KL de toutes les paires de lignes',
  readTransposed: 'La lire transposée',
  heatMap: (shape: string) =>
    `Carte de chaleur des nombres, ${shape}. Le bleu est positif, l’orange négatif.`,
  colours: (low: string, high: string, most: boolean, rows: number, columns: number) =>
    `Couleurs de ${low}, en orange, à ${high}, en bleu${most ? ', que 99 % ne dépassent pas' : ''}${rows * columns === 1 ? '' : ` ; chaque case montre le plus grand de ${rows} × ${columns}`}`,
  fits: (names: readonly string[]) =>
    `Par leurs noms et leurs dimensions, ${listed(names, 8)} forment un réseau.`,
  network: (widths: string) => `Afficher le réseau ${widths}`,
  head: (rows: number, columns: number | null) =>
    columns === null
      ? rows === 1
        ? 'Le premier nombre'
        : `Les ${grouped(rows)} premiers nombres`
      : `${rows === 1 ? 'La première ligne' : `Les ${grouped(rows)} premières lignes`} d’une matrice de ${counted(columns, 'colonne', 'colonnes')}`,
  long: (length: number) =>
    `${counted(length, 'caractère sélectionné', 'caractères sélectionnés')}, plus qu’un survol n’en lit.`,
  asNetwork: (layers: number) =>
    layers === 1
      ? 'Elles forment une couche.'
      : `Leurs dimensions s’enchaînent en un réseau de ${layers} couches.`,
};
