// `npm start`: builds Nabla and opens it in a real VS Code on examples/. The desktop's `code` where there is one
// on the PATH, else (or with `npm start -- --web`) VS Code served on loopback.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { build, root } from './run.mjs';
import { serveVSCode } from './vscode/serve.mjs';
import { workbenchUrl } from './vscode/workbench.mjs';

const examples = join(root, 'examples');
const first = join(examples, 'exercise-1.nabla.json');

function desktopCode() {
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** @param {string} url */
function openBrowser(url) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '""', url.replaceAll('&', '^&')]
        : ['xdg-open', url];
  const hasDisplay =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!hasDisplay || command === undefined) return;
  // Without such a program the printed address is all there is.
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}

await build();
const code = process.argv.includes('--web') ? undefined : desktopCode();
if (code !== undefined) {
  console.log(`Opening ${examples} in ${code}. For the served VS Code: npm start -- --web`);
  const args = [`--extensionDevelopmentPath=${root}`, examples, '--goto', first];
  const child = spawn(code, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  child.on('error', (error) => {
    console.error(`${code} did not start: ${error.message}. Try: npm start -- --web`);
    process.exitCode = 1;
  });
  child.on('close', (status) => {
    process.exitCode = status ?? 1;
  });
} else {
  const served = await serveVSCode();
  const url = workbenchUrl(served, { folder: examples, file: first, extension: root });
  console.log(
    `\nVS Code with Nabla: ${url}\nSelect a network and run “Nabla: Show Network” from the palette (F1). Ctrl-C stops.`,
  );
  openBrowser(url);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log('\nStopping.');
    await served.stop();
    process.exit(0);
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
  // Keeps this process until a signal.
  setInterval(() => undefined, 1 << 30);
}
