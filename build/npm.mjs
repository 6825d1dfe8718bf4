// Runs npm as a child, whichever way this process was started. No dependencies: setup.mjs needs it before any exist.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** npm's own script, so that it can be run by a chosen Node and without a shell. */
function npmScript() {
  const here = dirname(process.execPath);
  return [
    process.env.npm_execpath ?? '',
    join(here, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(here, 'node_modules/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ].find((path) => basename(path) === 'npm-cli.js' && existsSync(path));
}

/**
 * What npm said when it failed, as a sentence that says what to do.
 * @param {string} output
 * @param {string} folder
 */
function reason(output, folder) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output)) {
    return 'The npm registry cannot be reached. Check the network and `npm config get registry`, then run the same command again: what was fetched is kept.';
  }
  if (/ENOSPC/.test(output))
    return `The disk that holds ${folder} is full. Free some space and run the same command again.`;
  if (/EACCES|EPERM|EROFS/.test(output))
    return `npm may not write below ${folder}. Make that folder writable and run the same command again.`;
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  return `npm failed in ${folder}:\n${lines.slice(0, 12).join('\n') || output.slice(-2000)}`;
}

/**
 * @param {readonly string[]} args
 * @param {{ cwd: string, node?: string }} options `node`: the Node that runs npm; this one by default.
 * @returns {Promise<void>} Rejects with a sentence.
 */
export function runNpm(args, { cwd, node = process.execPath }) {
  const script = npmScript();
  const command = script === undefined ? 'npm' : node;
  const list = script === undefined ? [...args] : [script, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(command, list, {
      cwd,
      shell: script === undefined && process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-100_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', () =>
      reject(new Error('npm was not found. Install Node.js with npm (https://nodejs.org), then try again.')),
    );
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(reason(output, cwd)))));
  });
}
