import {
  type Connection,
  ErrorCodes,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type Language, wordsOf } from '../../language/words/words';
import {
  type InitializationOptions,
  Notifications,
  type OpenSlicedParams,
  Requests,
  type ServerSettings,
  type TextSliceParams,
} from '../../protocol/requests';
import { createDiagnosticsPublisher } from './diagnosticsPublisher';
import { createDocuments } from './documents';
import { Cancelled } from './drive';
import { evaluate, UnknownText } from './evaluate';
import { faultOf, isEvaluateParams } from './evaluateParams';
import { registerFeatures } from './features';
import { ifConnected } from './ifConnected';
import type { Platform } from './platform';
import { settingsOf } from './settings';
import { createSlicedTexts } from './slicedTexts';
import { createStudies } from './studies';

/** A thin socket around the language service. Whatever a client sends, the server lives. */
export function startServer(connection: Connection, platform: Platform): void {
  let language: Language = 'en';
  let settings = settingsOf(undefined, 'en');
  const slicedTexts = createSlicedTexts();
  const report = (reason: unknown) => ifConnected(() => connection.console.error(described(reason)));
  const studies = createStudies(platform);
  const publisher = createDiagnosticsPublisher({
    studies,
    words: () => wordsOf(language),
    settings: () => settings,
    send: (parameters) => ifConnected(() => void connection.sendDiagnostics(parameters)),
    report,
  });
  const documents = createDocuments(publisher);
  const features = registerFeatures(connection, {
    platform,
    documents,
    studies,
    words: () => wordsOf(language),
    settings: () => settings,
    report,
  });

  connection.onInitialize((parameters): InitializeResult => {
    const options: Partial<InitializationOptions> | undefined = parameters.initializationOptions;
    language = options?.language === 'fr' ? 'fr' : 'en';
    platform.findScripts(options?.scriptsUri);
    if (language !== 'en') platform.loadWords(language);
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...features.capabilities,
      },
      serverInfo: { name: 'Nabla' },
    };
  });

  connection.onDidChangeConfiguration(({ settings: given }: { settings?: ServerSettings }) => {
    const before = settings;
    settings = settingsOf(given, language);
    const saysOther = settings.kinks !== before.kinks || settings.decimalMark !== before.decimalMark;
    if (saysOther) documents.lookAgain();
    if (JSON.stringify(settings) !== JSON.stringify(before)) features.refresh();
  });
  connection.onDidOpenTextDocument((parameters) => documents.open(parameters));
  connection.onDidChangeTextDocument((parameters) => documents.change(parameters));
  connection.onDidCloseTextDocument((parameters) => documents.close(parameters));
  connection.onNotification(Notifications.textSlice, (slice: TextSliceParams) => slicedTexts.add(slice));
  connection.onNotification(Notifications.openSliced, (parameters: OpenSlicedParams) => {
    const text = slicedTexts.take(parameters.textId);
    if (text !== undefined) documents.openSliced(parameters, text);
    else connection.console.error(`The text of ${parameters.uri} has not arrived whole.`);
  });

  connection.onRequest(Requests.evaluate, async (parameters: unknown, token) => {
    if (!isEvaluateParams(parameters)) {
      return new ResponseError(ErrorCodes.InvalidParams, faultOf(parameters) ?? '');
    }
    try {
      const services = { platform, documents, slicedTexts, studies };
      return await evaluate(services, parameters, () => token.isCancellationRequested);
    } catch (reason) {
      if (reason instanceof Cancelled) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      if (reason instanceof UnknownText) return new ResponseError(ErrorCodes.InvalidParams, reason.message);
      report(reason);
      return new ResponseError(
        ErrorCodes.InternalError,
        reason instanceof Error ? reason.message : String(reason),
      );
    }
  });

  connection.listen();
}

function described(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
}
