import type { ExactBarrier } from '../../../../core/network/exact/exactNetwork';

/** What is said of the check of gradients, of fractions, and of the factors between conventions. */
export const gradients = {
  check: 'Gradient check',
  exact: 'Exact fractions',
  conventions: 'Other conventions of the loss',
  parameter: 'parameter',
  matrix: 'matrix form',
  edges: 'edge by edge',
  differences: 'differences',
  fraction: 'exact',
  claimed: 'claimed',
  relative: 'rel. diff.',
  verdict: 'verdict',
  verdicts: { agree: 'agree', disagree: 'disagree', undecided: 'undecided' },
  rightClaim: 'right',
  wrongClaim: 'wrong',
  noLimit: 'none',
  /** Of the three engines over the whole network. */
  summary: (verdict: 'agree' | 'disagree' | 'undecided', compared: string, difference: string) => {
    switch (verdict) {
      case 'agree':
        return `The engines agree on ${compared}; the largest relative difference is ${difference}.`;
      case 'disagree':
        return `The engines disagree: the largest relative difference over ${compared} is ${difference}.`;
      case 'undecided':
        return `Not decided: differences of the loss are no evidence for at least one of ${compared}.`;
    }
  },
  parameters: (compared: number, all: number) => {
    const total = `${all.toLocaleString('en')} ${all === 1 ? 'parameter' : 'parameters'}`;
    return compared === all ? total : `${compared.toLocaleString('en')} of ${total}`;
  },
  engines:
    'Three engines that share no code: the chain rule with matrices, the chain rule edge by edge, and differences of the loss: one complex step where the network is analytic, else real steps extrapolated to 0. At a kink, both one-sided derivatives are shown.',
  page: (first: number, last: number, all: number) =>
    `${first.toLocaleString('en')}–${last.toLocaleString('en')} of ${all.toLocaleString('en')}`,
  previous: 'Previous parameters',
  next: 'Next parameters',
  output: 'output',
  loss: 'loss',
  decimal: 'decimal',
  sample: (sample: number) => `sample ${sample}`,
  atKink: 'A value is exactly at a kink: the derivatives are the choice that is made there.',
  /** Why there are no fractions from a step on. */
  barrier: (barrier: ExactBarrier): string => {
    switch (barrier.step) {
      case 'activation':
        return `Fractions end at layer ${barrier.layer + 1}: ${barrier.name} leaves the rationals.`;
      case 'loss':
        return `Fractions end at the loss: ${barrier.name} leaves the rationals.`;
      case 'number':
        return `No fractions: ${barrier.text} is none.`;
      case 'size':
        return 'No fractions: they would be too many, or too long to read.';
    }
  },
  exactly: (text: string) => `exactly ${text}`,
  /** In a line: the factors that other conventions put before every gradient. */
  factors: (parts: readonly { readonly factor: string; readonly names: readonly string[] }[]) =>
    parts.map(({ factor, names }) => `${names.join(', ')} would multiply gradients by ${factor}`).join('; '),
  factor: 'factor',
  convention: 'loss and reduction',
  reduced: (loss: string, reduction: string) => `${loss} (${reduction})`,
  aboutConventions: (own: string) =>
    `Each gradient here is of ${own}. Another convention multiplies all of them by one factor.`,
  agreeAll: 'gradients agree: matrix, edges, differences',
  agreeSome: (compared: string) => `gradients agree three ways (${compared})`,
};
