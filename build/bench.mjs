// `npm run bench`: a production build, then every measurement, or those that are named: `npm run bench -- divergence`.
// `-- --json` prints one object instead of a table. On Node 24, as the goals are: an older Node hands over to it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runScript } from './run.mjs';
import { ensureVSCode } from './vscode/install.mjs';

const [major = 0] = process.versions.node.split('.').map(Number);
const given = process.argv.slice(2);

if (major < 24) {
  const { node } = await ensureVSCode();
  const { status } = spawnSync(node, [fileURLToPath(import.meta.url), ...given], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  if ((await runScript(['build/esbuild.mjs', '--production'])) !== 0)
    throw new Error('The production build failed.');
  const { measurementNames, runBench } = await import('../bench/run.mjs');
  const only = given.filter((argument) => !argument.startsWith('--'));
  const unknown = only.find((name) => !measurementNames.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no measurement "${unknown}": ${measurementNames.join(', ')}.`);
  await runBench({ json: given.includes('--json'), only });
}
