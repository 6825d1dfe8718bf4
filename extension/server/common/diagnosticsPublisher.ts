import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { withDecimalMark } from '../../../core/derivation/decimalMark';
import { diagnosticsOf } from '../../language/diagnostics';
import type { Words } from '../../language/words/words';
import type { DocumentListener } from './documents';
import { Cancelled } from './drive';
import { regionStudies } from './regionStudies';
import type { Settings } from './settings';
import type { Studies } from './studies';

/** After the last change, so that nothing is evaluated between two keys. */
const delayMilliseconds = 50;

export interface PublisherServices {
  readonly studies: Studies;
  readonly words: () => Words;
  readonly settings: () => Settings;
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
      const settings = services.settings();
      const studies = await regionStudies(services.studies, document, settings, isOutdated);
      if (isOutdated()) return;
      const words = services.words();
      const diagnostics = withDecimalMark(settings.decimalMark, () =>
        studies.flatMap(({ study }) => diagnosticsOf(study, document, words)),
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
