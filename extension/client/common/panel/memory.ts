import { Uri, workspace } from 'vscode';
import type { ReadAs } from '../../../../core/text/reading';
import type { Subject } from '../subject';

/** What is taken from a webview's memory (`PanelMemory`) when it comes back after a reload. */
export interface Remembered {
  readonly subject: Subject | null;
  readonly follow: boolean | null;
  readonly pinned: boolean;
}

const readings: readonly ReadAs[] = ['auto', 'network', 'distribution', 'matrix'];

/** The memory was written by an earlier session, perhaps of another version: nothing in it is relied on. */
export async function recall(memory: unknown): Promise<Remembered> {
  if (!isRecord(memory) || memory.version !== 1) return { subject: null, follow: null, pinned: false };
  return {
    subject: await recallSubject(memory),
    follow: typeof memory.follow === 'boolean' ? memory.follow : null,
    pinned: memory.pinned === true,
  };
}

async function recallSubject(memory: Readonly<Record<string, unknown>>): Promise<Subject | null> {
  const { uri, span } = memory;
  if (typeof uri !== 'string') return null;
  const as = readings.find((reading) => reading === memory.as) ?? 'auto';
  const selections =
    isRecord(span) && typeof span.offset === 'number' && typeof span.length === 'number'
      ? [{ offset: span.offset, length: span.length }]
      : [];
  try {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    return { kind: 'document', document, selections, as };
  } catch {
    // The file is gone, or it was an untitled one.
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
