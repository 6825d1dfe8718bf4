// Serves the real VS Code on a free loopback port, with settings and extensions of its own that are thrown away.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureVSCode } from './install.mjs';

/** What would cover the editor, or ask the network, in a VS Code that is opened for the first time. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'files.autoSave': 'off',
  // A file named in the address is opened beside what the window had before, not in its place.
  'window.restoreWindows': 'preserve',
};

/** A VS Code in whose terminal this runs must not be taken for the one that is started. */
function environment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VSCODE_|CODE_SERVER_|ELECTRON_|PORT$|PASSWORD$|NODE_OPTIONS$)/.test(name),
    ),
  );
}

/**
 * Ends a child and the children it has.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalTree(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32')
      execFileSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/**
 * @typedef {object} ServedVSCode
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {(path: string) => string} remote The uri of a file of this machine, as the workbench names it.
 * @property {string} globalStorage Where extensions keep what is theirs: a folder of each, named by its identifier.
 * @property {() => string} log What the server has said.
 * @property {() => Promise<void>} stop
 */

/**
 * @param {object} [options]
 * @param {Readonly<Record<string, unknown>>} [options.settings] On top of the quiet ones.
 * @param {string} [options.vsix] A packed extension to install first.
 * @param {Readonly<Record<string, string>>} [options.env] For the extension host.
 * @returns {Promise<ServedVSCode>} Rejects with a sentence.
 */
export async function serveVSCode({ settings = {}, vsix, env = {} } = {}) {
  const { node, codeServer } = await ensureVSCode();
  const home = mkdtempSync(join(tmpdir(), 'nabla-vscode-'));
  const user = join(home, 'user');
  const extensions = join(home, 'extensions');
  mkdirSync(join(user, 'User'), { recursive: true });
  mkdirSync(extensions);
  writeFileSync(
    join(user, 'User/settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, undefined, 2),
  );
  writeFileSync(join(home, 'config.yaml'), 'auth: none\n');
  const common = [
    codeServer,
    '--config',
    join(home, 'config.yaml'),
    '--user-data-dir',
    user,
    '--extensions-dir',
    extensions,
  ];
  if (vsix !== undefined) {
    execFileSync(node, [...common, '--install-extension', vsix], { env: environment(), stdio: 'pipe' });
  }
  const child = spawn(
    node,
    [
      ...common,
      ...['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check'],
      ...['--disable-workspace-trust', '--disable-getting-started-override'],
      ...['--vscode-option', 'enable-smoke-test-driver'],
    ],
    {
      env: { ...environment(), ...env },
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  let ended = false;
  const end = new Promise((resolve) => {
    child.once('close', () => {
      ended = true;
      resolve(undefined);
    });
    child.once('error', () => {
      ended = true;
      resolve(undefined);
    });
  });
  const killNow = () => signalTree(child, 'SIGKILL');
  process.once('exit', killNow);
  const stop = async () => {
    signalTree(child, 'SIGTERM');
    const patience = setTimeout(killNow, 3000);
    await end;
    clearTimeout(patience);
    // The extension host is a grandchild and may outlive its parents by a moment.
    killNow();
    process.off('exit', killNow);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };

  const deadline = Date.now() + 60_000;
  while (!ended && Date.now() < deadline) {
    const origin = /HTTP server listening on (http:\/\/[\w.:]+)/.exec(output)?.[1];
    const answers =
      origin !== undefined &&
      (await fetch(`${origin}/healthz`).then(
        (response) => response.ok,
        () => false,
      ));
    if (origin !== undefined && answers) {
      const authority = new URL(origin).host;
      return {
        origin,
        remote: (path) => `vscode-remote://${authority}${path}`,
        globalStorage: join(user, 'User', 'globalStorage'),
        log: () => output,
        stop,
      };
    }
    await delay(20);
  }
  await stop();
  throw new Error(
    `VS Code did not start${ended ? '' : ' within a minute'}. It said:\n${output || '(nothing)'}`,
  );
}
