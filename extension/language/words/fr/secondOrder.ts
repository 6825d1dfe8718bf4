import { counted, grouped } from './counting';

export const secondOrder = {
  title: 'Jacobienne et hessienne',
  hessian: 'Hessienne de la perte',
  jacobian: 'Sorties par paramètres',
  inputJacobian: 'Sorties par entrées',
  jvp: 'J v, pour la direction',
  vjp: 'uᵀ J, pour le covecteur',
  choice: 'Matrice',
  eigenvalues: (lowest: string, highest: string) => `Valeurs propres de ${lowest} à ${highest}.`,
  shape: (negative: number, all: number) =>
    negative === 0
      ? 'Aucune n’est négative\u202f: la perte n’est courbée vers le bas dans aucune direction.'
      : negative === all
        ? 'Toutes sont négatives\u202f: la perte est courbée vers le bas dans toutes les directions.'
        : `${grouped(negative)} sur ${grouped(all)} ${negative === 1 ? 'est négative' : 'sont négatives'}\u202f: la perte est courbée vers le bas dans certaines directions et vers le haut dans d’autres.`,
  stable: (rate: string) =>
    `La descente à η constant est stable le long de la plus forte courbure au-dessous de 2/λ = ${rate}.`,
  asymmetry: (size: string) =>
    `Chaque coefficient est calculé deux fois, dans un sens et dans l’autre\u202f: l’écart est au plus ${size} du plus grand.`,
  atKink: 'Un neurone est en un point anguleux\u202f: la dérivée seconde y est un choix.',
  tooLarge: (parameters: number, most: number) =>
    `Le réseau a ${counted(parameters, 'paramètre', 'paramètres')}. La matrice est montrée jusqu’à ${grouped(most)}.`,
  firstOf: (shown: number, all: number) => `les ${grouped(shown)} premiers sur ${grouped(all)}`,
  copy: 'Copier la matrice',
};
