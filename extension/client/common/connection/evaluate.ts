import { CancellationError, type CancellationToken } from 'vscode';
import type { Span } from '../../../../core/problem';
import type { ReadAs } from '../../../../core/text/reading';
import {
  type EvaluateAnswer,
  type EvaluateParams,
  type EvaluateResponse,
  Requests,
  type Surroundings,
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
    | 'hover'
    | 'headOf'
    | 'view'
    | 'result'
    | 'detail'
    | 'actions'
    | 'reading'
    | 'onlyAround'
    | 'position'
    | 'choices'
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
    const surroundings = surroundingsOf(text, question);
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
      ...(surroundings === null ? {} : { surroundings }),
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

/** A comment that settles a reading stands at most so far above. */
const head = 2_000;
/** For a hover all of a text that is no longer: it looks there for what goes with the selection. */
const mostForHover = 200_000;

/** What stands around one selection of a text of which the server has no copy. */
function surroundingsOf(text: TextSource, { selections, hover }: Question): Surroundings | null {
  const [selection] = selections;
  if (text.held || selection === undefined || selections.length > 1) return null;
  const isWhole = hover !== undefined && text.length <= mostForHover;
  const start = isWhole ? 0 : Math.max(0, selection.offset - head);
  const end = isWhole ? text.length : selection.offset;
  if (start >= end || (start === selection.offset && end === selection.offset + selection.length))
    return null;
  return { offset: start, text: [...text.pieces(start, end)].join('') };
}
