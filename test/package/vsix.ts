import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { packageExtension } from '../../build/package.mjs';

export interface Vsix {
  readonly path: string;
  readonly bytes: number;
  /** Below `extension/`, by name, with their contents. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

let packed: Promise<Vsix> | undefined;

/** Packs the extension as `npm run package` does; once, however many files ask. */
export function packedExtension(): Promise<Vsix> {
  packed ??= packageExtension().then((path) => {
    const archive = readFileSync(path);
    const prefix = 'extension/';
    const files = Object.entries(unzipSync(archive))
      .filter(([name]) => name.startsWith(prefix) && !name.endsWith('/'))
      .map(([name, contents]) => [name.slice(prefix.length), contents] as const);
    return { path, bytes: archive.length, files: new Map(files) };
  });
  return packed;
}
