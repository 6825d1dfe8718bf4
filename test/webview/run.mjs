// Runs the webview's tests in a real Chromium and prints mocha's summary.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
const child = spawn(
  process.execPath,
  [
    mocha,
    '--no-config',
    '--node-option=import=tsx',
    '--timeout=60000',
    '--forbid-only',
    '--forbid-pending',
    '--parallel',
    '--jobs=2',
    '--require=test/webview/buildSite.ts',
    'test/webview/**/*.test.ts',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
child.on('exit', (code) => process.exit(code ?? 1));
