// Finds a Chromium, or installs Debian's where that is allowed, and drives it by playwright-core.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { createProgress } from '../progress.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap(
    (folder) =>
      folder === undefined
        ? []
        : [
            join(folder, 'Google/Chrome/Application/chrome.exe'),
            join(folder, 'Microsoft/Edge/Application/msedge.exe'),
          ],
  ),
];

function findChromium() {
  const asked = process.env.CHROME_PATH;
  if (asked !== undefined && asked !== '') {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROME_PATH is ${asked}, and there is no such file.`);
  }
  const extension = process.platform === 'win32' ? '.exe' : '';
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name + extension)));
  return [...onPath, ...usualPlaces].find((path) => existsSync(path));
}

const debianPackages = ['chromium', 'fonts-dejavu-core', 'fonts-liberation'];

/** @returns {Promise<string>} The path of a Chromium. Rejects with a sentence that says what to do. */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  const advice =
    'Install Chromium or Chrome, or set CHROME_PATH to the program, and run the same command again.';
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`No Chromium was found on the PATH. ${advice}`);
  }
  const progress = createProgress('Chromium from Debian');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const [says, args] of /** @type {const} */ ([
    ['reading the list of packages', ['update', '-qq']],
    ['installing', ['install', '-y', '-qq', '--no-install-recommends', ...debianPackages]],
  ])) {
    progress.step(says);
    const ran = spawnSync('apt-get', args, { env, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (ran.status !== 0) throw new Error(`apt-get ${args.join(' ')} failed: ${ran.stderr}\n${advice}`);
  }
  const installed = findChromium();
  if (installed === undefined) throw new Error(`Debian's Chromium is not on the PATH. ${advice}`);
  progress.end(execFileSync(installed, ['--version'], { encoding: 'utf8' }).trim());
  return installed;
}

/** Quiet, without a sandbox (root has none), and asking nothing of the network. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
];

export async function launchChromium() {
  return chromium.launch({ executablePath: await ensureChromium(), args });
}

/**
 * With a profile on disk, and with cookies of third parties allowed there: else Chromium refuses the service
 * worker that the 1.91 workbench has for its webviews.
 * @param {string} profile An empty folder.
 */
export async function launchPersistentChromium(profile) {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  return chromium.launchPersistentContext(profile, {
    executablePath: await ensureChromium(),
    args,
    viewport: { width: 1400, height: 900 },
  });
}
