import { counted } from './counting';

/** The rows of a matrix against each other. */
export const pairwise = {
  title: 'Chaque ligne contre chaque autre',
  about: 'Chaque ligne est une loi. KL de la ligne, à gauche, par rapport à la colonne, en haut.',
  divided: (rows: number) =>
    `${counted(rows, 'ligne n’a', 'lignes n’ont')} pas pour somme 1, et ${rows < 2 ? 'a été divisée' : 'ont été divisées'} par leur somme.`,
  row: 'ligne',
  sum: 'somme',
  entropy: 'entropie',
  kullbackLeibler: 'divergence KL',
  jensenShannon: 'divergence de Jensen–Shannon',
  none: 'aucune',
  firstOf: (shown: number, all: number) => `Les ${shown} premières de ${counted(all, 'ligne', 'lignes')}.`,
  copy: 'Copier le tableau',
};
