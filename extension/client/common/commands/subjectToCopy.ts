import type { TextEditor } from 'vscode';
import { currentEditor } from '../panel/editors';
import type { Subject } from '../subject';
import { readArguments } from './arguments';
import { subjectOf } from './evaluate';

/** What a command that copies is about: the argument's text, else the selection, else what the panel shows, else the editor's. */
export async function subjectToCopy(
  argument: unknown,
  lastSubject: () => Subject | null,
): Promise<{ readonly subject: Subject | null; readonly editor: TextEditor | undefined }> {
  const asked = await readArguments(argument, 'auto');
  const editor = currentEditor();
  const selected = editor?.selections.some((selection) => !selection.isEmpty) === true;
  const subject =
    asked?.subject ??
    (selected ? null : lastSubject()) ??
    (editor === undefined ? null : subjectOf(editor, 'auto'));
  return { subject, editor };
}
