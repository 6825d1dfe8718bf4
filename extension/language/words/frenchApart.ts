import type { Words } from './words';

/** What `dist/words.fr.js` leaves behind when it is loaded. */
export interface FrenchScope {
  nablaFrench?: Words;
}

/** The French table, once its file is loaded: those who read English never load it. */
export const french = (): Words | null => (globalThis as FrenchScope).nablaFrench ?? null;
