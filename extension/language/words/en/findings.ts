import { formatWritten } from '../../../../core/derivation/formatNumber';
import { formatPower } from '../../../../core/derivation/formatPower';
import type { ProblemDetails } from '../../../../core/problem';
import { counted, grouped, listed } from './counting';

type Units = ProblemDetails['dead-unit'];

const neuronsOf = ({ layer, neurons }: Units, singular: string, plural: string) =>
  neurons.length === 1
    ? `Neuron ${(neurons[0] ?? 0) + 1} of layer ${layer + 1} ${singular}`
    : `Neurons ${listed(neurons.map((neuron) => neuron + 1))} of layer ${layer + 1} ${plural}`;

const onSamples = (samples: number) =>
  samples === 1 ? 'on this sample' : `on all ${grouped(samples)} samples`;

/** What hinders a network from learning. */
export const findings = {
  sentences: {
    vanishing: ({ layer, log10 }: ProblemDetails['vanishing']) =>
      `The gradient vanishes: layer ${layer + 1} gets ${formatPower(log10, 2)} of what leaves the output, the product of the factors |w| and φ′ on the way.`,
    exploding: ({ layer, log10 }: ProblemDetails['exploding']) =>
      `The gradient explodes: layer ${layer + 1} gets ${formatPower(log10, 2)} times what leaves the output, the product of the factors |w| and φ′ on the way.`,
    'dead-unit': (data: Units) => {
      const { layer, neurons, width, samples } = data;
      return neurons.length === width
        ? `Layer ${layer + 1} is dead: every neuron gives 0 ${onSamples(samples)}, and no gradient passes.`
        : `${neuronsOf(data, 'is', 'are')} dead: 0 ${onSamples(samples)}, and no gradient passes.`;
    },
    saturated: (data: Units) =>
      `${neuronsOf(data, 'is', 'are')} saturated: φ′ is below a hundredth of its steepest ${onSamples(data.samples)}.`,
    diverged: ({ step, rate, reason }: ProblemDetails['diverged']) =>
      `Training with η = ${formatWritten(String(rate))} diverges: after ${counted(step, 'step', 'steps')} the loss ${
        reason === 'growing' ? 'is more than a million times what it was' : 'is not a finite number'
      }.`,
  },
  remedies: {
    vanishing: () => 'The diagnosis shows what another activation or initialisation would give.',
    exploding: () => 'The diagnosis shows what another activation or initialisation would give.',
    diverged: () => 'Take a smaller learning rate.',
  },
};
