// The host-free panel in a plain page: panel.html?data=exercise&theme=light-modern&font=13
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import type { ReadAs } from '../../../core/text/reading';
import { detailSteps } from '../../../extension/language/details';
import { wordsOf } from '../../../extension/language/words/words';
import type { DetailAnswer, DetailQuestion } from '../../../extension/protocol/details';
import type { HostApi, PanelApi, PanelState } from '../../../extension/protocol/panel';
import { createPanel } from '../../../webview/app';
import { restoreMemory } from '../../../webview/model/memory';
import '../../../webview/styles/index.css';
import { applyTheme } from './theme';

declare const recorded: Readonly<Record<string, PanelState>>;
/** The texts of the records, for what the panel asks beyond them: answered by the real core. */
declare const texts: Readonly<Record<string, { readonly text: string; readonly as: ReadAs }>>;

declare global {
  interface Window {
    calls: (readonly [string, ...unknown[]])[];
    panel: PanelApi;
    /** Shows another recorded state in the same page, with nothing selected. */
    turnTo(data: string): Promise<void>;
    state: PanelState;
  }
}

const query = new URLSearchParams(location.search);
applyTheme(query.get('theme') ?? 'dark-modern');
const font = query.get('font');
if (font !== null) document.documentElement.style.setProperty('--vscode-font-size', `${font}px`);

window.calls = [];
const called =
  (name: string) =>
  async (...parameters: readonly unknown[]) => {
    window.calls.push([name, ...parameters]);
  };
window.state = recorded[query.get('data') ?? 'exercise'];

const host: HostApi = {
  ready: async () => window.state,
  reveal: called('reveal'),
  detail: async (question) => answerTo(question),
  setFollow: called('setFollow'),
  setPinned: called('setPinned'),
  copy: called('copy'),
  copyResult: called('copyResult'),
  applyDescentStep: called('applyDescentStep'),
  tryExample: called('tryExample'),
  openExample: called('openExample'),
  reportError: called('reportError'),
};

function answerTo(question: DetailQuestion): DetailAnswer | null {
  window.calls.push(['detail', question]);
  const shown = Object.keys(recorded).find((name) => recorded[name] === window.state) ?? '';
  if (texts[shown] === undefined) return null;
  const { text, as } = texts[shown];
  const evaluation = { study: evaluate(read(text, { as })), offset: 0, line: 0 };
  const { digits } = window.state;
  const language = document.documentElement.lang === 'fr' ? 'fr' : window.state.language;
  return finish(detailSteps(question, { evaluation, digits, words: wordsOf(language) }));
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
window.panel = createPanel(
  root,
  { remote: host, cancellable: () => host },
  {
    load: () => restoreMemory(JSON.parse(sessionStorage.getItem('memory') ?? 'null')),
    save: (memory) => sessionStorage.setItem('memory', JSON.stringify(memory)),
  },
);
window.turnTo = (data) => {
  root.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  window.state = recorded[data];
  return window.panel.setState(window.state);
};
void window.panel.setState(window.state);
