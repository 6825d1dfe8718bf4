import { fr } from './fr';
import type { Words } from './words';

/** The French table. In bundles that have it in a file of its own, `frenchApart.ts` stands here instead. */
export const french = (): Words | null => fr;
