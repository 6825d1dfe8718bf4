import type { HostApi, PanelApi } from '../extension/protocol/panel';
import { createPeer } from '../extension/protocol/rpc';
import { createPanel, report } from './app';
import { restoreMemory } from './model/memory';
import './styles/index.css';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The only place that knows VS Code: messages to and from the host, and what is kept across a reload. */
function connect(root: HTMLElement): void {
  const vscode = acquireVsCodeApi();
  const panel: { api: PanelApi | null } = { api: null };
  const duty = (): PanelApi => {
    if (panel.api === null) throw new Error('The panel is not drawn yet.');
    return panel.api;
  };
  const peer = createPeer<PanelApi, HostApi>(
    {
      post(message) {
        vscode.postMessage(message);
        return undefined;
      },
      listen(listener) {
        window.addEventListener('message', (event) => listener(event.data));
      },
    },
    {
      setState: (state) => duty().setState(state),
      setCursor: (start) => duty().setCursor(start),
    },
  );
  const api = createPanel(root, peer, {
    load: () => restoreMemory(vscode.getState()),
    save: (memory) => vscode.setState(memory),
  });
  panel.api = api;
  window.addEventListener('error', (event) => report(peer.remote, event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => report(peer.remote, event.reason));
  peer.remote.ready().then(api.setState, (reason: unknown) => report(peer.remote, reason));
}

// Fonts are fetched when text first needs them: asked for now, they are there when the first study is.
for (const family of ['STIX Two Math', 'STIX Two Text']) void document.fonts.load(`16px "${family}"`);
const root = document.getElementById('root');
if (root !== null) connect(root);
