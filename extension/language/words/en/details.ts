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
  waiting: 'Computing …',
  nothing: 'There is nothing to show here for this text.',
  failed: 'This could not be computed. The log has the reason.',
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
