import { grouped } from './counting';

/** What is known of a matrix: names of facts, short enough for a table. */
export const matrices = {
  rank: 'rank',
  rankOf: (rank: number, full: number, exact: boolean) =>
    `${rank} of ${full}${exact ? ', exactly' : ', in double precision'}`,
  determinant: 'determinant',
  trace: 'trace',
  condition: 'condition',
  singularValues: 'singular values',
  more: (count: number) => `and ${grouped(count)} more`,
  rows: 'rows',
  distributions: 'each sums to 1, a distribution',
  form: 'form',
  symmetric: 'symmetric',
  'skew-symmetric': 'skew-symmetric',
  range: 'range',
  mean: 'mean',
  meanOf: (mean: string, deviation: string) => `${mean}, standard deviation ${deviation}`,
  zeros: 'zeros',
  partOf: (part: number, whole: number) => `${grouped(part)} of ${grouped(whole)}`,
  norms: 'norms',
  type: 'type',
  asNetwork: (layers: number) =>
    layers === 1 ? 'They fit as one layer.' : `Their shapes fit as a network of ${layers} layers.`,
};
