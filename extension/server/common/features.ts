import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { withDecimalMark } from '../../../core/derivation/decimalMark';
import { actionSteps } from '../../language/actions';
import { touches } from '../../language/actions/action';
import { codeActionsOf } from '../../language/actions/codeActions';
import { type FeatureContext, spanOf } from '../../language/feature';
import { hintsOf } from '../../language/hints';
import { lensesOf } from '../../language/lenses';
import { longestDecorated } from '../../language/regions';
import type { Words } from '../../language/words/words';
import type { Documents } from './documents';
import { Cancelled, drive } from './drive';
import type { Platform } from './platform';
import { type RegionStudy, regionStudies } from './regionStudies';
import type { Settings } from './settings';
import type { Studies } from './studies';

export interface FeatureServices {
  readonly platform: Platform;
  readonly documents: Documents;
  readonly studies: Studies;
  readonly words: () => Words;
  readonly settings: () => Settings;
  /** For what should not happen. */
  report(reason: unknown): void;
}

export interface Features {
  readonly capabilities: ServerCapabilities;
  /** Has editors ask again for what the settings decide. */
  refresh(): void;
}

/** The part of a document that a request is about, in its offsets; all of it where none is given. */
type Job<Answer> = (regions: readonly Region[], document: TextDocument, token: CancellationToken) => Answer;

interface Region extends RegionStudy {
  readonly context: FeatureContext;
}

/**
 * The features of the language-server protocol, for the documents that the server holds: `*.nabla.json`, and
 * Markdown with fenced blocks. Each is a pure function of a study; here are only documents and cancellation.
 */
export function registerFeatures(connection: Connection, services: FeatureServices): Features {
  const { platform, documents, studies, words, settings } = services;

  /** Answers null where the document is not held, or too large for decorations. */
  async function answer<Answer>(
    uri: string,
    token: CancellationToken,
    job: Job<Answer | Promise<Answer>>,
  ): Promise<Answer | null | ResponseError<void>> {
    const document = documents.get(uri);
    if (document === undefined || document.getText().length > longestDecorated) return null;
    const { version } = document;
    const isOutdated = () => token.isCancellationRequested || document.version !== version;
    try {
      const found = await regionStudies(studies, document, settings(), isOutdated);
      if (isOutdated()) throw new Cancelled();
      const regions = found.map((region) => ({
        ...region,
        context: { document, study: region.study, words: words(), digits: settings().digits },
      }));
      return await withDecimalMark(settings().decimalMark, () => job(regions, document, token));
    } catch (reason) {
      if (reason instanceof Cancelled) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      services.report(reason);
      return null;
    }
  }

  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answer(textDocument.uri, token, async (regions, document) => {
      const place = spanOf(document, range);
      const actions = await Promise.all(
        regions
          .filter(({ within }) => within.length === 0 || within.some((span) => touches(span, place)))
          .map(({ study, within, context: { digits } }) => {
            const evaluation = { study, offset: 0, line: 0 };
            const question = { evaluation, uri: document.uri, range: place, within, digits };
            return drive(
              actionSteps({ ...question, as: 'auto', words: words() }),
              platform,
              () => token.isCancellationRequested,
            );
          }),
      );
      return codeActionsOf(actions.flat(), document, context.diagnostics);
    }),
  );

  connection.onCodeLens(({ textDocument }, token) =>
    answer(textDocument.uri, token, (regions) =>
      settings().codeLens ? regions.flatMap(({ context }) => lensesOf(context)) : [],
    ),
  );

  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    answer(textDocument.uri, token, (regions, document) => {
      const visible = spanOf(document, range);
      return regions.flatMap(({ context }) => hintsOf(context, visible, settings().hints));
    }),
  );

  return {
    capabilities: {
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] },
      codeLensProvider: {},
      inlayHintProvider: true,
    },
    refresh() {
      // An editor that cannot be asked to looks again by itself sooner or later.
      const refusal = () => undefined;
      void connection.languages.inlayHint.refresh().catch(refusal);
      void connection.sendRequest('workspace/codeLens/refresh').catch(refusal);
    },
  };
}
