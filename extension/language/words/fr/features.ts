import { counted } from './counting';
import { formula } from './formulas';

/** Above a value. */
export const lenses = {
  open: 'Ouvrir',
};

/** What a hint beside a number says when it is pointed at. */
export const hints = {
  weights: (layer: number, sources: number, destinations: number) =>
    `Couche ${layer} : ${counted(sources, 'source', 'sources')} (entrées), ${counted(destinations, 'neurone', 'neurones')} (sorties).`,
  shape: (shape: string) => `Dimensions ${shape}, lignes d’abord.`,
  neuron: (layer: number, neurons: string) =>
    `Préactivation s et sortie o du neurone ${neurons} de la couche ${layer}.`,
  gradient: (layer: number, neurons: string) =>
    `Dérivées de la perte par rapport aux poids du neurone ${neurons} de la couche ${layer}.`,
};

/** In the outline of a document. */
export const symbols = {
  network: 'Réseau',
  layer: (layer: number) => `Couche ${layer}`,
  loss: 'perte',
  matrix: 'Matrice',
  outcomes: (count: number) => counted(count, 'issue', 'issues'),
};

/** What is said of keys that could be written. */
export const completion = {
  formula,
  keys: {
    layers: 'Les couches, de l’entrée à la sortie.',
    input: 'Le vecteur d’entrée, ou une liste de vecteurs : un par exemple.',
    target: 'Ce que la sortie devrait être.',
    loss: 'Ce à quoi la sortie est comparée ; half_squared_error par défaut.',
    reduction: 'Comment les pertes des sorties et des exemples deviennent un seul nombre.',
    learningRate: 'Le pas de la descente de gradient, η dans w ← w − η ∂L/∂w.',
    optimizer: 'Comment un pas se déduit du gradient.',
    dialect: 'La bibliothèque dont viennent les noms des activations, là où ils diffèrent.',
    dtype: 'Dans quels nombres calculer : float64, ou float32 comme les bibliothèques par défaut.',
    gradient: 'Un gradient à vérifier : chaque nombre est comparé au bon.',
    p: 'La loi P : des probabilités, une famille, ou une densité avec son support.',
    q: 'La loi Q, à côté de P.',
    base: 'La base des logarithmes : 2 donne des bits, 10 des bans ; par défaut ils sont népériens.',
    weights: 'Les poids W : une ligne par neurone de destination, une colonne par source.',
    kernel: 'Les poids transposés : une ligne par source, une colonne par neurone de destination.',
    biases: 'Les biais b, un par neurone de destination.',
    activation: 'L’activation φ, par son nom ou avec ses paramètres.',
    family: 'Le nom d’une famille de lois.',
    density: 'Une densité, comme expression en x.',
    support: 'Là où la densité n’est pas 0 : ses deux bornes.',
  },
};
