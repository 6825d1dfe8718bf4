import { formatShort } from '../../../../core/derivation/formatNumber';

/** What other frameworks would return for the same text. */
export const frameworks = {
  title: 'What frameworks would return',
  about: 'The same text with the defaults of each, in double precision. Those that differ:',
  none: 'Every one of them returns what stands here.',
  same: (names: string) => `As here: ${names}.`,
  here: 'here',
  framework: 'framework',
  output: 'output ŷ',
  loss: 'loss ℒ',
  gradient: 'largest change of a derivative',
  parameter: (layer: number, activation: string, parameter: string, there: number, here: number) =>
    `layer ${layer}: ${parameter} of ${activation} is ${formatShort(there, 4)}, not ${formatShort(here, 4)}`,
  single: 'single precision, in which frameworks calculate by default',
  kinks: 'another derivative at a kink',
};
