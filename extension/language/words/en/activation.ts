import type { Convexity, Monotony } from '../../../../core/derivation/activationStudy/activationStudy';
import { listNumbers } from '../../../../core/derivation/formatNumber';

/** The study of an activation. */
export const activation = {
  title: (name: string) => `Activation ${name}`,
  definition: 'Function',
  behaviour: 'Behaviour',
  corners: 'Corners and jumps',
  value: 'value',
  derivative: 'derivative',
  secondDerivative: 'second derivative',
  jacobian: 'Jacobian',
  where: 'where',
  when: (condition: string) => `for ${condition}`,
  domain: 'domain',
  range: 'values',
  rangeOfOutput: 'values of one output',
  limits: 'limits',
  asymptotes: 'asymptotes',
  atLeft: 'at −∞',
  atRight: 'at +∞',
  bothEnds: 'at both ends',
  noLimit: 'none, it oscillates',
  slopes: 'bounds of φ′',
  period: 'period',
  monotony: (kind: Monotony, strictly: boolean): string => {
    switch (kind) {
      case 'increasing':
        return strictly ? 'strictly increasing' : 'increasing, constant on a part';
      case 'decreasing':
        return strictly ? 'strictly decreasing' : 'decreasing, constant on a part';
      case 'constant':
        return 'constant';
      case 'neither':
        return 'neither increasing nor decreasing';
    }
  },
  convexity: (kind: Convexity): string => {
    switch (kind) {
      case 'convex':
        return 'convex';
      case 'concave':
        return 'concave';
      case 'affine':
        return 'affine';
      case 'neither':
        return 'neither convex nor concave';
    }
  },
  monotonyTitle: 'monotony',
  convexityTitle: 'convexity',
  minimum: 'minimum',
  maximum: 'maximum',
  at: (place: string) => `at ${place}`,
  /** Beside another activation ψ. */
  comparison: {
    choose: 'Compare with',
    nothing: 'nothing',
    title: (name: string) => `Beside ψ = ${name}`,
    highest: 'where it is most above',
    lowest: 'where it is most below',
    towards: (end: string) => `as x → ${end}, never reached`,
    unknown:
      'One of the two oscillates or grows like the other: their difference has no bound that is known.',
  },
  points: {
    title: 'Where it is taken',
    name: 'neuron',
    of: (count: number, document: string) =>
      `${count === 1 ? '1 working point' : `${count} working points`} of ${document}`,
  },
  row: { title: 'Of this row', input: 'x', output: 'o', jacobian: 'Jacobian ∂oᵢ/∂xⱼ' },
  inflections: 'inflections',
  between: (low: string, high: string) => `φ′ changes its sign between ${low} and ${high}`,
  bendsBetween: (low: string, high: string) => `φ″ changes its sign between ${low} and ${high}`,
  symmetry: 'symmetry',
  even: 'even',
  odd: 'odd',
  rowOnly:
    'It acts on the row of a whole layer, so it is no function of one number and has no table of variations.',
  gap: {
    title: 'Gap to ReLU',
    largest: 'largest at 0',
    corner: 'ReLU at its kink',
    below: 'For x ≤ 0 the gap is φ(x), and φ′ ≥ 0: it increases.',
    above: 'For x ≥ 0 the gap is φ(x) − x, and φ′ − 1 ≤ 0: it decreases.',
    because: 'φ′ increases from 0 to 1, because φ is convex between its asymptotes.',
    maximum: (value: string) => `So the gap is largest at 0, where it is φ(0) = ${value}.`,
  },
  why: {
    title: 'Why ReLU',
    product:
      'Its derivative is 1 wherever it is active: a product along a path of active neurons keeps the gradient as it is, where n factors σ′ ≤ 1/4 leave 4⁻ⁿ of it at most.',
    dead: 'Where it is not active its derivative is 0: a neuron whose pre-activation is negative for every sample learns nothing.',
    cheap: 'Value and derivative take one comparison, and inactive neurons are exactly 0.',
    corner:
      'At 0 it has no derivative, everywhere else it has one. It is convex, so every slope of the interval is a subgradient, and with one of them descent goes on; frameworks take one.',
  },
  variations: 'Table of variations',
  convexities: 'Convexity',
  ofDerivative: 'sign of φ′(x)',
  ofBend: 'sign of φ″(x)',
  x: 'x',
  rises: 'rises',
  falls: 'falls',
  stays: 'stays',
  isConvex: 'convex',
  isConcave: 'concave',
  isStraight: 'straight',
  noDerivative: 'no derivative',
  plot: (name: string) => `curves of ${name} and of its derivative`,
  kink: (at: string) => `kink at ${at}`,
  reluKink: 'kink of ReLU at 0: slopes 0 and 1',
  jump: (at: string) => `jump at ${at}`,
  picture: (name: string) => `Curve of ${name}, and dotted that of its derivative.`,
  interval: (lower: string, upper: string, includesLower: boolean, includesUpper: boolean) =>
    `${includesLower ? '[' : '('}${listNumbers([lower, upper])}${includesUpper ? ']' : ')'}`,
  union: ' ∪ ',
  show: 'Show study',
};
