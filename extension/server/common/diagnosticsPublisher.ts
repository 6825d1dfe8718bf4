import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DecimalMark, withDecimalMark } from '../../../core/derivation/decimalMark';
import type { KinkRule } from '../../../core/network/kinkRule';
import { diagnosticsOf } from '../../language/diagnostics';
import type { Words } from '../../language/words/words';
import type { DocumentListener } from './documents';
import { Cancelled } from './drive';
import type { Studies } from './studies';

/** After the last change, so that nothing is evaluated between two keys. */
const delayMilliseconds = 100;

export interface PublisherServices {
  readonly studies: Studies;
  readonly words: () => Words;
  readonly kinks: () => KinkRule;
  readonly decimalMark: () => DecimalMark;
  send(parameters: { uri: string; version?: number; diagnostics: Diagnostic[] }): void;
  /** For what should not happen. */
  report(reason: unknown): void;
}

/** Publishes the diagnostics of each document soon after its last change; a newer version stops an older one. */
export function createDiagnosticsPublisher(services: PublisherServices): DocumentListener {
  /** The version whose diagnostics are wanted, for each open document. */
  const wanted = new Map<string, { readonly timer: ReturnType<typeof setTimeout> }>();

  async function publish(document: TextDocument, isOutdated: () => boolean): Promise<void> {
    const { uri, version } = document;
    try {
      const key = {
        uri,
        version,
        text: document.getText(),
        within: [],
        as: 'auto',
        kinks: services.kinks(),
      } as const;
      const study = await services.studies.get(key, isOutdated);
      if (isOutdated()) return;
      const diagnostics = withDecimalMark(services.decimalMark(), () =>
        diagnosticsOf(study, document, services.words()),
      );
      services.send({ uri, version, diagnostics });
    } catch (reason) {
      if (!(reason instanceof Cancelled)) services.report(reason);
    }
  }

  function stop(uri: string): void {
    const waiting = wanted.get(uri);
    if (waiting !== undefined) clearTimeout(waiting.timer);
    wanted.delete(uri);
  }

  return {
    changed(document) {
      const { uri, version } = document;
      stop(uri);
      const entry = {
        timer: setTimeout(() => {
          // The document is changed in place, so its version tells whether it is still the same.
          void publish(document, () => wanted.get(uri) !== entry || document.version !== version);
        }, delayMilliseconds),
      };
      wanted.set(uri, entry);
    },
    closed(uri) {
      stop(uri);
      services.studies.forget(uri);
      services.send({ uri, diagnostics: [] });
    },
  };
}
