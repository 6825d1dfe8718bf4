import { counted, grouped } from './counting';

/** What is said of Hessians and Jacobians. */
export const secondOrder = {
  title: 'Jacobian and Hessian',
  hessian: 'Hessian of the loss',
  jacobian: 'Outputs by parameters',
  inputJacobian: 'Outputs by inputs',
  jvp: 'J v, for the direction',
  vjp: 'uᵀ J, for the covector',
  choice: 'Matrix',
  eigenvalues: (lowest: string, highest: string) => `Eigenvalues from ${lowest} to ${highest}.`,
  shape: (negative: number, all: number) =>
    negative === 0
      ? 'None is negative: the loss is not bent downwards in any direction.'
      : negative === all
        ? 'All are negative: the loss is bent downwards in every direction.'
        : `${grouped(negative)} of ${grouped(all)} ${negative === 1 ? 'is' : 'are'} negative: the loss is bent downwards in some directions and upwards in others.`,
  stable: (rate: string) =>
    `Descent with a constant η is stable along the steepest bend below 2/λ = ${rate}.`,
  asymmetry: (size: string) =>
    `Each entry is computed twice, as a change of one derivative along the other parameter and the other way round: they differ by at most ${size} of the largest.`,
  atKink: 'A neuron stands at a kink: there the second derivative is a choice.',
  tooLarge: (parameters: number, most: number) =>
    `The network has ${counted(parameters, 'parameter', 'parameters')}. The matrix is shown for up to ${grouped(most)}.`,
  firstOf: (shown: number, all: number) => `first ${grouped(shown)} of ${grouped(all)}`,
  copy: 'Copy matrix',
};
