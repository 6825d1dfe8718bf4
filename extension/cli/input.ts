import { readFileSync } from 'node:fs';
import type { Words } from '../language/words/words';

export type Input =
  | { readonly text: string; readonly name: string }
  /** The file cannot be read; `message` is a sentence. */
  | { readonly text: null; readonly message: string };

/** A file's text as UTF-8, without a byte order mark; `-` is standard input. */
export function readInput(file: string, { cli }: Words): Input {
  const name = file === '-' ? cli.standardInput : file;
  try {
    const text = readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
    return { text, name };
  } catch (reason) {
    const code = reason instanceof Error && 'code' in reason ? String(reason.code) : String(reason);
    return { text: null, message: unreadable(name, code, cli) };
  }
}

function unreadable(name: string, code: string, cli: Words['cli']): string {
  switch (code) {
    case 'ENOENT':
      return cli.notFound(name);
    case 'EISDIR':
      return cli.isDirectory(name);
    case 'EACCES':
    case 'EPERM':
      return cli.notAllowed(name);
    default:
      return cli.cannotRead(name, code);
  }
}
