import type { Losses } from '../../../../core/text/notations/writers/conversion';
import type { WriterName } from '../../../../core/text/notations/writers/writer';
import { counted } from './counting';

const notations: Readonly<Record<WriterName, string>> = {
  'nabla-json': 'Nabla document',
  json: 'JSON',
  python: 'Python lists',
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
  'csv-decimal-comma': 'CSV with decimal commas',
  tsv: 'TSV',
  plain: 'Plain lines',
  markdown: 'Markdown table',
  'matrix-market': 'Matrix Market',
  yaml: 'YAML',
};

const losses: Readonly<Record<keyof Losses, (count: number) => string>> = {
  fractions: (count) => `${counted(count, 'fraction', 'fractions')} became the nearest decimal.`,
  irrational: (count) =>
    `${counted(count, 'irrational number', 'irrational numbers')} became the nearest decimal.`,
  digits: (count) => `${counted(count, 'number has', 'numbers have')} fewer digits than before.`,
  notFinite: (count) =>
    `${counted(count, 'number that is not finite has', 'numbers that are not finite have')} no word in this notation.`,
  dimensions: (count) => `${counted(count, 'array has', 'arrays have')} fewer dimensions than before.`,
  names: () => 'Names of rows, columns or the matrix are gone.',
  parts: (count) =>
    `${counted(count, 'part', 'parts')} of the network, such as parameters of an activation, could not be written.`,
};

/** The notations that numbers can be written in, and what one could not keep. */
export const conversion = {
  notation: (name: WriterName): string => notations[name],
  loss: (kind: keyof Losses, count: number): string => losses[kind](count),
};
