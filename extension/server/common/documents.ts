import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { OpenSlicedParams } from '../../protocol/requests';

/** The server's own copies of open documents, whether they came whole or in slices. */
export interface Documents {
  get(uri: string): TextDocument | undefined;
  /** Tells the listener of every open document, because what it makes of them has changed. */
  lookAgain(): void;
  open(parameters: DidOpenTextDocumentParams): void;
  openSliced(parameters: OpenSlicedParams, text: string): void;
  change(parameters: DidChangeTextDocumentParams): void;
  close(parameters: DidCloseTextDocumentParams): void;
}

export interface DocumentListener {
  changed(document: TextDocument): void;
  closed(uri: string): void;
}

export function createDocuments(listener: DocumentListener): Documents {
  const documents = new Map<string, TextDocument>();

  function keep(document: TextDocument): void {
    documents.set(document.uri, document);
    listener.changed(document);
  }

  return {
    get: (uri) => documents.get(uri),
    lookAgain() {
      for (const document of documents.values()) listener.changed(document);
    },
    open({ textDocument: { uri, languageId, version, text } }) {
      keep(TextDocument.create(uri, languageId, version, text));
    },
    openSliced({ uri, languageId, version }, text) {
      keep(TextDocument.create(uri, languageId, version, text));
    },
    change({ textDocument: { uri, version }, contentChanges }) {
      const document = documents.get(uri);
      if (document !== undefined) keep(TextDocument.update(document, [...contentChanges], version));
    },
    close({ textDocument: { uri } }) {
      documents.delete(uri);
      listener.closed(uri);
    },
  };
}
