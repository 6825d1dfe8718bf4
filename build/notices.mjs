// The licences of what is inside the bundles, from esbuild's own list of inputs.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** Writes dist/NOTICES.txt: each package that went into a bundle, with the text of its licence. */
export function writeNotices() {
  const dist = join(root, 'dist');
  /** @type {Set<string>} */
  const packages = new Set();
  for (const file of readdirSync(dist).filter((name) => name.endsWith('.meta.json'))) {
    const { inputs } = JSON.parse(readFileSync(join(dist, file), 'utf8'));
    for (const input of Object.keys(inputs)) {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined) packages.add(folder);
    }
  }
  const texts = [...packages].sort().map((folder) => {
    const path = join(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const file = readdirSync(path).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    const text =
      file !== undefined && existsSync(join(path, file))
        ? readFileSync(join(path, file), 'utf8').trim()
        : `Licence: ${license}`;
    return `${name} ${version} (${license})\n\n${text}`;
  });
  const rule = '-'.repeat(80);
  writeFileSync(
    join(dist, 'NOTICES.txt'),
    `Nabla contains the following software, under the licences that stand here.\n\n${rule}\n${texts.join(`\n\n${rule}\n`)}\n`,
  );
}
