// `npm run package`: a production build, its notices, and the .vsix by vsce. vsce wants Node 22: it is run by the
// Node that came with VS Code.
import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeNotices } from './notices.mjs';
import { root, runScript } from './run.mjs';
import { ensureVSCode } from './vscode/install.mjs';

/** @returns {Promise<string>} The path of the .vsix. */
export async function packageExtension() {
  if ((await runScript(['build/esbuild.mjs', '--production'])) !== 0)
    throw new Error('The production build failed; the reason stands above.');
  writeNotices();
  const { node } = await ensureVSCode();
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const vsix = join(root, `${name}-${version}.vsix`);
  const args = [
    'node_modules/@vscode/vsce/vsce',
    'package',
    ...['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'],
    ...['--out', vsix],
  ];
  const { stdout, stderr } = await promisify(execFile)(node, args, { cwd: root }).catch((error) => {
    throw new Error(`vsce refused to package:\n${error.stdout}${error.stderr}`);
  });
  console.log(`${stdout}${stderr}`.trim());
  console.log(`${vsix}: ${(statSync(vsix).size / 1000).toFixed(0)} kB`);
  return vsix;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  packageExtension().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
