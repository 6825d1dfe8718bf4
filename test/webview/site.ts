import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { basename, extname, join } from 'node:path';
import { builtSite } from './buildSite';

const here = import.meta.dirname;

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

/** Serves the built pages on loopback under the product's content security policy. */
export async function openSite(): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const name = basename(pathname) || 'panel.html';
    const file = [join(builtSite, name), join(here, 'pages', name)].find(existsSync);
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
