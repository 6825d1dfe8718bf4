import { commands, type Disposable, l10n, Uri, window, workspace } from 'vscode';
import { sliceLength } from '../../../protocol/requests';
import { yieldToHost } from '../connection/slices';
import type { Subject } from '../subject';
import { type TextSource, textOfPieces } from '../text/source';
import { type EvaluatingServices, showSubject } from './evaluate';
import { commandNames } from './names';

/** VS Code gives extensions no document over this many bytes. */
const largestDocument = 50 * 1024 * 1024;
/** Text holds no byte 0; every binary format that people have does near its beginning. */
const inspected = 8192;

export function registerOpenFile(services: EvaluatingServices): Disposable {
  return commands.registerCommand(commandNames.openFile, async (argument: unknown) => {
    const uri = argument instanceof Uri ? argument : await chooseFile();
    if (uri === undefined) return undefined;
    try {
      const subject = await subjectOfFile(uri);
      return subject === null ? undefined : await showSubject(services, subject);
    } catch (reason) {
      services.failures.report(reason);
      return undefined;
    }
  });
}

async function chooseFile(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Evaluate a File'),
    openLabel: l10n.t('Evaluate'),
    canSelectMany: false,
  });
  return chosen?.[0];
}

/** Null after saying why the file is not one to evaluate. */
async function subjectOfFile(uri: Uri): Promise<Subject | null> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  let bytes: Uint8Array;
  try {
    bytes = await workspace.fs.readFile(uri);
  } catch {
    void window.showErrorMessage(l10n.t('{0} could not be read.', name));
    return null;
  }
  if (bytes.subarray(0, inspected).includes(0)) return refuseBinary(name);
  if (bytes.length <= largestDocument) {
    const document = await workspace.openTextDocument(uri);
    return { kind: 'document', document, selections: [], as: 'auto' };
  }
  const text = await decode(uri, bytes);
  return text === null ? refuseBinary(name) : { kind: 'text', text, selections: [], as: 'auto' };
}

function refuseBinary(name: string): null {
  void window.showErrorMessage(
    l10n.t('{0} is a binary file. Nabla evaluates text: JSON, matrices, lists of numbers.', name),
  );
  return null;
}

/** Null where the bytes are not UTF-8. */
async function decode(uri: Uri, bytes: Uint8Array): Promise<TextSource | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pieces: string[] = [];
  try {
    for (let offset = 0; offset < bytes.length; offset += sliceLength) {
      pieces.push(decoder.decode(bytes.subarray(offset, offset + sliceLength), { stream: true }));
      await yieldToHost();
    }
    pieces.push(decoder.decode());
  } catch {
    return null;
  }
  return textOfPieces(uri, pieces);
}
