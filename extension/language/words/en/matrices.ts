import { counted, grouped, listed } from './counting';

/** What is known of a matrix: names of facts, short enough for a table. */
export const matrices = {
  rank: 'rank',
  rankOf: (rank: number, full: number, exact: boolean) =>
    `${rank} of ${full}${exact ? ', exactly' : ', in double precision'}`,
  atLeast: (rank: number) => `; by the digits that are printed at least ${rank}`,
  determinant: 'determinant',
  lost: 'lost in the rounding of doubles',
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
  rowSums: 'row sums',
  sum: 'sum',
  value: 'value',
  double: 'double',
  mean: 'mean',
  meanOf: (mean: string, deviation: string, finite: number, count: number) =>
    `${mean}, standard deviation ${deviation}${finite === count ? '' : `, of ${counted(finite, 'finite number', 'finite numbers')}`}`,
  zeros: 'zeros',
  partOf: (part: number, whole: number) => `${grouped(part)} of ${grouped(whole)}`,
  norms: 'norms',
  type: 'type',
  pairs: 'KL of every pair of rows',
  readTransposed: 'Read it transposed',
  heatMap: (shape: string) => `Heat map of the ${shape} numbers. Blue is positive, orange negative.`,
  colours: (low: string, high: string, most: boolean, rows: number, columns: number) =>
    `Colours from ${low}, orange, to ${high}, blue${most ? ', which 99 % do not exceed' : ''}${rows * columns === 1 ? '' : `; each cell the largest of ${rows} × ${columns}`}`,
  fits: (names: readonly string[]) => `By name and shape ${listed(names, 8)} make a network.`,
  network: (widths: string) => `Show network ${widths}`,
  head: (rows: number, columns: number | null) =>
    columns === null
      ? `The first ${counted(rows, 'number', 'numbers')}`
      : `The first ${counted(rows, 'row', 'rows')} of a matrix with ${counted(columns, 'column', 'columns')}`,
  long: (length: number) => `${grouped(length)} characters are selected, more than a hover reads.`,
  asNetwork: (layers: number) =>
    layers === 1 ? 'They fit as one layer.' : `Their shapes fit as a network of ${layers} layers.`,
};
