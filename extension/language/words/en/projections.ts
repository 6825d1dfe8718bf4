/** Forward against reverse KL. */
export const projections = {
  title: 'Forward and reverse KL: the nearest normal',
  about:
    'KL(P ‖ N) is large where N misses mass of P, so its nearest normal covers all of P. KL(N ‖ P) is large where N puts mass that P lacks, so its nearest normal keeps to where P is large.',
  forward: 'nearest by KL(P ‖ N)',
  reverse: 'nearest by KL(N ‖ P)',
  mean: 'mean',
  deviation: 'standard deviation',
  noForward: 'P has no finite variance: KL(P ‖ N) is infinite for every normal N, or not known.',
  noReverse: 'KL(N ‖ P) is infinite for every normal N: each has mass where P has none.',
  search: 'The second was found by descent from several starts.',
  picture: (names: string) => `density of P with the normals ${names}`,
};
