import type { Convexity, Monotony } from '../../../../core/derivation/activationStudy/activationStudy';

/** The study of an activation. */
export const activation = {
  title: (name: string) => `Activation ${name}`,
  definition: 'Fonction',
  behaviour: 'Comportement',
  corners: 'Points anguleux et sauts',
  value: 'valeur',
  derivative: 'dérivée',
  secondDerivative: 'dérivée seconde',
  jacobian: 'jacobienne',
  where: 'avec',
  when: (condition: string) => `si ${condition}`,
  domain: 'ensemble de définition',
  range: 'ensemble image',
  rangeOfOutput: 'valeurs d’une sortie',
  limits: 'limites',
  asymptotes: 'asymptotes',
  atLeft: 'en −∞',
  atRight: 'en +∞',
  bothEnds: 'en −∞ et en +∞',
  noLimit: 'aucune, elle oscille',
  slopes: 'bornes de φ′',
  period: 'période',
  monotony: (kind: Monotony, strictly: boolean): string => {
    switch (kind) {
      case 'increasing':
        return strictly ? 'strictement croissante' : 'croissante, constante par endroits';
      case 'decreasing':
        return strictly ? 'strictement décroissante' : 'décroissante, constante par endroits';
      case 'constant':
        return 'constante';
      case 'neither':
        return 'ni croissante ni décroissante';
    }
  },
  convexity: (kind: Convexity): string => {
    switch (kind) {
      case 'convex':
        return 'convexe';
      case 'concave':
        return 'concave';
      case 'affine':
        return 'affine';
      case 'neither':
        return 'ni convexe ni concave';
    }
  },
  monotonyTitle: 'sens de variation',
  convexityTitle: 'convexité',
  minimum: 'minimum',
  maximum: 'maximum',
  at: (place: string) => `en ${place}`,
  /** À côté d’une autre activation ψ. */
  comparison: {
    choose: 'Comparer avec',
    nothing: 'rien',
    title: (name: string) => `À côté de ψ = ${name}`,
    highest: 'là où elle est le plus au-dessus',
    lowest: 'là où elle est le plus au-dessous',
    towards: (end: string) => `quand x → ${end}, jamais atteint`,
    unknown: 'L’une des deux oscille ou croît comme l’autre : on ne connaît pas de borne à leur différence.',
  },
  points: {
    title: 'Là où elle est prise',
    name: 'neurone',
    of: (count: number, document: string) =>
      `${count === 1 ? '1 point de fonctionnement' : `${count} points de fonctionnement`} de ${document}`,
  },
  row: { title: 'De cette ligne', input: 'x', output: 'o', jacobian: 'Jacobienne ∂oᵢ/∂xⱼ' },
  inflections: 'points d’inflexion',
  between: (low: string, high: string) => `φ′ change de signe entre ${low} et ${high}`,
  bendsBetween: (low: string, high: string) => `φ″ change de signe entre ${low} et ${high}`,
  symmetry: 'symétrie',
  even: 'paire',
  odd: 'impaire',
  rowOnly:
    'Elle agit sur la ligne de toute une couche : ce n’est pas une fonction d’un seul nombre, et elle n’a pas de tableau de variations.',
  gap: {
    title: 'Écart avec ReLU',
    largest: 'maximal en 0',
    corner: 'ReLU en son point anguleux',
    below: 'Pour x ≤ 0, l’écart est φ(x), et φ′ ≥ 0 : il croît.',
    above: 'Pour x ≥ 0, l’écart est φ(x) − x, et φ′ − 1 ≤ 0 : il décroît.',
    because: 'φ′ croît de 0 à 1, car φ est convexe entre ses asymptotes.',
    maximum: (value: string) => `L’écart est donc maximal en 0, où il vaut φ(0) = ${value}.`,
  },
  why: {
    title: 'Pourquoi ReLU',
    product:
      'Sa dérivée vaut 1 partout où elle est active : un produit le long d’un chemin de neurones actifs garde le gradient tel quel, alors que n facteurs σ′ ≤ 1/4 n’en laissent au plus que 4⁻ⁿ.',
    dead: 'Là où elle est inactive, sa dérivée vaut 0 : un neurone dont la préactivation est négative pour tous les exemples n’apprend rien.',
    cheap: 'Valeur et dérivée ne demandent qu’une comparaison, et les neurones inactifs valent exactement 0.',
    corner:
      'Elle n’est pas dérivable en 0, mais l’est partout ailleurs. Elle est convexe : toute pente de l’intervalle est un sous-gradient, et la descente de gradient se poursuit avec l’une d’elles ; les bibliothèques en prennent une.',
  },
  variations: 'Tableau de variations',
  convexities: 'Convexité',
  ofDerivative: 'signe de φ′(x)',
  ofBend: 'signe de φ″(x)',
  x: 'x',
  rises: 'croît',
  falls: 'décroît',
  stays: 'est constante',
  isConvex: 'convexe',
  isConcave: 'concave',
  isStraight: 'affine',
  noDerivative: 'non dérivable',
  plot: (name: string) => `courbes de ${name} et de sa dérivée`,
  kink: (at: string) => `point anguleux en ${at}`,
  reluKink: 'point anguleux de ReLU en 0 : pentes 0 et 1',
  jump: (at: string) => `saut en ${at}`,
  picture: (name: string) => `Courbe de ${name} et, en pointillés, celle de sa dérivée.`,
  interval: (lower: string, upper: string, includesLower: boolean, includesUpper: boolean) =>
    `${includesLower ? '[' : ']'}${lower} ; ${upper}${includesUpper ? ']' : '['}`,
  union: ' ∪ ',
  show: 'Afficher l’étude',
};
