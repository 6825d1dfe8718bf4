import {
  CancellationError,
  commands,
  type DocumentSelector,
  Hover,
  type HoverProvider,
  languages,
  MarkdownString,
  type Position,
  type Range,
  type TextDocument,
  window,
} from 'vscode';
import { sliceLength, sliceThreshold } from '../../protocol/requests';
import { trustedCommands } from './commands/names';
import type { Evaluator, Question } from './connection/evaluate';
import type { Failures } from './failures';
import { hoverSettings, notationName, themeKind } from './settings';
import { documentLength, isInNablaFence, isNablaFile, textOfDocument } from './text/source';
import { rangeOf, selectedRanges, spanOf } from './text/spans';

/** Every document of every scheme, a notebook's cells and the output view among them. */
const everywhere: DocumentSelector = { scheme: '*' };

/** A longer selection takes longer than a person waits for a hover: of it the first rows are read. */
const mostRead = 4_000_000;
const headLength = sliceLength;

/**
 * The one hover of ours, in every file. The server decides whether a text deserves one; here only
 * what to ask about: the selection under the pointer, else the value around it.
 */
export function registerHover(evaluator: Evaluator, failures: Failures) {
  /** Known to the walkthrough, whose third step is done by it. */
  let hovered = false;
  const provider: HoverProvider = {
    async provideHover(document, position, token) {
      const settings = hoverSettings();
      if (!settings.enabled) return undefined;
      const part = partAt(document, position, settings.everywhere);
      if (part === null) return undefined;
      const question: Question = {
        ...part,
        as: 'auto',
        hover: { theme: themeKind(), parts: settings.parts, notation: notationName() },
      };
      try {
        const answer = await evaluator.evaluate(textOfDocument(document), question, token);
        if (answer === null || typeof answer.hover !== 'string') return undefined;
        if (!hovered) void commands.executeCommand('setContext', 'nabla.hovered', true);
        hovered = true;
        return new Hover(markdown(answer.hover), rangeOf(document, answer.span));
      } catch (reason) {
        if (!(reason instanceof CancellationError)) failures.report(reason);
        return undefined;
      }
    },
  };
  return languages.registerHoverProvider(everywhere, provider);
}

function partAt(
  document: TextDocument,
  position: Position,
  everyValue: boolean,
): Pick<Question, 'selections' | 'headOf' | 'position' | 'onlyAround'> | null {
  const selected = selectionsAt(document, position);
  if (selected.length > 0) {
    const selections = selected.map((range) => spanOf(document, range));
    const [first] = selections;
    return selections.length > 1 || first === undefined || first.length <= mostRead
      ? { selections }
      : { selections: [{ offset: first.offset, length: headLength }], headOf: first.length };
  }
  const offset = document.offsetAt(position);
  const asked =
    isNablaFile(document.uri) ||
    isInNablaFence(document, offset) ||
    (everyValue && documentLength(document) <= sliceThreshold);
  return asked ? { selections: [], position: offset, onlyAround: true } : null;
}

/** The selections of an editor that shows the document, where the pointer is over one of them. */
function selectionsAt(document: TextDocument, position: Position): readonly Range[] {
  for (const editor of window.visibleTextEditors) {
    if (editor.document !== document) continue;
    const selections = selectedRanges(editor);
    const under = selections.find((selection) => selection.contains(position));
    if (under !== undefined) return selections.length === 2 ? selections : [under];
  }
  return [];
}

function markdown(text: string): MarkdownString {
  const result = new MarkdownString(text);
  result.supportHtml = true;
  result.isTrusted = { enabledCommands: trustedCommands };
  return result;
}
