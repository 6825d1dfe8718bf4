import { actions } from './fr/actions';
import { activation } from './fr/activation';
import { alternatives } from './fr/alternatives';
import { cli } from './fr/cli';
import { conversion } from './fr/conversion';
import { derivation } from './fr/derivation';
import { completion, hints, lenses, symbols } from './fr/features';
import { gradients } from './fr/gradients';
import { hover } from './fr/hover';
import { mathematics } from './fr/mathematics';
import { matrices } from './fr/matrices';
import { measures } from './fr/measures';
import { precision } from './fr/precision';
import { problems } from './fr/problems';
import { reading } from './fr/reading';
import { training } from './fr/training';
import type { Words } from './words';

export const fr: Words = {
  problems,
  reading,
  mathematics,
  measures,
  hover,
  cli,
  activation,
  gradients,
  training,
  alternatives,
  conversion,
  precision,
  actions,
  lenses,
  hints,
  symbols,
  completion,
  matrices,
  derivation,
};
