// The other side of the shipped bundle: a host that answers over the same messages as VS Code's.
import type { HostApi, PanelApi, PanelState } from '../../../extension/protocol/panel';
import { createPeer } from '../../../extension/protocol/rpc';
import { applyTheme } from './theme';

declare const recorded: Readonly<Record<string, PanelState>>;

interface HostPage {
  acquireVsCodeApi(): unknown;
  calls: (readonly unknown[])[];
  remote: PanelApi;
}

applyTheme(new URLSearchParams(location.search).get('theme') ?? 'dark-modern');
const page = window as unknown as HostPage;
page.calls = [];
const called =
  (name: string) =>
  async (...parameters: readonly unknown[]) => {
    page.calls.push([name, ...parameters.slice(0, -1)]);
  };
const listeners: ((message: unknown) => void)[] = [];
const peer = createPeer<HostApi, PanelApi>(
  {
    post(message) {
      window.postMessage(message, '*');
      return undefined;
    },
    listen: (listener) => listeners.push(listener),
  },
  {
    ready: async () => recorded.exercise,
    reveal: called('reveal'),
    detail: async () => null,
    setFollow: called('setFollow'),
    setPinned: called('setPinned'),
    copy: called('copy'),
    copyResult: called('copyResult'),
    applyDescentStep: called('applyDescentStep'),
    tryExample: called('tryExample'),
    openExample: called('openExample'),
    reportError: called('reportError'),
  },
);
page.remote = peer.remote;
page.acquireVsCodeApi = () => ({
  postMessage(message: unknown) {
    for (const listener of listeners) listener(structuredClone(message));
  },
  getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
  setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
});
