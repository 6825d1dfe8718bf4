import {
  type Disposable,
  l10n,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewView,
  window,
} from 'vscode';
import type { Subject } from '../subject';
import { currentEditor } from './editors';
import { type Remembered, recall } from './memory';
import { createPanelHost, type PanelHost, type PanelServices } from './panelHost';

const panelType = 'nabla.panel';
const sideViewType = 'nabla.sidePanel';
const nothing: Remembered = { subject: null, follow: null, pinned: false };

/** The editor panel, of which there is one, and the side panel. */
export interface Panels extends Disposable {
  /** Opens the editor panel beside the text, or finds it where it is. */
  open(): Promise<PanelHost>;
  /** What was looked at last, on either surface. */
  readonly lastSubject: Subject | null;
}

export function registerPanels(services: PanelServices): Panels {
  let panel: { readonly webviewPanel: WebviewPanel; readonly host: PanelHost } | undefined;
  let side: PanelHost | undefined;
  let lastSide: Subject | null = null;

  function adopt(webviewPanel: WebviewPanel, remembered: Remembered): PanelHost {
    webviewPanel.iconPath = {
      light: Uri.joinPath(services.extensionUri, 'media', 'panel-light.svg'),
      dark: Uri.joinPath(services.extensionUri, 'media', 'panel-dark.svg'),
    };
    const surface = {
      kind: 'editor',
      webview: webviewPanel.webview,
      isVisible: () => webviewPanel.visible,
    } as const;
    const host = createPanelHost(services, surface, remembered);
    webviewPanel.onDidChangeViewState(() => host.visibilityChanged());
    webviewPanel.onDidDispose(() => {
      host.dispose();
      if (panel?.host === host) panel = undefined;
    });
    panel = { webviewPanel, host };
    return host;
  }

  const registrations = [
    window.registerWebviewPanelSerializer(panelType, {
      async deserializeWebviewPanel(webviewPanel, memory: unknown) {
        adopt(webviewPanel, await recall(memory));
      },
    }),
    window.registerWebviewViewProvider(sideViewType, {
      async resolveWebviewView(view: WebviewView, context) {
        const remembered =
          lastSide === null ? await recall(context.state) : { ...nothing, subject: lastSide };
        const surface = { kind: 'side', webview: view.webview, isVisible: () => view.visible } as const;
        const host = createPanelHost(services, surface, remembered);
        side = host;
        view.onDidChangeVisibility(() => host.visibilityChanged());
        view.onDidDispose(() => {
          lastSide = host.subject;
          host.dispose();
          if (side === host) side = undefined;
        });
      },
    }),
  ];

  return {
    async open() {
      if (panel !== undefined) {
        if (!panel.webviewPanel.visible) panel.webviewPanel.reveal(undefined, true);
        return panel.host;
      }
      const created = window.createWebviewPanel(
        panelType,
        l10n.t('Nabla'),
        { viewColumn: columnBeside(currentEditor()), preserveFocus: true },
        { enableFindWidget: true },
      );
      return adopt(created, nothing);
    },
    get lastSubject() {
      return panel?.host.subject ?? side?.subject ?? lastSide;
    },
    dispose() {
      for (const registration of registrations) registration.dispose();
      panel?.host.dispose();
      side?.dispose();
    },
  };
}

/** Right of the text, also where something else is active: a page of the walkthrough, the side panel. */
function columnBeside(editor: TextEditor | undefined): ViewColumn {
  const column = editor?.viewColumn;
  return column === undefined ? ViewColumn.Beside : Math.min(column + 1, ViewColumn.Nine);
}
