import {
  Selection,
  TabInputText,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { Span } from '../../../../core/problem';
import { rangeOf } from '../text/spans';

/** The editor that a person means: the active one, or beside an active panel the first that shows a text. */
export function currentEditor(): TextEditor | undefined {
  return (
    window.activeTextEditor ??
    window.visibleTextEditors.find(
      ({ document, viewColumn }) => viewColumn !== undefined && document.uri.scheme !== 'output',
    )
  );
}

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
