/** Mean and variance of families and densities. */
export const moments = {
  title: 'Moments',
  mean: 'mean',
  variance: 'variance',
  deviation: 'standard deviation',
  undefined: 'does not exist',
  unknown: 'not known',
  closedForm: 'closed form',
  quadrature: 'quadrature',
};
