/** Signs of the measures of a pair that need no translation, by their names in the results. */
export const measureSymbols: Readonly<Record<string, string>> = {
  entropyP: 'H(P)',
  entropyQ: 'H(Q)',
  crossEntropyPQ: 'H(P, Q)',
  crossEntropyQP: 'H(Q, P)',
  klPQ: 'KL(P‖Q)',
  klQP: 'KL(Q‖P)',
  jensenShannon: 'JS(P, Q)',
  jeffreys: 'J(P, Q)',
  totalVariation: 'TV(P, Q)',
  hellinger: 'Hellinger(P, Q)',
  chiSquare: 'χ²(P, Q)',
  renyi2: 'R₂(P, Q)',
};
