import type { TextDocument } from 'vscode-languageserver-textdocument';
import { stepsWithDecimalMark, withDecimalMark } from '../../../core/derivation/decimalMark';
import type { Span } from '../../../core/problem';
import { headOf } from '../../../core/text/head';
import { choicesIn, type SettledChoices } from '../../../core/text/settled';
import { unite } from '../../../core/text/shapes';
import type { Evaluation } from '../../language/evaluation';
import { holds } from '../../language/placedArrays';
import { readingLabel } from '../../language/readingLabel';
import { regionsOf } from '../../language/regions';
import { wordsOf } from '../../language/words/words';
import type { EvaluateParams, EvaluateResponse } from '../../protocol/requests';
import type { Documents } from './documents';
import { drive } from './drive';
import { loadActions, loadDetails, loadHover, loadResult, loadView } from './parts';
import type { Platform } from './platform';
import type { SlicedTexts } from './slicedTexts';
import type { Studies } from './studies';
import { subjectOf } from './subject';

export interface EvaluateServices {
  readonly platform: Platform;
  readonly documents: Documents;
  readonly slicedTexts: SlicedTexts;
  readonly studies: Studies;
}

/** Thrown where a request names a text that the server does not have. */
export class UnknownText extends Error {
  override readonly name = 'UnknownText';
}

/** Answers `nabla/evaluate`. Rejects with `Cancelled` or `UnknownText`. */
export async function evaluate(
  { platform, documents, slicedTexts, studies }: EvaluateServices,
  asked: EvaluateParams,
  isCancelled: () => boolean,
): Promise<EvaluateResponse> {
  const given = textOf(asked, documents, slicedTexts);
  const { version } = given;
  const isHead = asked.headOf !== undefined;
  const { text, parameters } = isHead
    ? headPart(given.text, asked, documents)
    : { ...given, parameters: asked };
  const { uri, offset, line = 0, as, kinks, digits, surroundings } = parameters;
  const subject = subjectOf(text, parameters);
  if (subject === null) return null;
  const { within, focus } = subject;
  const choices = { ...settledAbove(parameters), ...parameters.choices };
  const study = await studies.get({ uri, version, text, within, as, kinks, choices }, isCancelled);
  const whole = parameters.headOf === undefined ? undefined : { offset, length: parameters.headOf };
  const evaluation: Evaluation = { study, offset, line, ...(whole === undefined ? {} : { whole }) };
  const words = wordsOf(parameters.language);
  const mark = parameters.decimalComma === true ? ',' : '.';
  const { detail: question, hover } = parameters;
  const { kernels, scanner } = platform;
  const context = { evaluation, digits, words, kernels, scanner };
  const viewOf = parameters.view === true ? (await loadView()).viewOf : null;
  const resultOf = parameters.result === true ? (await loadResult()).resultOf : null;
  const hoverOf = hover === undefined ? null : (await loadHover()).hoverOf;
  const detail =
    question === undefined
      ? undefined
      : await drive(
          stepsWithDecimalMark(mark, (await loadDetails()).detailSteps(question, context)),
          platform,
          isCancelled,
        );
  const actions =
    parameters.actions === true
      ? await drive(
          stepsWithDecimalMark(
            mark,
            (await loadActions()).actionSteps({
              ...context,
              uri,
              range: focus ?? spanOfAll(within, text),
              within,
              as,
            }),
          ),
          platform,
          isCancelled,
        )
      : undefined;
  return {
    span: whole ?? moved(study.reading.span, offset),
    ...(parameters.reading === true ? { reading: readingLabel(study, words) } : {}),
    ...(hover === undefined || hoverOf === null
      ? {}
      : {
          hover: withDecimalMark(mark, () =>
            hoverOf({
              ...hover,
              evaluation,
              uri,
              digits,
              words,
              focus,
              isDiagnosed: isDiagnosed(documents.get(uri), parameters),
              ...(surroundings === undefined ? {} : { surroundings }),
            }),
          ),
        }),
    ...(viewOf === null ? {} : { view: withDecimalMark(mark, () => viewOf(evaluation, words, digits)) }),
    ...(resultOf === null ? {} : { result: resultOf(study, words) }),
    ...(detail === undefined ? {} : { detail }),
    ...(actions === undefined ? {} : { actions }),
  };
}

/** The first rows of a selection that is too long for a hover, as a text of their own at their place. */
function headPart(
  text: string,
  asked: EvaluateParams,
  documents: Documents,
): { readonly text: string; readonly parameters: EvaluateParams } {
  const { uri, source, selections, offset: start, line } = asked;
  const [{ offset, length } = { offset: start, length: text.length }] = selections;
  const place = Math.max(0, offset - start);
  const ofDocument = source.from === 'document' ? documents.get(uri)?.positionAt(offset).line : line;
  const head = headOf(text.slice(place, place + length)) ?? '';
  return {
    text: head,
    parameters: { ...asked, offset, ...(ofDocument === undefined ? {} : { line: ofDocument }) },
  };
}

/** Whether a place is in what has diagnostics: a Nabla document, or a block of ours. */
function isDiagnosed(document: TextDocument | undefined, { selections, position }: EvaluateParams): boolean {
  if (document === undefined || position === undefined || selections.length > 0) return false;
  const place = { offset: position, length: 0 };
  return regionsOf(document.getText(), document.languageId).some((region) => holds(region, place));
}

/** What a comment above the one selection settles, which is not selected with it. */
function settledAbove({ surroundings, selections }: EvaluateParams): SettledChoices {
  const [selection] = selections;
  if (surroundings === undefined || selection === undefined) return {};
  const { text, offset } = surroundings;
  return choicesIn(text, { offset: selection.offset - offset, length: 0 });
}

function spanOfAll(within: readonly Span[], text: string): Span {
  return within.length === 0 ? { offset: 0, length: text.length } : within.reduce(unite);
}

function textOf(
  { source, uri, version }: EvaluateParams,
  documents: Documents,
  slicedTexts: SlicedTexts,
): { readonly text: string; readonly version: number } {
  switch (source.from) {
    case 'message':
      return { text: source.text, version };
    case 'slices': {
      const text = slicedTexts.take(source.textId);
      if (text === undefined) throw new UnknownText(`The text “${source.textId}” has not arrived whole.`);
      return { text, version };
    }
    case 'document': {
      const document = documents.get(uri);
      if (document === undefined) throw new UnknownText(`The document ${uri} is not open here.`);
      return { text: document.getText(), version: document.version };
    }
  }
}

function moved({ offset, length }: Span, by: number): Span {
  return { offset: offset + by, length };
}
