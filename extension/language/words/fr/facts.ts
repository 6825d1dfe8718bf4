import type { HypothesisName } from '../../../../core/divergence/facts/facts';

const hypotheses: Readonly<Record<HypothesisName, readonly [holds: string, fails: string, open: string]>> = {
  'entropy-finite': [
    'H(P) est finie',
    'H(P) est infinie : la différence peut être ∞ − ∞',
    'on ne sait pas si H(P) est finie',
  ],
  convex: ['−ln est convexe sur ]0 ; +∞[', '', ''],
  'p-sums-to-one': ['la somme de P est 1', 'la somme de P n’est pas 1', 'la somme de P n’est pas connue'],
  'q-sums-to-one': ['la somme de Q est 1', 'la somme de Q n’est pas 1', 'la somme de Q n’est pas connue'],
  'absolutely-continuous': [
    'q = 0 seulement là où p = 0 : q/p > 0 partout où P charge',
    'q = 0 quelque part où p > 0 : −ln(q/p) y est infini',
    'on ne sait pas si q = 0 seulement là où p = 0',
  ],
  'mean-inside': [
    '0 < E X < +∞ : il y a là une droite d’appui',
    'E X = 0, où il n’y a pas de droite d’appui',
    'E X n’est pas connue',
  ],
};

/** The three facts about KL, each with what it asks for. */
export const facts = {
  title: 'Trois propriétés, sur ces nombres',
  identity: 'La divergence est l’entropie croisée moins l’entropie',
  jensen: 'Jensen : l’image de l’espérance par une fonction convexe est au plus l’espérance de l’image',
  gibbs: 'La divergence n’est jamais négative',
  hypothesis: (name: HypothesisName, holds: boolean | null) =>
    hypotheses[name][holds === null ? 2 : holds ? 0 : 1],
  marks: (holds: boolean | null) => (holds === null ? 'indécis' : holds ? 'vrai' : 'faux'),
  exactly: 'exactement',
  undefinedDifference: '∞ − ∞ n’est pas défini : la divergence est la somme de ses propres termes.',
  infiniteDifference: 'Les deux membres sont infinis.',
  mean: 'E X est la masse de Q là où p > 0.',
  equalJensen: 'Égalité ici : q/p est le même partout où p > 0.',
  strictJensen:
    'Inégalité stricte ici : q/p n’est pas partout le même, et l’espérance de −ln est au-dessus de la droite.',
  equal: 'P = Q, donc la divergence vaut 0.',
  different: 'P ≠ Q, donc la divergence est strictement supérieure à 0.',
  undecided: 'On ne peut pas décider ici si P = Q.',
  needsSums: 'Avec d’autres sommes que 1, cela peut être faux.',
  picture: (mean: string, gap: string) =>
    `la courbe −ln x et sa droite d’appui en E X = ${mean} ; l’espérance de −ln X est ${gap} au-dessus`,
  gap: 'écart',
  outcome: 'issue',
  place: 'point',
  share: 'p',
  points: (count: number) => `${count} points qui se partagent P également`,
};
