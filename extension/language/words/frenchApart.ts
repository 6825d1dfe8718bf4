import type { PanelWords, Words } from './words';

/** What `dist/words.fr.js` leaves behind when it is loaded. */
export interface FrenchScope {
  nablaFrench?: { readonly words: Words; readonly panel: PanelWords };
}

const scope = globalThis as FrenchScope;

/** The French tables, once their file is loaded: those who read English never load it. */
export const french = (): Words | null => scope.nablaFrench?.words ?? null;
export const frenchPanel = (): PanelWords | null => scope.nablaFrench?.panel ?? null;
