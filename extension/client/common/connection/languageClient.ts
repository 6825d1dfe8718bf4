import { type TextDocument, Uri } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  type Middleware,
  State,
} from 'vscode-languageclient';
import {
  type InitializationOptions,
  Notifications,
  type OpenSlicedParams,
  sliceThreshold,
} from '../../../protocol/requests';
import type { ConnectionSetup, ServerConnection } from '../platform';
import { displayLanguage } from '../settings';
import { documentLength, textOfDocument } from '../text/source';
import { sendSlices } from './slices';

/** The part of the language client that both platforms share. Loaded with the server's start, not before. */
export interface ClientParts {
  readonly options: LanguageClientOptions;
  connect(client: BaseLanguageClient): ServerConnection;
}

export function createClientParts(setup: ConnectionSetup): ClientParts {
  let client: BaseLanguageClient | undefined;
  const opening = new Map<string, Promise<void>>();
  /** Counts the servers, so that what was meant for one is not sent to the next. */
  let generation = 0;

  async function notify(method: string, parameters: unknown): Promise<void> {
    await client?.sendNotification(method, parameters);
  }

  async function openInSlices(document: TextDocument, key: string): Promise<void> {
    const started = generation;
    for (;;) {
      const source = textOfDocument(document);
      const abandoned = () => source.changed() || document.isClosed || generation !== started;
      const textId = await sendSlices(notify, source.pieces(0, source.length), abandoned);
      if (generation !== started || document.isClosed) return;
      if (textId === null) continue;
      const parameters: OpenSlicedParams = {
        textId,
        uri: key,
        languageId: document.languageId,
        version: source.version,
      };
      // From here on a change is told as a change, after this.
      opening.delete(key);
      return notify(Notifications.openSliced, parameters);
    }
  }

  const middleware: Middleware = {
    didOpen(document, next) {
      if (documentLength(document) <= sliceThreshold) return next(document);
      const key = document.uri.toString();
      const sent = openInSlices(document, key).finally(() => opening.delete(key));
      opening.set(key, sent);
      return sent;
    },
    async didChange(event, next) {
      const sent = opening.get(event.document.uri.toString());
      // What changes while the slices travel is in the slices: they are sent again until nothing did.
      if (sent !== undefined) return sent;
      return next(event);
    },
    async didClose(document, next) {
      await opening.get(document.uri.toString());
      return next(document);
    },
  };

  const options: LanguageClientOptions = {
    documentSelector: [{ pattern: '**/*.nabla.json' }, { language: 'markdown' }],
    outputChannel: setup.log,
    initializationOptions: (): InitializationOptions => ({
      language: displayLanguage(),
      scriptsUri: Uri.joinPath(setup.extensionUri, 'dist').toString(true),
    }),
    synchronize: { configurationSection: 'nabla' },
    errorHandler: {
      error: (error) => {
        setup.log.error(error);
        return { action: ErrorAction.Continue, handled: true };
      },
      closed: () => {
        generation += 1;
        opening.clear();
        const action = setup.closed() === 'restart' ? CloseAction.Restart : CloseAction.DoNotRestart;
        return { action, handled: true };
      },
    },
    middleware,
  };

  return {
    options,
    connect(created) {
      client = created;
      created.onDidChangeState(({ newState }) => {
        if (newState === State.Running) setup.running();
      });
      return {
        start: () => created.start(),
        // An absent token would be sent along as a second parameter.
        request: (method, parameters, token) =>
          token === undefined
            ? created.sendRequest(method, parameters)
            : created.sendRequest(method, parameters, token),
        notify,
        async synchronised(uri) {
          await opening.get(uri);
        },
        stop: () => created.dispose(),
        processId: () => undefined,
      };
    },
  };
}
