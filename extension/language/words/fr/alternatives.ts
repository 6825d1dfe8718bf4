import type { ReadingAlternative } from '../../../../core/text/settled';

/** How else a text could be read, and what leads there. */
export const alternatives = {
  /** A sentence: what the other reading takes it for. */
  sentence: ({ differs, choices }: ReadingAlternative): string => {
    switch (differs) {
      case 'orientation':
        return choices.orientation === 'rows-are-sources'
          ? 'Les lignes des poids pourraient aussi être les sources, comme dans un noyau (kernel) de Keras.'
          : 'Les lignes des poids pourraient aussi être les destinations, comme dans PyTorch.';
      case 'header':
        return choices.header === true
          ? 'La première ligne pourrait aussi nommer les colonnes.'
          : 'La première ligne pourrait aussi contenir des données.';
      case 'indexColumn':
        return choices.indexColumn === true
          ? 'La première colonne pourrait aussi étiqueter les lignes.'
          : 'La première colonne pourrait aussi contenir des données.';
      case 'decimalComma':
        return choices.decimalComma === true
          ? 'Les virgules pourraient aussi être des séparateurs décimaux.'
          : 'Les virgules pourraient aussi séparer des nombres.';
      case 'folded':
        return choices.folded === true
          ? 'Les lignes pourraient aussi être les morceaux d’un seul vecteur.'
          : 'Les lignes pourraient aussi être celles d’une matrice.';
    }
  },
  /** Of the action that reads it so. */
  action: 'Lire ainsi',
};
