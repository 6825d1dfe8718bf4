// Serves the web workbench of VS Code 1.91, the oldest version supported, with a folder as a built-in extension.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { ensureVSCode } from './install.mjs';
import { quietSettings } from './serve.mjs';

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/**
 * The page that starts the workbench. Its loader is the one of 1.91: AMD.
 * @param {string} origin
 * @param {object} options
 */
function startPage(origin, options) {
  const configuration = JSON.stringify(options).replaceAll('<', '\\u003c');
  return `<!doctype html><html><head><meta charset="utf-8">
<link rel="stylesheet" href="${origin}/out/vs/workbench/workbench.web.main.css"></head>
<body aria-label=""></body>
<script src="${origin}/out/vs/loader.js"></script>
<script src="${origin}/out/vs/webPackagePaths.js"></script>
<script>
Object.keys(self.webPackagePaths).forEach((key) => {
  self.webPackagePaths[key] = '${origin}/node_modules/' + key + '/' + self.webPackagePaths[key];
});
require.config({ baseUrl: '${origin}/out', recordStats: true, paths: self.webPackagePaths,
  trustedTypesPolicy: window.trustedTypes?.createPolicy('amdLoader', { createScriptURL: (value) => value }) });
</script>
<script src="${origin}/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="${origin}/out/vs/workbench/workbench.web.main.js"></script>
<script>
require(['vs/workbench/workbench.web.main'], (workbench) => {
  const options = ${configuration};
  const uri = (value) => workbench.URI.revive(value);
  const { extension, tests, ...rest } = options;
  workbench.create(document.body, {
    ...rest,
    // With tests the extension is one under development: only then does the workbench hand on the host's console.
    ...(tests === undefined
      ? { additionalBuiltinExtensions: [uri(extension)] }
      : { developmentOptions: { extensions: [uri(extension)], extensionTestsPath: uri(tests) } }),
    workspaceProvider: { payload: [], trusted: true, open: async () => false, workspace: undefined },
  });
});
</script></html>`;
}

/**
 * @param {object} options
 * @param {string} options.extension The extension's folder.
 * @param {string} [options.tests] A folder that holds `index.js`, the test bundle for the Web Worker host.
 * @param {Readonly<Record<string, unknown>>} [options.settings]
 */
export async function serveOldestWorkbench({ extension, tests, settings = {} }) {
  const { web } = await ensureVSCode();
  /** @type {readonly (readonly [string, string])[]} */
  const roots = [
    // The workbench runs tests in the host of the extension whose folder they are below.
    ...(tests === undefined ? [] : [/** @type {const} */ (['/extension/test-bundle/', tests])]),
    ['/extension/', extension],
    ['/', web],
  ];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (pathname === '/') {
      const at = (/** @type {string} */ path) => ({ scheme: 'http', authority: `localhost:${port}`, path });
      response.setHeader('Content-Type', 'text/html');
      response.end(
        startPage(`http://localhost:${port}`, {
          extension: at('/extension'),
          tests: tests === undefined ? undefined : at('/extension/test-bundle/index.js'),
          configurationDefaults: { ...quietSettings, ...settings },
          productConfiguration: {
            webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.localhost:${port}/out/vs/workbench/contrib/webview/browser/pre/`,
          },
        }),
      );
      return;
    }
    const [prefix, root] = roots.find(([start]) => pathname.startsWith(start)) ?? ['/', web];
    const path = normalize(join(root, decodeURIComponent(pathname.slice(prefix.length))));
    if (!path.startsWith(root + sep) || !existsSync(path) || !statSync(path).isFile()) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
    createReadStream(path).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    origin: `http://localhost:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
