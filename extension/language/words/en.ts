import { actions } from './en/actions';
import { activation } from './en/activation';
import { alternatives } from './en/alternatives';
import { cli } from './en/cli';
import { conversion } from './en/conversion';
import { derivation } from './en/derivation';
import { completion, hints, lenses, symbols } from './en/features';
import { gradients } from './en/gradients';
import { hover } from './en/hover';
import { mathematics } from './en/mathematics';
import { matrices } from './en/matrices';
import { measures } from './en/measures';
import { precision } from './en/precision';
import { problems } from './en/problems';
import { reading } from './en/reading';
import { training } from './en/training';

export const en = {
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
