import { actions } from './fr/actions';
import { alternatives } from './fr/alternatives';
import { cli } from './fr/cli';
import { conversion } from './fr/conversion';
import { derivation } from './fr/derivation';
import { completion, hints, lenses, symbols } from './fr/features';
import { hover } from './fr/hover';
import { mathematics } from './fr/mathematics';
import { matrices } from './fr/matrices';
import { measures } from './fr/measures';
import { panel } from './fr/panel';
import { precision } from './fr/precision';
import { problems } from './fr/problems';
import { reading } from './fr/reading';
import type { Words } from './words';

export const fr: Words = {
  problems,
  reading,
  mathematics,
  measures,
  hover,
  cli,
  panel,
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
