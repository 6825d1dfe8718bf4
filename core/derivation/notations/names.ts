export type NotationName = 'sheet' | 'textbook' | 'pytorch' | 'matrix';

/** In the order in which they are offered; the first is the default. */
export const notationNames: readonly NotationName[] = ['sheet', 'textbook', 'pytorch', 'matrix'];
