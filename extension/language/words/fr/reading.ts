import type { MeasureForm } from '../../../../core/text/measureForm';
import type { Notation, ReadingChoice } from '../../../../core/text/reading';
import { formatHalfUnit } from '../formatHalfUnit';
import { counted, grouped } from './counting';

const notations: Readonly<Record<Notation, string>> = {
  'nabla-json': 'un document Nabla',
  json: 'du JSON',
  assignments: 'des affectations',
  families: 'des familles de lois',
  activation: 'une activation',
  'python-list': 'une liste Python',
  'octave-literal': 'une matrice Octave',
  braces: 'des nombres entre accolades',
  parentheses: 'des nombres entre parenthèses',
  plain: 'de simples nombres',
  'numpy-repr': 'un tableau NumPy',
  'numpy-str': 'un affichage de NumPy',
  'torch-repr': 'un tenseur PyTorch',
  'jax-repr': 'un tableau JAX',
  'tf-repr': 'un tenseur TensorFlow',
  'paddle-repr': 'un tenseur Paddle',
  eigen: 'une initialisation Eigen',
  mathematica: 'une liste Mathematica',
  maxima: 'une matrice Maxima',
  'sympy-repr': 'une matrice SymPy ou Maple',
  pari: 'une matrice PARI',
  'torch-state-dict': 'un state dict PyTorch',
  'pandas-print': 'un affichage de pandas',
  csv: 'du CSV',
  'csv-decimal-comma': 'du CSV à virgule décimale',
  tsv: 'du TSV',
  'tsv-decimal-comma': 'du TSV à virgule décimale',
  markdown: 'un tableau Markdown',
  'matrix-market': 'un fichier Matrix Market',
  'octave-print': 'un affichage d’Octave',
  'r-print': 'un affichage de R',
  'r-dput': 'une expression R, telle que dput l’écrit',
  'r-literal': 'une expression R',
  julia: 'un tableau Julia',
  latex: 'une matrice LaTeX',
  'maxima-2d': 'un affichage de Maxima',
  'pari-pretty': 'un affichage de PARI',
  yaml: 'du YAML',
};

const measureForms: Readonly<Record<Exclude<MeasureForm, 'probabilities'>, string>> = {
  'log-probabilities': 'des logarithmes de probabilités',
  logits: 'des logits : ses probabilités sont leur softmax',
  counts: 'des effectifs : ses probabilités sont leurs fréquences',
};

/** How the text was read where it left room for more than one way. */
export const reading = {
  notation: (notation: Notation): string => notations[notation],
  readAs: (notation: Notation): string => `lu comme ${notations[notation]}`,
  choice: (choice: ReadingChoice): string => {
    switch (choice.rule) {
      case 'augmented':
        return `La couche ${choice.layer + 1} est lue comme [W b] : sa dernière colonne donne les biais.`;
      case 'exported':
        return `Lu à la manière de ${choice.by}${choice.by === 'brain.js' ? '' : ' : dans une matrice, une ligne est une source et une colonne une destination'}.`;
      case 'kernel':
        return `La couche ${choice.layer + 1} a un noyau (kernel) : une ligne est une source, une colonne une destination.`;
      case 'chained-matrices':
        return `${counted(choice.count, 'matrice dont les dimensions s’enchaînent est lue comme la couche', 'matrices dont les dimensions s’enchaînent sont lues comme les couches')} d’un même réseau, dans leur ordre.`;
      case 'single-matrix':
        return 'La matrice est lue comme une couche avec l’identité.';
      case 'entries':
        return choice.first === 'source'
          ? 'Les poids sont donnés un à un : le premier indice est lu comme la source, le second comme la destination.'
          : 'Les poids sont donnés un à un : le premier indice est lu comme la destination, le second comme la source.';
      case 'loss-alone':
        return 'Le texte donne les sorties : elles sont l’entrée d’une couche qui est l’identité, et le gradient par rapport à l’entrée est celui par rapport aux sorties.';
      case 'two-rows':
        return 'Les deux lignes sont lues comme P et Q.';
      case 'two-columns':
        return 'Les deux colonnes sont lues comme P et Q : leurs sommes valent 1, celles des lignes non.';
      case 'two-selections':
        return 'La première sélection est lue comme P, la seconde comme Q.';
      case 'rows':
        return `Chacune des ${counted(choice.count, 'ligne', 'lignes')} est lue comme une loi : P et Q sont les deux premières, et le tableau de tous les couples figure plus bas.`;
      case 'line-rows':
        return `Les ${choice.count} vecteurs sont les lignes d’une matrice.`;
      case 'named-arrays':
        return 'Les tableaux sont lus d’après leurs noms.';
      case 'left-out':
        return choice.count === 1
          ? `Le nombre ${choice.first} du texte n’est dans aucun tableau et il est laissé de côté.`
          : `${grouped(choice.count)} nombres du texte, dont ${choice.first} est le premier, ne sont dans aucun tableau et sont laissés de côté.`;
      case 'column-major':
        return 'Les nombres remplissent la matrice colonne par colonne.';
      case 'scale-factor':
        return `Chaque nombre est multiplié par le facteur commun 10^${choice.exponent}.`;
      case 'factor':
        return `Chaque nombre est multiplié par ${choice.factor}.`;
      case 'printed-digits':
        return `Les nombres sont affichés avec ${counted(choice.decimals, 'décimale', 'décimales')} : chacun est connu à ± ${formatHalfUnit(choice.halfUnit)} près, au mieux.`;
      case 'header':
        return `La première ligne nomme ${counted(choice.columns, 'colonne', 'colonnes')} et ne contient pas de données.`;
      case 'index-column':
        return 'La première colonne étiquette les lignes et ne contient pas de données.';
      case 'decimal-comma':
        return 'La virgule est lue comme séparateur décimal.';
      case 'truth-values':
        return 'Vrai est lu comme 1 et faux comme 0.';
      case 'column-blocks':
        return `${counted(choice.count, 'bloc de colonnes est accolé', 'blocs de colonnes sont accolés')} côte à côte.`;
      case 'implied-zeros':
        return 'Les coefficients que le texte ne donne pas sont nuls.';
      case 'mirrored':
        return `La matrice est ${choice.symmetry === 'symmetric' ? 'symétrique' : 'antisymétrique'} : les coefficients d’un triangle donnent ceux de l’autre.`;
      case 'measure-form':
        return `${choice.distribution} est lu comme ${measureForms[choice.form]}.`;
      case 'joint-table':
        return `Le tableau ${choice.rows} × ${choice.columns} est lu comme la loi jointe de deux variables.`;
    }
  },
};
