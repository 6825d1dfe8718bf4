import { counted, grouped } from './counting';

/** What a hover says beyond the words of mathematics. */
export const hover = {
  showNetwork: 'Afficher le réseau',
  showDistributions: 'Afficher les lois',
  showNumbers: 'Afficher dans le panneau',
  showPath: 'Afficher le chemin',
  copyGradients: 'Copier les gradients',
  copyOutputs: 'Copier les sorties',
  copyResult: 'Copier le résultat',
  pictureSettings: 'Masquer les images…',
  line: (line: number) => `Ligne ${line}`,
  agree: 'les gradients concordent avec les différences centrées',
  disagree: 'les gradients ne concordent pas avec les différences centrées',
  undecided: 'les différences centrées ne permettent pas de trancher ici',
  agreeSample: (compared: number, parameters: number) =>
    `les gradients concordent avec les différences centrées (${grouped(compared)} sur ${counted(parameters, 'paramètre comparé', 'paramètres comparés')})`,
  noTarget: 'pas de cible à côté de l’entrée, donc pas de perte à dériver',
  noInput: 'pas d’entrée à côté des poids, donc rien à calculer pour l’instant',
  asWeights: (sources: number, destinations: number) =>
    `Comme poids : ${counted(sources, 'source (colonne)', 'sources (colonnes)')}, ${counted(destinations, 'destination (ligne)', 'destinations (lignes)')}.`,
  weight: (value: string, from: number, to: number, layer: number) =>
    layer === 1
      ? `poids ${value}, de l’entrée ${from} au neurone ${to} de la couche 1`
      : `poids ${value}, du neurone ${from} de la couche ${layer - 1} au neurone ${to} de la couche ${layer}`,
  bias: (value: string, to: number, layer: number) => `biais ${value} du neurone ${to} de la couche ${layer}`,
  becomes: (rate: string, value: string) => `avec η = ${rate}, il devient ${value}`,
  sumOverSamples: (samples: number) =>
    `somme sur ${counted(samples, 'exemple', 'exemples')} ; pour l’exemple 1 :`,
  more: (count: number, one: string, many: string) => `… et encore ${counted(count, one, many)}.`,
  rows: ['ligne', 'lignes'] as readonly [string, string],
  columns: ['colonne', 'colonnes'] as readonly [string, string],
  problems: ['remarque', 'remarques'] as readonly [string, string],
  normalised: 'après normalisation',
  normalisedValues: (values: string) => `après normalisation : ${values}`,
  networkPicture: (widths: string) =>
    `Dessin du réseau ${widths}. Les arêtes pleines sont des poids positifs, les pointillées des poids négatifs ; plus le trait est épais, plus le poids est grand.`,
  pathPicture: (widths: string) => `Dessin du réseau ${widths} avec le chemin de ce nombre jusqu’à la perte.`,
  barsPicture: (outcomes: number) =>
    `Barres de P (pleines) et de Q (en contour) pour ${counted(outcomes, 'issue', 'issues')}.`,
  barsOfP: (outcomes: number) => `Barres de P pour ${counted(outcomes, 'issue', 'issues')}.`,
  curvesPicture: (p: string, q: string | null) =>
    q === null ? `La courbe de ${p}.` : `Courbes de P (pleine), ${p}, et de Q (en contour), ${q}.`,
  linePicture: (low: string, high: string) => `Les nombres sur une droite de ${low} à ${high}.`,
};
