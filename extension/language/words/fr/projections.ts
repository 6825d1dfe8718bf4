/** Forward against reverse KL. */
export const projections = {
  title: 'KL directe et KL inverse : la loi normale la plus proche',
  about:
    'KL(P ‖ N) est grande là où N manque de la masse de P : la loi normale la plus proche couvre tout P. KL(N ‖ P) est grande là où N met de la masse que P n’a pas : la plus proche s’en tient à l’endroit où P est grande.',
  forward: 'la plus proche selon KL(P ‖ N)',
  reverse: 'la plus proche selon KL(N ‖ P)',
  mean: 'espérance',
  deviation: 'écart-type',
  noForward: 'P n’a pas de variance finie : KL(P ‖ N) est infinie pour toute loi normale N, ou inconnue.',
  noReverse: 'KL(N ‖ P) est infinie pour toute loi normale N : chacune charge là où P ne charge pas.',
  search: 'La seconde a été trouvée par descente depuis plusieurs départs.',
  picture: (names: string) => `densité de P avec les lois normales ${names}`,
};
