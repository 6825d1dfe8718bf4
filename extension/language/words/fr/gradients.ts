import type { ExactBarrier } from '../../../../core/network/exact/exactNetwork';
import { counted, grouped } from './counting';

/** What is said of the check of gradients, of fractions, and of the factors between conventions. */
export const gradients = {
  check: 'Vérification des gradients',
  exact: 'Fractions exactes',
  conventions: 'Autres conventions de la perte',
  parameter: 'paramètre',
  matrix: 'forme matricielle',
  edges: 'arête par arête',
  differences: 'différences',
  fraction: 'exact',
  claimed: 'annoncé',
  relative: 'écart relatif',
  verdict: 'verdict',
  verdicts: { agree: 'concordent', disagree: 'discordent', undecided: 'indécis' },
  rightClaim: 'juste',
  wrongClaim: 'faux',
  noLimit: 'aucune',
  /** Of the three engines over the whole network. */
  summary: (verdict: 'agree' | 'disagree' | 'undecided', compared: string, difference: string) => {
    switch (verdict) {
      case 'agree':
        return `Les méthodes concordent sur ${compared} ; le plus grand écart relatif est ${difference}.`;
      case 'disagree':
        return `Les méthodes discordent : le plus grand écart relatif sur ${compared} est ${difference}.`;
      case 'undecided':
        return `Indécis : les différences de la perte ne prouvent rien pour au moins un paramètre (${compared}).`;
    }
  },
  parameters: (compared: number, all: number) => {
    const total = counted(all, 'paramètre', 'paramètres');
    return compared === all ? total : `${grouped(compared)} sur ${total}`;
  },
  engines:
    'Trois méthodes qui ne partagent aucun code : la règle de la chaîne sous forme matricielle, la même arête par arête, et des différences de la perte : un pas complexe là où le réseau est analytique, sinon des pas réels extrapolés à 0. À un point anguleux, les deux dérivées unilatérales sont affichées.',
  page: (first: number, last: number, all: number) =>
    `${grouped(first)}–${grouped(last)} sur ${grouped(all)}`,
  previous: 'Paramètres précédents',
  next: 'Paramètres suivants',
  output: 'sortie',
  loss: 'perte',
  decimal: 'décimal',
  sample: (sample: number) => `exemple ${sample}`,
  atKink: 'Une valeur est exactement en un point anguleux : les dérivées sont le choix qui y est fait.',
  /** Why there are no fractions from a step on. */
  barrier: (barrier: ExactBarrier): string => {
    switch (barrier.step) {
      case 'activation':
        return `Les fractions s’arrêtent à la couche ${barrier.layer + 1} : ${barrier.name} sort des rationnels.`;
      case 'loss':
        return `Les fractions s’arrêtent à la perte : ${barrier.name} sort des rationnels.`;
      case 'number':
        return `Pas de fractions : ${barrier.text} n’en est pas une.`;
      case 'size':
        return 'Pas de fractions : elles seraient trop nombreuses, ou trop longues à lire.';
    }
  },
  exactly: (text: string) => `exactement ${text}`,
  /** In a line: the factors that other conventions put before every gradient. */
  factors: (parts: readonly { readonly factor: string; readonly names: readonly string[] }[]) =>
    parts
      .map(({ factor, names }) => `${names.join(', ')} multiplierait les gradients par ${factor}`)
      .join(' ; '),
  factor: 'facteur',
  convention: 'perte et réduction',
  reduced: (loss: string, reduction: string) => `${loss} (${reduction})`,
  aboutConventions: (own: string) =>
    `Les gradients donnés ici sont ceux de ${own}. Une autre convention les multiplie tous par un même facteur.`,
  agreeAll: 'gradients concordants : matrice, arêtes, différences',
  agreeSome: (compared: string) => `gradients concordants par trois méthodes (${compared})`,
};
