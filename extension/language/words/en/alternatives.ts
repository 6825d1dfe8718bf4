import type { ReadingAlternative } from '../../../../core/text/settled';

/** How else a text could be read, and what leads there. */
export const alternatives = {
  /** A sentence: what the other reading takes it for. */
  sentence: ({ differs, choices }: ReadingAlternative): string => {
    switch (differs) {
      case 'orientation':
        return choices.orientation === 'rows-are-sources'
          ? 'The rows of the weights could also be sources, as in a kernel of Keras.'
          : 'The rows of the weights could also be destinations, as in PyTorch.';
      case 'header':
        return choices.header === true
          ? 'The first line could also name the columns.'
          : 'The first line could also be data.';
      case 'indexColumn':
        return choices.indexColumn === true
          ? 'The first column could also label the rows.'
          : 'The first column could also be data.';
      case 'decimalComma':
        return choices.decimalComma === true
          ? 'The commas could also be decimal marks.'
          : 'The commas could also part numbers.';
      case 'folded':
        return choices.folded === true
          ? 'The lines could also be parts of one vector.'
          : 'The lines could also be rows of a matrix.';
    }
  },
  /** Of the action that reads it so. */
  action: 'Read so',
};
