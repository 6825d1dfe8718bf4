import type { DescentObstacle } from '../../../protocol/details/descentStep';
import { counted, grouped } from './counting';

export const training = {
  title: 'Apprentissage',
  stepped: (optimizer: string, rate: string, before: string, after: string) =>
    `Un pas de ${optimizer} avec η = ${rate}\u202f: perte ${before} → ${after}.`,
  obstacle: (obstacle: DescentObstacle): string => {
    switch (obstacle) {
      case 'no-loss':
        return 'Il n’y a pas de perte à faire descendre\u202f: il faut au réseau une entrée et une cible.';
      case 'unknown-optimizer':
        return 'L’optimiseur de ce texte n’est pas connu, ou a un paramètre qu’il ne prend pas.';
      case 'flat':
        return 'Toutes les dérivées valent 0\u202f: aucun pas ne descend d’ici.';
      case 'implied-numbers':
        return 'Certains poids n’ont pas de nombre à eux dans ce texte\u202f: le pas ne peut pas être écrit.';
      case 'too-many-numbers':
        return 'Il y a trop de poids pour écrire un pas dans le texte.';
      case 'not-writable':
        return 'Le pas mène à des nombres qui ne peuvent pas être écrits ici.';
    }
  },
  applyAction: (rate: string) => `Appliquer un pas de descente (η = ${rate})`,
  applyStep: 'Écrire un pas dans le texte',
  optimizer: (name: string, rate: string) => `${name}, η = ${rate}`,
  many: 'En de nombreux pas',
  steps: 'Pas',
  train: 'Entraîner',
  cancel: 'Annuler',
  progress: (done: number, all: number) => `${grouped(done)} pas sur ${grouped(all)}`,
  reached: (steps: number, first: string, last: string) =>
    `Perte ${first} → ${last} après ${counted(steps, 'pas', 'pas')}.`,
  stationary: (step: number) =>
    `Toutes les dérivées valent 0 après ${counted(step, 'pas', 'pas')}\u202f: plus rien ne bouge.`,
  lowest: (loss: string, step: number) => `Minimum ${loss}, après ${counted(step, 'pas', 'pas')}.`,
  notWritten: 'Le texte garde ses nombres.',
  curve: (first: string, last: string, steps: number) =>
    `perte de ${first} à ${last} en ${counted(steps, 'pas', 'pas')}`,
  step: 'pas',
  loss: 'perte',
  logarithmic: 'perte, échelle logarithmique',
  values: 'Valeurs',
  copyLearned: 'Copier les poids',
  along: 'Perte le long d’un pas',
  alongCurve: (largest: string) => `perte en fonction de η, revenue à sa valeur en η = ${largest}`,
  largest: 'plus grand η qui descend encore',
  best: 'perte la plus basse',
  current: 'η du texte',
  model: 'son estimation au second ordre, 2‖g‖²/gᵀHg',
  unbounded: 'Aucun plus grand η n’a été trouvé\u202f: la perte baisse aussi loin qu’on regarde.',
  ascends: 'Aucun η ne descend d’ici.',
  raises: (rate: string) => `Un pas avec η = ${rate} augmente la perte.`,
  rate: 'η',
};
