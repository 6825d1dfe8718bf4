import type { MeasureForm } from '../../../../core/text/measureForm';
import type { Notation, ReadingChoice } from '../../../../core/text/reading';
import { formatHalfUnit } from '../formatHalfUnit';
import { counted, grouped } from './counting';

const notations: Readonly<Record<Notation, string>> = {
  'nabla-json': 'a Nabla document',
  json: 'JSON',
  assignments: 'assignments',
  families: 'families of distributions',
  activation: 'an activation',
  'python-list': 'a Python list',
  'octave-literal': 'an Octave matrix',
  braces: 'numbers in braces',
  parentheses: 'numbers in parentheses',
  plain: 'plain numbers',
  'numpy-repr': 'a NumPy array',
  'numpy-str': 'a printed NumPy array',
  'torch-repr': 'a PyTorch tensor',
  'jax-repr': 'a JAX array',
  'tf-repr': 'a TensorFlow tensor',
  'paddle-repr': 'a Paddle tensor',
  eigen: 'an Eigen initialiser',
  mathematica: 'a Mathematica list',
  maxima: 'a Maxima matrix',
  'sympy-repr': 'a SymPy or Maple matrix',
  pari: 'a PARI matrix',
  'torch-state-dict': 'a PyTorch state dict',
  'pandas-print': 'a pandas print',
  csv: 'CSV',
  'csv-decimal-comma': 'CSV with decimal commas',
  tsv: 'TSV',
  'tsv-decimal-comma': 'TSV with decimal commas',
  markdown: 'a Markdown table',
  'matrix-market': 'a Matrix Market file',
  'octave-print': 'an Octave print',
  'r-print': 'an R print',
  'r-dput': 'an R expression, as dput writes it',
  'r-literal': 'an R expression',
  julia: 'a Julia array',
  latex: 'a LaTeX matrix',
  'maxima-2d': 'a Maxima print',
  'pari-pretty': 'a PARI print',
  yaml: 'YAML',
};

const measureForms: Readonly<Record<Exclude<MeasureForm, 'probabilities'>, string>> = {
  'log-probabilities': 'logarithms of probabilities',
  logits: 'logits: its probabilities are their softmax',
  counts: 'counts: its probabilities are their shares',
};

/** How the text was read where it left room for more than one way. */
export const reading = {
  notation: (notation: Notation): string => notations[notation],
  readAs: (notation: Notation): string => `read as ${notations[notation]}`,
  choice: (choice: ReadingChoice): string => {
    switch (choice.rule) {
      case 'augmented':
        return `Layer ${choice.layer + 1} is read as [W b]: its last column is the biases.`;
      case 'exported':
        return `Read as ${choice.by} writes networks${choice.by === 'brain.js' ? '' : ': in a matrix, a row is a source and a column a destination'}.`;
      case 'kernel':
        return `Layer ${choice.layer + 1} has a kernel: a row is a source, a column a destination.`;
      case 'chained-matrices':
        return `${counted(choice.count, 'matrix whose shape chains is', 'matrices whose shapes chain are')} read as the layers of one network, in their order.`;
      case 'single-matrix':
        return 'The matrix is read as one layer with the identity.';
      case 'entries':
        return choice.first === 'source'
          ? 'The weights stand one by one: the first index is read as the source, the second as the destination.'
          : 'The weights stand one by one: the first index is read as the destination, the second as the source.';
      case 'loss-alone':
        return 'The text gives the outputs: they are the input of one layer that is the identity, so that the gradient by the input is the one by the outputs.';
      case 'two-rows':
        return 'The two rows are read as P and Q.';
      case 'two-columns':
        return 'The two columns are read as P and Q: they sum to 1, the rows do not.';
      case 'two-selections':
        return 'The first selection is read as P, the second as Q.';
      case 'rows':
        return `Each of the ${counted(choice.count, 'row', 'rows')} is read as a distribution: P and Q are the first two, and the table of all pairs stands below.`;
      case 'line-rows':
        return `The ${counted(choice.count, 'vector', 'vectors')} are the rows of one matrix.`;
      case 'named-arrays':
        return 'The arrays are read by their names.';
      case 'left-out':
        return choice.count === 1
          ? `The number ${choice.first} of the text stands in no array and is left out.`
          : `${grouped(choice.count)} numbers of the text, ${choice.first} the first of them, stand in no array and are left out.`;
      case 'column-major':
        return 'The numbers fill the matrix column by column.';
      case 'scale-factor':
        return `Every number is multiplied by the common factor 10^${choice.exponent}.`;
      case 'factor':
        return `Every number is multiplied by ${choice.factor}.`;
      case 'printed-digits':
        return `The numbers are printed to ${counted(choice.decimals, 'decimal', 'decimals')}: each is known to ± ${formatHalfUnit(choice.halfUnit)} at best.`;
      case 'header':
        return `The first line names ${counted(choice.columns, 'column', 'columns')} and is not data.`;
      case 'index-column':
        return 'The first column labels the rows and is not data.';
      case 'decimal-comma':
        return 'The comma is read as the decimal mark.';
      case 'truth-values':
        return 'True is read as 1 and false as 0.';
      case 'column-blocks':
        return `${counted(choice.count, 'block', 'blocks')} of columns are joined side by side.`;
      case 'implied-zeros':
        return 'Entries that the text does not list are zero.';
      case 'mirrored':
        return `The matrix is ${choice.symmetry}: entries of one triangle give those of the other.`;
      case 'measure-form':
        return `${choice.distribution} is read as ${measureForms[choice.form]}.`;
      case 'joint-table':
        return `The ${choice.rows} × ${choice.columns} table is read as the joint distribution of two variables.`;
    }
  },
};
