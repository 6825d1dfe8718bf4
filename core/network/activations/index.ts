import { type Lookup, lookUp } from '../names';
import type { Activation } from './activation';
import { celu } from './celu';
import { elu } from './elu';
import { exponential } from './exponential';
import { gaussian } from './gaussian';
import { gelu } from './gelu';
import { glu } from './glu';
import { hardshrink } from './hardshrink';
import { hardsigmoid } from './hardsigmoid';
import { hardswish } from './hardswish';
import { hardtanh } from './hardtanh';
import { heaviside } from './heaviside';
import { identity } from './identity';
import { leakyRelu } from './leakyRelu';
import { logSoftmax } from './logSoftmax';
import { logsigmoid } from './logsigmoid';
import { mish } from './mish';
import { prelu } from './prelu';
import { relu } from './relu';
import { relu6 } from './relu6';
import { rrelu } from './rrelu';
import { selu } from './selu';
import { sigmoid } from './sigmoid';
import { silu } from './silu';
import { sine } from './sine';
import { softmax } from './softmax';
import { softmin } from './softmin';
import { softplus } from './softplus';
import { softshrink } from './softshrink';
import { softsign } from './softsign';
import { sparsemax } from './sparsemax';
import { squareplus } from './squareplus';
import { tanh } from './tanh';
import { tanhshrink } from './tanhshrink';
import { threshold } from './threshold';

/** Every activation that Nabla knows. A new one is a file beside this one and a line here. */
export const activations: readonly Activation[] = [
  celu,
  elu,
  exponential,
  gaussian,
  gelu,
  glu,
  hardshrink,
  hardsigmoid,
  hardswish,
  hardtanh,
  heaviside,
  identity,
  leakyRelu,
  logSoftmax,
  logsigmoid,
  mish,
  prelu,
  relu,
  relu6,
  rrelu,
  selu,
  sigmoid,
  silu,
  sine,
  softmax,
  softmin,
  softplus,
  softshrink,
  softsign,
  sparsemax,
  squareplus,
  tanh,
  tanhshrink,
  threshold,
];

/** By name or alias, whatever the case, hyphens or the module in front: `nn.LeakyReLU` is leaky_relu. */
export function findActivation(name: string): Lookup<Activation> {
  return lookUp(name, activations);
}
