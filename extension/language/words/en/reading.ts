import type { Notation, ReadingChoice } from '../../../../core/text/reading';
import { counted } from './counting';

const notations: Readonly<Record<Notation, string>> = {
  'nabla-json': 'a Nabla document',
  json: 'JSON',
  assignments: 'assignments',
  'python-list': 'a Python list',
  'octave-literal': 'an Octave matrix',
  braces: 'numbers in braces',
  parentheses: 'numbers in parentheses',
  plain: 'plain numbers',
};

/** How the text was read where it left room for more than one way. */
export const reading = {
  notation: (notation: Notation): string => notations[notation],
  readAs: (notation: Notation): string => `read as ${notations[notation]}`,
  choice: (choice: ReadingChoice): string => {
    switch (choice.rule) {
      case 'augmented':
        return `Layer ${choice.layer + 1} is read as [W b]: its last column is the biases.`;
      case 'kernel':
        return `Layer ${choice.layer + 1} has a kernel: a row is a source, a column a destination.`;
      case 'chained-matrices':
        return `${counted(choice.count, 'matrix whose shape chains is', 'matrices whose shapes chain are')} read as the layers of one network, in their order.`;
      case 'single-matrix':
        return 'The matrix is read as one layer with the identity.';
      case 'two-rows':
        return 'The two rows are read as P and Q.';
      case 'two-selections':
        return 'The first selection is read as P, the second as Q.';
      case 'named-arrays':
        return 'The arrays are read by their names.';
    }
  },
};
