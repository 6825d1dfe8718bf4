import { type PanelWords, panel } from '../extension/language/words/en/panel';

/** English stands for every language until a second table is there. */
export const words: PanelWords = panel;
