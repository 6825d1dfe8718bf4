import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, activate as activateNabla } from '../common/activate';
import { createClientParts } from '../common/connection/languageClient';
import type { ConnectionSetup, Platform, ServerConnection } from '../common/platform';

const platform: Platform = {
  isMac: /mac/i.test(navigator.platform),
  connect: async (setup) => connect(setup),
};

function connect(setup: ConnectionSetup): ServerConnection {
  const parts = createClientParts(setup);
  const script = Uri.joinPath(setup.extensionUri, 'dist', 'server.browser.js').toString(true);
  let fail: (reason: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const client = new LanguageClient(
    'nabla',
    'Nabla',
    async () => {
      const worker = new Worker(script, { name: 'Nabla language server' });
      // A script that does not load answers nothing, not even `initialize`.
      worker.addEventListener('error', (event) =>
        fail(new Error(event.message || `${script} did not load.`)),
      );
      return worker;
    },
    parts.options,
  );
  const connection = parts.connect(client);
  return { ...connection, start: () => Promise.race([connection.start(), failed]) };
}

export function activate(context: ExtensionContext): Api {
  return activateNabla(context, platform);
}
