import { formatShort } from '../../../../core/derivation/formatNumber';

/** What other frameworks would return for the same text. */
export const frameworks = {
  title: 'Ce que renverraient les bibliothèques',
  about: 'Le même texte avec les valeurs par défaut de chacune, en double précision. Celles qui diffèrent :',
  none: 'Toutes renvoient ce qui est affiché ici.',
  same: (names: string) => `Comme ici : ${names}.`,
  here: 'ici',
  framework: 'bibliothèque',
  output: 'sortie ŷ',
  loss: 'perte ℒ',
  gradient: 'plus grand écart d’une dérivée',
  parameter: (layer: number, activation: string, parameter: string, there: number, here: number) =>
    `couche ${layer} : ${parameter} de ${activation} vaut ${formatShort(there, 4)}, et non ${formatShort(here, 4)}`,
  single: 'simple précision, celle des bibliothèques par défaut',
  kinks: 'une autre dérivée en un point anguleux',
};
