/** Mean and variance of families and densities. */
export const moments = {
  title: 'Moments',
  mean: 'espérance',
  variance: 'variance',
  deviation: 'écart-type',
  undefined: 'n’existe pas',
  unknown: 'non connue',
  closedForm: 'forme close',
  quadrature: 'quadrature',
};
