import { formatPower } from '../../../../core/derivation/formatPower';
import type { ProblemDetails } from '../../../../core/problem';
import { counted, grouped, listed } from './counting';
import { written } from './written';

type Units = ProblemDetails['dead-unit'];

const neuronsOf = ({ layer, neurons }: Units, singular: string, plural: string) =>
  neurons.length === 1
    ? `Le neurone ${(neurons[0] ?? 0) + 1} de la couche ${layer + 1} ${singular}`
    : `Les neurones ${listed(neurons.map((neuron) => neuron + 1))} de la couche ${layer + 1} ${plural}`;

const onSamples = (samples: number) =>
  samples === 1 ? 'sur cet exemple' : `sur les ${grouped(samples)} exemples`;

export const findings = {
  sentences: {
    vanishing: ({ layer, log10 }: ProblemDetails['vanishing']) =>
      `Le gradient s’évanouit : la couche ${layer + 1} reçoit ${formatPower(log10, 2)} fois ce qui part de la sortie, produit des facteurs |w| et φ′ rencontrés.`,
    exploding: ({ layer, log10 }: ProblemDetails['exploding']) =>
      `Le gradient explose : la couche ${layer + 1} reçoit ${formatPower(log10, 2)} fois ce qui part de la sortie, produit des facteurs |w| et φ′ rencontrés.`,
    'dead-unit': (data: Units) => {
      const { layer, neurons, width, samples } = data;
      return neurons.length === width
        ? `La couche ${layer + 1} est morte : chaque neurone donne 0 ${onSamples(samples)}, et aucun gradient ne passe.`
        : `${neuronsOf(data, 'est mort', 'sont morts')} : 0 ${onSamples(samples)}, et aucun gradient ne passe.`;
    },
    saturated: (data: Units) =>
      `${neuronsOf(data, 'est saturé', 'sont saturés')} : φ′ est inférieure au centième de sa plus grande valeur ${onSamples(data.samples)}.`,
    diverged: ({ step, rate, reason }: ProblemDetails['diverged']) =>
      `L’apprentissage avec η = ${written(rate)} diverge : après ${counted(step, 'pas', 'pas')} la perte ${
        reason === 'growing' ? 'dépasse un million de fois sa valeur de départ' : 'n’est plus un nombre fini'
      }.`,
  },
  remedies: {
    vanishing: () =>
      'Le diagnostic montre ce que donnerait une autre activation ou une autre initialisation.',
    exploding: () =>
      'Le diagnostic montre ce que donnerait une autre activation ou une autre initialisation.',
    diverged: () => 'Prenez un pas de descente η plus petit.',
  },
};
