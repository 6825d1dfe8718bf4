import type { Random } from '../../numeric/random';

/** A rule by which weights are drawn before training; biases are 0. */
export interface Initialisation {
  readonly name: 'xavier' | 'he' | 'lecun';
  readonly plain: string;
  readonly source: string;
  draw(random: Random, fanIn: number, fanOut: number): number;
}

export const initialisations: readonly Initialisation[] = [
  {
    name: 'xavier',
    plain: 'uniform in ±√(6/(fan-in + fan-out))',
    source:
      'X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010; torch.nn.init.xavier_uniform_',
    draw: (random, fanIn, fanOut) => (2 * random.uniform() - 1) * Math.sqrt(6 / (fanIn + fanOut)),
  },
  {
    name: 'he',
    plain: 'normal, variance 2/fan-in',
    source: 'K. He et al., Delving Deep into Rectifiers, 2015; torch.nn.init.kaiming_normal_',
    draw: (random, fanIn) => random.normal() * Math.sqrt(2 / fanIn),
  },
  {
    name: 'lecun',
    plain: 'normal, variance 1/fan-in',
    source: 'Y. LeCun et al., Efficient BackProp, 1998',
    draw: (random, fanIn) => random.normal() * Math.sqrt(1 / fanIn),
  },
];
