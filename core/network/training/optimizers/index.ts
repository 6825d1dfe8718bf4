import { type Lookup, lookUp } from '../../names';
import { adagrad } from './adagrad';
import { adam } from './adam';
import { adamw } from './adamw';
import type { Optimizer } from './optimizer';
import { rmsprop } from './rmsprop';
import { sgd } from './sgd';

/** Every optimizer that a text may name. A new one is a file of its own and a line here. */
export const optimizers: readonly Optimizer[] = [sgd, rmsprop, adagrad, adam, adamw];

export const defaultOptimizer: Optimizer = sgd;

export function findOptimizer(name: string): Lookup<Optimizer> {
  return lookUp(name, optimizers);
}
