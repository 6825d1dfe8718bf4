import { fr } from './fr';
import { panel } from './fr/panel';
import type { PanelWords, Words } from './words';

/** The French tables. In bundles that have them in a file of its own, `frenchApart.ts` stands here instead. */
export const french = (): Words | null => fr;
export const frenchPanel = (): PanelWords | null => panel;
