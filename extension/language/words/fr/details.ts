import { derivation } from './derivation';
import { diagnosis } from './diagnosis';
import { divergences } from './divergences';
import { facts } from './facts';
import { frameworks } from './frameworks';
import { gradients } from './gradients';
import { moments } from './moments';
import { pairwise } from './pairwise';
import { projections } from './projections';
import { secondOrder } from './secondOrder';
import { training } from './training';

/** What the panel's sections say, which are asked for when they open. Each topic adds a table of its own here. */
export const details = {
  waiting: 'Calcul en cours…',
  nothing: 'Il n’y a rien à montrer ici pour ce texte.',
  failed: 'Le calcul a échoué. Le journal en donne la raison.',
  derivation: derivation.panel,
  gradients,
  frameworks,
  training,
  facts,
  moments,
  pairwise,
  diagnosis,
  secondOrder,
  projections,
  divergences,
};
