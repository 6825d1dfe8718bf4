// `npm run bench`: a production build, then every measurement. `-- --json` prints one object instead of a table.
import { runScript } from './run.mjs';

if ((await runScript(['build/esbuild.mjs', '--production'])) !== 0)
  throw new Error('The production build failed.');
const { runBench } = await import('../bench/run.mjs');
await runBench({ json: process.argv.includes('--json') });
