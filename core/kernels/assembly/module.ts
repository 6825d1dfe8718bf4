// What the kernels' module exports. Its memory is its own, of a fixed size: the caller lays blocks out in it.
export { sigmoid, softplus, tanh } from './activations';
export { erf } from './errorFunction';
export { exp, powers } from './exponential';
export { log } from './logarithm';
export { product } from './product';
export { crossEntropy, relativeEntropy, sum } from './reductions';
export { tileColumns, tileRows } from './tile';
