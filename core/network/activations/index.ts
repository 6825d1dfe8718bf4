import { type Lookup, lookUp } from '../names';
import type { Activation } from './activation';
import { identity } from './identity';
import { leakyRelu } from './leakyRelu';
import { relu } from './relu';
import { sigmoid } from './sigmoid';
import { softmax } from './softmax';
import { softplus } from './softplus';
import { tanh } from './tanh';

/** Every activation that Nabla knows. A new one is a file beside this one and a line here. */
export const activations: readonly Activation[] = [
  identity,
  leakyRelu,
  relu,
  sigmoid,
  softmax,
  softplus,
  tanh,
];

/** By name or alias, whatever the case, hyphens or the module in front: `nn.LeakyReLU` is leaky_relu. */
export function findActivation(name: string): Lookup<Activation> {
  return lookUp(name, activations);
}
