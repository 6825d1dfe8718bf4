import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { stepsWithDecimalMark, withDecimalMark } from '../../../core/derivation/decimalMark';
import type { Span } from '../../../core/problem';
import { touches } from '../../language/actions/action';
import { codeActionsOf } from '../../language/actions/codeActions';
import { type FeatureContext, spanOf } from '../../language/feature';
import { longestDecorated, regionsOf } from '../../language/regions';
import { encodeTokens, tokensOf, tokenTypes } from '../../language/semanticTokens';
import type { Words } from '../../language/words/words';
import type { Documents } from './documents';
import { Cancelled, drive } from './drive';
import { loadActions, loadFeatures } from './parts';
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

interface Region extends RegionStudy {
  readonly context: FeatureContext;
}

type DocumentFeatures = Awaited<ReturnType<typeof loadFeatures>>;

/** What is known of a document, and the functions that answer from it. */
interface Question extends DocumentFeatures {
  readonly regions: readonly Region[];
  readonly document: TextDocument;
}

type Job<Answer> = (question: Question) => Answer;

const isMarkdown = ({ languageId }: TextDocument) => languageId === 'markdown';

/**
 * The features of the language-server protocol, for the documents that the server holds: `*.nabla.json`, and
 * Markdown with fenced blocks. Each is a pure function of a study; here are only documents and cancellation.
 */
export function registerFeatures(connection: Connection, services: FeatureServices): Features {
  const { platform, documents, studies, words, settings } = services;

  /** Null where the server does not hold the document, or it is too large for decorations. */
  function held(uri: string): TextDocument | null {
    const document = documents.get(uri);
    return document === undefined || document.getText().length > longestDecorated ? null : document;
  }

  async function answer<Answer>(
    uri: string,
    token: CancellationToken,
    job: Job<Answer | Promise<Answer>>,
  ): Promise<Answer | null | ResponseError<void>> {
    const document = held(uri);
    if (document === null) return null;
    const { version } = document;
    const isOutdated = () => token.isCancellationRequested || document.version !== version;
    try {
      const found = await regionStudies(studies, document, settings(), isOutdated);
      if (isOutdated()) throw new Cancelled();
      const regions = found.map((region) => ({
        ...region,
        context: { document, study: region.study, words: words(), digits: settings().digits },
      }));
      const features = await loadFeatures();
      return await withDecimalMark(settings().decimalMark, () => job({ ...features, regions, document }));
    } catch (reason) {
      if (reason instanceof Cancelled) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      services.report(reason);
      return null;
    }
  }

  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answer(textDocument.uri, token, async ({ regions, document }) => {
      const place = spanOf(document, range);
      const { kernels, scanner } = platform;
      const { actionSteps } = await loadActions();
      const actions = await Promise.all(
        around(regions, place).map(({ study, within, context: { digits } }) => {
          const evaluation = { study, offset: 0, line: 0 };
          const question = { evaluation, uri: document.uri, range: place, within, digits, kernels, scanner };
          const steps = actionSteps({ ...question, as: 'auto', words: words() });
          const localised = stepsWithDecimalMark(settings().decimalMark, steps);
          return drive(localised, platform, () => token.isCancellationRequested);
        }),
      );
      return codeActionsOf(actions.flat(), document, context.diagnostics);
    }),
  );

  connection.onCodeLens(({ textDocument }, token) =>
    answer(textDocument.uri, token, ({ regions, lensesOf }) =>
      settings().codeLens ? regions.flatMap(({ context }) => lensesOf(context)) : [],
    ),
  );

  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    answer(textDocument.uri, token, ({ regions, document, hintsOf }) => {
      const visible = spanOf(document, range);
      return regions.flatMap(({ context }) => hintsOf(context, visible, settings().hints));
    }),
  );

  // Markdown has an outline of its own, which a second one would push aside.
  connection.onDocumentSymbol(({ textDocument }, token) =>
    answer(textDocument.uri, token, ({ regions, document, symbolsOf }) =>
      isMarkdown(document) ? [] : regions.flatMap(({ context }) => symbolsOf(context)),
    ),
  );

  connection.onFoldingRanges(({ textDocument }, token) =>
    answer(textDocument.uri, token, ({ regions, foldingOf }) =>
      regions.flatMap(({ context }) => foldingOf(context)),
    ),
  );

  connection.onSelectionRanges(({ textDocument, positions }, token) =>
    answer(textDocument.uri, token, (question) =>
      positions.map((position) => selectionRange(question, position)),
    ),
  );

  connection.onDefinition(({ textDocument, position }, token) =>
    answer(textDocument.uri, token, ({ regions, definitionAt }) =>
      regions.flatMap(({ context }) => definitionAt(context, position)),
    ),
  );

  connection.onReferences(({ textDocument, position, context: { includeDeclaration } }, token) =>
    answer(textDocument.uri, token, ({ regions, referencesAt }) =>
      regions.flatMap(({ context }) => referencesAt(context, position, includeDeclaration)),
    ),
  );

  // Half-written text has no study, so that these two look at the text itself.
  connection.onCompletion(async ({ textDocument, position }) => {
    const { completionsAt } = await loadFeatures();
    const document = held(textDocument.uri);
    if (document === null) return null;
    const offset = document.offsetAt(position);
    const region = regionsOf(document.getText(), document.languageId).find((span) =>
      touches(span, { offset, length: 0 }),
    );
    return region === undefined
      ? []
      : completionsAt(document, region, offset, !isMarkdown(document), words());
  });

  connection.languages.semanticTokens.on(({ textDocument }) => {
    const document = held(textDocument.uri);
    if (document === null || !isMarkdown(document)) return { data: [] };
    const text = document.getText();
    const tokens = regionsOf(text, document.languageId).flatMap((region) => tokensOf(text, region));
    return { data: encodeTokens(tokens, (offset) => document.positionAt(offset)) };
  });

  return { capabilities, refresh: () => refresh(connection) };
}

/** Where the places may be: a region of the whole document holds every one. */
function around(regions: readonly Region[], place: Span): readonly Region[] {
  return regions.filter(({ within }) => within.length === 0 || within.some((span) => touches(span, place)));
}

/** An editor wants one range a position: where none of ours is, the position itself. */
function selectionRange({ regions, selectionRangeAt }: Question, position: Position) {
  const own = regions
    .map(({ context }) => selectionRangeAt(context, position))
    .find((range) => range !== null);
  return own ?? { range: { start: position, end: position } };
}

const capabilities: ServerCapabilities = {
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] },
  codeLensProvider: {},
  inlayHintProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  completionProvider: { triggerCharacters: ['"', '(', '='] },
  semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true },
};

function refresh(connection: Connection): void {
  // An editor that cannot be asked to looks again by itself sooner or later.
  const refusal = () => undefined;
  void connection.languages.inlayHint.refresh().catch(refusal);
  void connection.sendRequest('workspace/codeLens/refresh').catch(refusal);
}
