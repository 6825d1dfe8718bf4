import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { basename, extname, join } from 'node:path';
import { build } from 'esbuild';
import { cases, dataFolder, frenchCases, stateOf } from './record';

const here = import.meta.dirname;
const root = join(here, '../..');
const built = join(root, 'test-results/webview/site');

/** The product's policy; the server stands where `cspSource` stands. */
const policy =
  "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; script-src 'self'";

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface Site {
  readonly address: string;
  close(): Promise<void>;
}

/** Builds the pages and serves them on loopback under the product's content security policy. */
export async function openSite(): Promise<Site> {
  const recorded = Object.fromEntries(
    readdirSync(dataFolder).map((file) => [
      basename(file, '.json'),
      JSON.parse(readFileSync(join(dataFolder, file), 'utf8')),
    ]),
  );
  for (const [name, one] of Object.entries(frenchCases)) recorded[name] = stateOf(one);
  const texts = Object.fromEntries(
    Object.entries({ ...cases, ...frenchCases }).map(([name, { text, as = 'auto' }]) => [name, { text, as }]),
  );
  await build({
    absWorkingDir: root,
    entryPoints: {
      panel: 'test/webview/pages/panel.ts',
      host: 'test/webview/pages/host.ts',
      webview: 'webview/main.tsx',
    },
    outdir: built,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.woff2': 'file' },
    assetNames: '[name]',
    define: { recorded: JSON.stringify(recorded), texts: JSON.stringify(texts) },
    logLevel: 'warning',
  });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const name = basename(pathname) || 'panel.html';
    const file = [join(built, name), join(here, 'pages', name)].find(existsSync);
    response.setHeader('Content-Security-Policy', policy);
    if (file === undefined) {
      response.writeHead(name === 'favicon.ico' ? 204 : 404).end();
      return;
    }
    if (extname(file) === '.woff2') response.setHeader('Cache-Control', 'max-age=3600');
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
    const language = searchParams.get('language');
    if (language === null) response.end(readFileSync(file));
    else response.end(readFileSync(file, 'utf8').replace('lang="en"', `lang="${language}"`));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: addressOf(server), close: () => closed(server) };
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
}
