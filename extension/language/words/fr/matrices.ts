import { grouped } from './counting';

/** What is known of a matrix: names of facts, short enough for a table. */
export const matrices = {
  rank: 'rang',
  rankOf: (rank: number, full: number, exact: boolean) =>
    `${rank} sur ${full}${exact ? ', exactement' : ', en double précision'}`,
  determinant: 'déterminant',
  trace: 'trace',
  condition: 'conditionnement',
  singularValues: 'valeurs singulières',
  more: (count: number) => `et ${grouped(count)} autres`,
  rows: 'lignes',
  distributions: 'chacune de somme 1, une loi',
  form: 'forme',
  symmetric: 'symétrique',
  'skew-symmetric': 'antisymétrique',
  range: 'étendue',
  mean: 'moyenne',
  meanOf: (mean: string, deviation: string) => `${mean}, écart-type ${deviation}`,
  zeros: 'zéros',
  partOf: (part: number, whole: number) => `${grouped(part)} sur ${grouped(whole)}`,
  norms: 'normes',
  type: 'type',
  asNetwork: (layers: number) =>
    layers === 1
      ? 'Elles forment une couche.'
      : `Leurs dimensions s’enchaînent en un réseau de ${layers} couches.`,
};
