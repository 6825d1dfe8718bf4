import type { TextEditor } from 'vscode';
import { sliceLength } from '../../../protocol/requests';
import type { StudyView } from '../../../protocol/studyView';
import type { Subject } from '../subject';
import { documentLength, isNablaFile } from '../text/source';
import { contains, selectedRanges, spanOf } from '../text/spans';
import type { WrittenNumbers } from './writtenNumbers';

interface Shown {
  readonly study: StudyView;
  readonly numbers: WrittenNumbers;
}

/**
 * What a panel that follows is to show for where the editor's cursor is: 'inside' where that is in what it
 * shows already, null where there is nothing to ask about. A selected number of the shown study counts as
 * the cursor on it: the panel itself selects one when its drawing is clicked.
 */
export function subjectAtCursor(editor: TextEditor, shown: Shown | null): Subject | 'inside' | null {
  const { document } = editor;
  const selections = selectedRanges(editor).map((range) => spanOf(document, range));
  const [first] = selections;
  if (first === undefined) {
    const position = document.offsetAt(editor.selection.active);
    if (shown !== null && contains(shown.study.span, { offset: position, length: 0 })) return 'inside';
    // Other files are not on the server: for a cursor that merely passes, only short ones are sent.
    if (!isNablaFile(document.uri) && documentLength(document) > sliceLength) return null;
    return { kind: 'document', document, selections, position, as: 'auto' };
  }
  if (shown !== null && selections.length === 1 && contains(shown.study.span, first)) {
    if (shown.numbers.has(first)) return 'inside';
    if (first.offset === shown.study.span.offset && first.length === shown.study.span.length) return 'inside';
  }
  return { kind: 'document', document, selections, as: 'auto' };
}
