import type { ParameterReference } from '../../../../core/derivation/chainRule';
import type { HypothesisName, StepTitle } from '../../../../core/derivation/step';
import type { Words } from '../words';

type WeightReference = Extract<ParameterReference, { readonly kind: 'weight' }>;

function weightName({ layer, from, to }: WeightReference): string {
  const source = layer === 0 ? 'de l’entrée' : 'du neurone';
  return `poids ${source} ${from + 1} vers le neurone ${to + 1} de la couche ${layer + 1}`;
}

/** Titles of the steps of a derivation, and what the panel says around them. */
function title(step: StepTitle): string {
  switch (step.what) {
    case 'activation':
      return `Activation ${step.name} et sa dérivée`;
    case 'slope':
      return `Pente de l’activation au neurone ${step.neuron + 1} de la couche ${step.layer + 1}`;
    case 'pre-activation':
      return `Préactivation du neurone ${step.neuron + 1} de la couche ${step.layer + 1}`;
    case 'output':
      return `Sortie du neurone ${step.neuron + 1} de la couche ${step.layer + 1}`;
    case 'prediction':
      return 'Prédiction';
    case 'loss':
      return 'Perte';
    case 'loss-gradient':
      return 'Dérivée de la perte par rapport à la prédiction';
    case 'input-gradient':
      return `Dérivée de la perte par rapport à l’entrée ${step.neuron + 1}`;
    case 'forward-matrix':
      return `Couche ${step.layer + 1} sous forme matricielle`;
    case 'activation-matrix':
      return `Activation de la couche ${step.layer + 1}`;
    case 'delta-matrix':
      return `Dérivée par rapport aux préactivations de la couche ${step.layer + 1}, forme matricielle`;
    case 'weights-matrix':
      return `Dérivée par rapport aux poids de la couche ${step.layer + 1}, forme matricielle`;
    case 'source-matrix':
      return `Dérivée par rapport à l’entrée de la couche ${step.layer + 1}, forme matricielle`;
    case 'agreement':
      return `Couche ${step.layer + 1} : chaque coefficient de la forme matricielle est la règle de la chaîne scalaire`;
    case 'output-gradient':
      return `Dérivée par rapport à la sortie du neurone ${step.neuron + 1} de la couche ${step.layer + 1}`;
    case 'pre-activation-gradient':
      return `Dérivée par rapport à la préactivation du neurone ${step.neuron + 1} de la couche ${step.layer + 1}`;
    case 'parameter':
      return step.of.kind === 'weight'
        ? `Dérivée par rapport au ${weightName(step.of)}`
        : `Dérivée par rapport au biais du neurone ${step.of.to + 1} de la couche ${step.of.layer + 1}`;
    case 'update':
      return step.of.kind === 'weight'
        ? `Mise à jour du ${weightName(step.of)}, avec toutes les dérivées calculées à l’étape t`
        : `Mise à jour du biais du neurone ${step.of.to + 1} de la couche ${step.of.layer + 1}, avec toutes les dérivées calculées à l’étape t`;
    case 'learnt':
      return `Dérivée par rapport au α ${alphaOwner(step.layer, step.neuron)}`;
    case 'learnt-update':
      return `Mise à jour du α ${alphaOwner(step.layer, step.neuron)}, avec toutes les dérivées calculées à l’étape t`;
    case 'update-matrix':
      return `Mise à jour de la couche ${step.layer + 1}, avec toutes les dérivées calculées à l’étape t`;
    case 'composition':
      return 'Règle de la chaîne : h = g ∘ f avec y = f(x) et z = g(y)';
    case 'chain-gradient':
      return 'Premier poids de la chaîne : pentes mises à part, poids gardés dans le produit';
    case 'chain-slopes':
      return 'Pentes : loin de 0, σ′(z) = σ(z) σ(−z) tend vers 0 comme e^(−|z|)';
    case 'chain-bound':
      return 'Les pentes ensemble : chaque σ′ vaut au plus 1/4, en 0 aussi';
    case 'chain-factors':
      return 'Facteur de chaque couche : en moyenne inférieur à 1, le gradient s’évanouit ; supérieur à 1, il explose';
    case 'support':
      return `Support : ${step.to} est-elle non nulle partout où ${step.from} l’est ? (Des supports égaux ne sont pas nécessaires.)`;
    case 'kl-terms':
      return `KL(${step.from}‖${step.to}), terme à terme`;
    case 'kl-closed':
      return `KL(${step.from}‖${step.to}) sous forme exacte`;
    case 'entropy':
      return `Entropie de ${step.of}`;
    case 'kl-entropies':
      return 'KL comme entropie croisée moins entropie';
    case 'jensen':
      return `Inégalité de Jensen pour f = −ln et X = ${step.to.toLowerCase()}/${step.from.toLowerCase()} sous ${step.from}`;
    case 'jensen-line':
      return 'Pourquoi : f est au-dessus de sa droite d’appui en E X';
    case 'positivity':
      return `KL(${step.from}‖${step.to}) est positive ou nulle, ligne par ligne ; elle ne vaut 0 que si ${step.from} = ${step.to}`;
  }
}

function alphaOwner(layer: number, neuron: number | null): string {
  return neuron === null
    ? `appris par l’activation de la couche ${layer + 1}`
    : `appris par le neurone ${neuron + 1} de la couche ${layer + 1}`;
}

function hypothesis(name: HypothesisName, from: string, to: string): string {
  switch (name) {
    case 'sums-to-one-P':
      return 'P est de somme un';
    case 'sums-to-one-Q':
      return 'Q est de somme un';
    case 'not-negative':
      return 'aucune probabilité n’est négative';
    case 'absolutely-continuous':
      return `${to} est non nulle partout où ${from} l’est (${from} ≪ ${to})`;
    case 'convex':
      return '−ln est convexe';
    case 'finite-entropy':
      return `H(${from}) est finie, donc la différence n’est pas ∞ − ∞`;
    case 'integrable':
      return 'les espérances sont finies';
    case 'interior':
      return 'E X est dans l’intervalle ouvert ]0 ; +∞[, où f a une droite d’appui';
    case 'differentiable':
      return 'l’activation est dérivable en ce point (sinon, on prend la pente la plus proche de 0 entre celles des deux côtés)';
    case 'entries-agree':
      return 'chaque coefficient du produit matriciel est la dérivée scalaire';
  }
}

export const derivation: Words['derivation'] = {
  title,
  hypothesis,
  panel: {
    section: 'Équations',
    note: (condition, holds) => `${condition} : ${holds ? 'vérifié' : 'non vérifié'}`,
    subject: 'Dériver',
    whole: 'tout le réseau',
    selected: 'ce qui est sélectionné',
    layer: (layer) => `couche ${layer}`,
    direction: (from, to) => `KL(${from}‖${to})`,
    notation: 'Notation',
    notations: {
      sheet: 'feuille d’exercices : w, s, o',
      textbook: 'manuel : W, z, a, δ',
      pytorch: 'programme PyTorch',
      matrix: 'matrices, sans indices',
    },
    unfold: 'Sommes longues en entier',
    copyAll: 'Copier toutes les étapes en',
    copyLatex: 'Tout copier en LaTeX',
    copyMarkdown: 'Tout copier en Markdown',
    copyStepLatex: 'Copier cette étape en LaTeX',
    copyStepMarkdown: 'Copier cette étape en Markdown',
    more: (count) => `Montrer ${count === 1 ? 'une étape' : `${count} étapes`} de plus`,
    uses: (steps) => `d’après ${steps}`,
    toStep: (number) => `Aller à l’étape ${number}`,
    steps: (shown, all) => `${shown} étapes sur ${all}`,
  },
};
