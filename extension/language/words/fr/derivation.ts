import type { HypothesisName, StepTitle } from '../../../../core/derivation/step';
import type { Words } from '../words';

/** Titles of the steps of a derivation, and what the panel says around them. */
function title(step: StepTitle): string {
  switch (step.what) {
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
        ? `Dérivée par rapport au poids de ${step.of.from + 1} vers ${step.of.to + 1} de la couche ${step.of.layer + 1}`
        : `Dérivée par rapport au biais du neurone ${step.of.to + 1} de la couche ${step.of.layer + 1}`;
    case 'update':
      return step.of.kind === 'weight'
        ? `Mise à jour du poids de ${step.of.from + 1} vers ${step.of.to + 1} de la couche ${step.of.layer + 1}`
        : `Mise à jour du biais du neurone ${step.of.to + 1} de la couche ${step.of.layer + 1}`;
    case 'composition':
      return 'Règle de la chaîne : h = g ∘ f avec y = f(x) et z = g(y)';
    case 'chain-gradient':
      return 'Premier poids de la chaîne : pentes mises à part, poids gardés dans le produit';
    case 'chain-slopes':
      return 'Pentes : loin de 0, σ′(z) = σ(z) σ(−z) se comporte comme e^(−|z|) et tend vers 0';
    case 'chain-bound':
      return 'Les pentes ensemble : chaque σ′ vaut au plus 1/4, en 0 aussi';
    case 'chain-factors':
      return 'Facteur de chaque couche : sous 1 en moyenne le gradient s’évanouit, au-dessus il explose';
    case 'support':
      return `Support : ${step.to} est-elle non nulle partout où ${step.from} l’est ?`;
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
      return `KL(${step.from}‖${step.to}) est positive ou nulle, ligne par ligne`;
  }
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
    uses: 'Utilise',
    steps: (shown, all) => `${shown} étapes sur ${all}`,
  },
};
