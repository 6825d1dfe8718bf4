import type { Losses } from '../../../../core/text/notations/writers/conversion';
import type { WriterName } from '../../../../core/text/notations/writers/writer';
import { counted } from './counting';

const notations: Readonly<Record<WriterName, string>> = {
  'nabla-json': 'Document Nabla',
  json: 'JSON',
  python: 'Listes Python',
  numpy: 'NumPy',
  torch: 'PyTorch',
  octave: 'Octave, MATLAB',
  julia: 'Julia',
  r: 'R',
  mathematica: 'Mathematica',
  maxima: 'Maxima',
  pari: 'PARI/GP',
  latex: 'LaTeX',
  c: 'C, C++',
  csv: 'CSV',
  'csv-decimal-comma': 'CSV à virgule décimale',
  tsv: 'TSV',
  plain: 'Lignes simples',
  markdown: 'Tableau Markdown',
  'matrix-market': 'Matrix Market',
  yaml: 'YAML',
};

const losses: Readonly<Record<keyof Losses, (count: number) => string>> = {
  fractions: (count) =>
    `${counted(count, 'fraction est devenue le décimal le plus proche', 'fractions sont devenues les décimaux les plus proches')}.`,
  irrational: (count) =>
    `${counted(count, 'nombre irrationnel est devenu le décimal le plus proche', 'nombres irrationnels sont devenus les décimaux les plus proches')}.`,
  digits: (count) => `${counted(count, 'nombre a', 'nombres ont')} perdu des chiffres.`,
  notFinite: (count) =>
    `${counted(count, 'nombre non fini n’a', 'nombres non finis n’ont')} pas de mot dans cette notation.`,
  dimensions: (count) => `${counted(count, 'tableau a', 'tableaux ont')} perdu des dimensions.`,
  names: () => 'Les noms de lignes, de colonnes ou de la matrice ont disparu.',
  parts: (count) =>
    `${counted(count, 'élément du réseau n’a', 'éléments du réseau n’ont')} pas de place dans cette notation, comme les paramètres d’une activation.`,
};

/** The notations that numbers can be written in, and what one could not keep. */
export const conversion = {
  notation: (name: WriterName): string => notations[name],
  loss: (kind: keyof Losses, count: number): string => losses[kind](count),
};
