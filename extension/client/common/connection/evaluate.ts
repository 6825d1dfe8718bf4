import { CancellationError, type CancellationToken } from 'vscode';
import type { Span } from '../../../../core/problem';
import type { ReadAs } from '../../../../core/text/reading';
import {
  type EvaluateAnswer,
  type EvaluateParams,
  type EvaluateResponse,
  Requests,
  sliceThreshold,
  type TextSource as WireSource,
} from '../../../protocol/requests';
import type { ServerConnection } from '../platform';
import { decimalComma, displayLanguage, kinkRule, significantDigits } from '../settings';
import type { TextSource } from '../text/source';
import type { Server } from './server';
import { sendSlices } from './slices';

/** Which part of a text to evaluate, in its offsets, and what of the answer is wanted. */
export interface Question
  extends Pick<
    EvaluateParams,
    'hover' | 'view' | 'result' | 'detail' | 'actions' | 'reading' | 'onlyAround' | 'position' | 'choices'
  > {
  /** None: the value around `position`, else all of the text. Two are P and Q. */
  readonly selections: readonly Span[];
  readonly as: ReadAs;
}

export interface Evaluator {
  /** Null where there is nothing to say. Rejects with `CancellationError` when cancelled. */
  evaluate(text: TextSource, question: Question, token?: CancellationToken): Promise<EvaluateAnswer | null>;
}

export function createEvaluator(server: Server): Evaluator {
  async function ask(
    connection: ServerConnection,
    text: TextSource,
    question: Question,
    token: CancellationToken | undefined,
  ): Promise<EvaluateResponse> {
    const uri = text.uri.toString();
    const { start, end } = sentPart(text, question.selections);
    let source: WireSource = { from: 'document' };
    if (text.held) {
      await connection.synchronised(uri);
    } else if (end - start <= sliceThreshold) {
      source = { from: 'message', text: [...text.pieces(start, end)].join('') };
    } else {
      const abandoned = () => text.changed() || token?.isCancellationRequested === true;
      const textId = await sendSlices(connection.notify, text.pieces(start, end), abandoned);
      if (textId === null) throw new CancellationError();
      source = { from: 'slices', textId };
    }
    const parameters: EvaluateParams = {
      ...question,
      uri,
      version: text.version,
      source,
      offset: text.held ? 0 : start,
      line: text.held ? 0 : text.lineAt(start),
      kinks: kinkRule(),
      digits: significantDigits(),
      decimalComma: decimalComma(),
      language: displayLanguage(),
    };
    return connection.request<EvaluateResponse>(Requests.evaluate, parameters, token);
  }

  return {
    async evaluate(text, question, token) {
      try {
        return await server.work((connection) => ask(connection, text, question, token), token);
      } catch (reason) {
        if (token?.isCancellationRequested) throw new CancellationError();
        throw reason;
      }
    },
  };
}

/** No more of a text leaves the editor than is asked about: the selections and what is between them. */
function sentPart(text: TextSource, selections: readonly Span[]): { start: number; end: number } {
  if (text.held || selections.length === 0) return { start: 0, end: text.length };
  return {
    start: Math.min(...selections.map(({ offset }) => offset)),
    end: Math.max(...selections.map(({ offset, length }) => offset + length)),
  };
}
