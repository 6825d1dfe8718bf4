import { counted } from './counting';

/** The rows of a matrix against each other. */
export const pairwise = {
  title: 'Every row against every other',
  about: 'Each row is a distribution. KL of the row on the left over the column on top.',
  divided: (rows: number) =>
    `${counted(rows, 'row does', 'rows do')} not sum to 1 and ${rows === 1 ? 'was' : 'were'} divided by the sum.`,
  row: 'row',
  sum: 'sum',
  entropy: 'entropy',
  kullbackLeibler: 'KL divergence',
  jensenShannon: 'Jensen–Shannon divergence',
  none: 'none',
  firstOf: (shown: number, all: number) => `The first ${shown} of ${counted(all, 'row', 'rows')}.`,
  copy: 'Copy table',
};
