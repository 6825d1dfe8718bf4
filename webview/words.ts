import { panel as english } from '../extension/language/words/en/panel';
import { frenchPanel } from '../extension/language/words/french';
import type { PanelWords } from '../extension/language/words/words';

/** In the language of the page, which is that of the window: it stays the same as long as the page lives. */
export const words: PanelWords = document.documentElement.lang.toLowerCase().startsWith('fr')
  ? (frenchPanel() ?? english)
  : english;
