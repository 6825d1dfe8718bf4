import { counted } from './counting';
import { meaningWords } from './domains';

/** Titles of code actions: what they do, as a command. */
export const actions = {
  normalise: (distribution: string, exact: boolean) =>
    exact
      ? `Diviser ${distribution} par sa somme`
      : `Diviser ${distribution} par sa somme, au flottant double le plus proche`,
  rename: (name: string) => `Écrire « ${name} »`,
  convert: 'L’écrire dans une autre notation…',
  transpose: 'Transposer la matrice',
  transposeWeights: (layer: number) => `Transposer les poids de la couche ${layer}`,
  readAsKernel: (name: string) =>
    name === 'kernel'
      ? 'L’appeler « kernel » : une ligne est une source, une colonne une destination'
      : 'L’appeler « weights » : une ligne est une destination, une colonne une source',
  padBiases: (missing: number) => `Ajouter ${counted(missing, 'biais égal à 0', 'biais égaux à 0')}`,
  cutBiases: (over: number) =>
    over === 1 ? 'Retirer le dernier biais' : `Retirer les ${over} derniers biais`,
  decimalPoints: (number: string) => `Écrire des points décimaux : ${number}`,
  separateNumbers: (numbers: string) => `Séparer les nombres : ${numbers}`,
  pinDialect: (framework: string, meaning: string) =>
    `Prendre celle de ${framework} : ${meaningWords(meaning)}`,
  deviation: (number: string) => `L’écart-type est ${number}`,
  variance: (number: string) => `La variance est ${number}`,
  settle: (words: string) => `Le fixer dans un commentaire : ${words}`,
  addLayer: (layer: number, from: number, to: number) =>
    `Ajouter une couche de ${from} vers ${to} avant la couche ${layer}`,
  write: (mark: string) => `Écrire « ${mark} »`,
  remove: 'Retirer',
  correctGradient: (parameter: string, value: string) => `Écrire la dérivée de ${parameter} : ${value}`,
};
