import { panel as english } from '../extension/language/words/en/panel';
import { french } from '../extension/language/words/french';
import type { Words } from '../extension/language/words/words';

export type PanelWords = Words['panel'];

/** In the language of the page, which is that of the window: it stays the same as long as the page lives. */
export const words: PanelWords = document.documentElement.lang.toLowerCase().startsWith('fr')
  ? (french()?.panel ?? english)
  : english;
