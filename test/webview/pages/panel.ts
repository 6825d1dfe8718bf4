// The host-free panel in a plain page: panel.html?data=exercise&theme=light-modern&font=13
import type { HostApi, PanelApi, PanelState } from '../../../extension/protocol/panel';
import { createPanel } from '../../../webview/app';
import { restoreMemory } from '../../../webview/model/memory';
import '../../../webview/styles/index.css';
import { applyTheme } from './theme';

declare const recorded: Readonly<Record<string, PanelState>>;

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
  setFollow: called('setFollow'),
  setPinned: called('setPinned'),
  copy: called('copy'),
  copyResult: called('copyResult'),
  tryExample: called('tryExample'),
  openExample: called('openExample'),
  reportError: called('reportError'),
};

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
window.panel = createPanel(root, host, {
  load: () => restoreMemory(JSON.parse(sessionStorage.getItem('memory') ?? 'null')),
  save: (memory) => sessionStorage.setItem('memory', JSON.stringify(memory)),
});
window.turnTo = (data) => {
  root.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  window.state = recorded[data];
  return window.panel.setState(window.state);
};
void window.panel.setState(window.state);
