import { kerasKlDivergence } from './kerasKlDivergence';
import { philentropyHellinger } from './philentropyHellinger';
import { philentropyJsd } from './philentropyJsd';
import { philentropyKl } from './philentropyKl';
import type { Printer } from './printer';
import { scipyEntropy } from './scipyEntropy';
import { scipyEntropyAlone } from './scipyEntropyAlone';
import { scipyJensenShannon } from './scipyJensenShannon';
import { scipyKlDiv } from './scipyKlDiv';
import { scipyRelEntr } from './scipyRelEntr';
import { torchCategorical } from './torchCategorical';
import { torchKlDiv } from './torchKlDiv';

/** Calls of other libraries whose answer is known. A new one is a file beside this one and a line here. */
export const printers: readonly Printer[] = [
  scipyEntropy,
  scipyRelEntr,
  scipyKlDiv,
  scipyJensenShannon,
  scipyEntropyAlone,
  ...torchKlDiv,
  torchCategorical,
  kerasKlDivergence,
  philentropyKl,
  philentropyJsd,
  philentropyHellinger,
];
