import { Uri, workspace } from 'vscode';

/**
 * The folder in which Node keeps what it has compiled of the server, so that its next start takes less time. Each version of
 * Nabla has its own; those of others are removed. Node before 22.1 keeps nothing.
 */
export function compiledCodeFolder(storage: Uri, version: string): string {
  const all = Uri.joinPath(storage, 'compiled');
  const remove = async () => {
    for (const [name] of await workspace.fs.readDirectory(all))
      if (name !== version) await workspace.fs.delete(Uri.joinPath(all, name), { recursive: true });
  };
  // There may be no such folder yet, or none that may be written to: the server starts without.
  remove().catch(() => undefined);
  return Uri.joinPath(all, version).fsPath;
}
