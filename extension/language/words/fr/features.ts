import { counted } from './counting';

/** Above a value. */
export const lenses = {
  open: 'Ouvrir',
};

/** What a hint beside a number says when it is pointed at. */
export const hints = {
  weights: (layer: number, sources: number, destinations: number) =>
    `Couche ${layer} : ${counted(sources, 'source', 'sources')} (entrées), ${counted(destinations, 'neurone', 'neurones')} (sorties).`,
  shape: (shape: string) => `Dimensions ${shape}, lignes d’abord.`,
  neuron: (layer: number, neuron: number) =>
    `Préactivation s et sortie o du neurone ${neuron} de la couche ${layer}.`,
  gradient: (layer: number, neuron: number) =>
    `Dérivées de la perte par rapport aux poids du neurone ${neuron} de la couche ${layer}.`,
};
