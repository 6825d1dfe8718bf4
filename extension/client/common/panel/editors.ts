import {
  Selection,
  TabInputText,
  type TextDocument,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { Span } from '../../../../core/problem';
import { rangeOf } from '../text/spans';

/** Selects a stretch of text where it is seen, and brings it into view, while focus stays where it is. */
export async function revealSpan(place: TextDocument | Uri, span: Span): Promise<void> {
  const document = 'uri' in place ? place : await workspace.openTextDocument(place);
  const editor =
    window.visibleTextEditors.find((visible) => visible.document === document) ??
    (await window.showTextDocument(document, { viewColumn: columnOf(document.uri), preserveFocus: true }));
  const range = rangeOf(document, span);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The column that has the document in a tab, else the first. */
function columnOf(uri: Uri): ViewColumn {
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  );
  return group?.viewColumn ?? ViewColumn.One;
}
