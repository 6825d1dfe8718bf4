import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../build/vscode/browser.mjs';
import type { ThreadsReport } from './worker/threads';

/** What a server says of a page that may share memory with its workers. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

describe('threads of the kernels in a browser', () => {
  let browser: Browser;
  let worker: string;
  const servers: Server[] = [];

  before(async () => {
    const { kernels } = await import('../../build/esbuild.mjs');
    const { outputFiles } = await build({
      absWorkingDir: process.cwd(),
      entryPoints: ['test/webview/worker/threads.ts'],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      plugins: [kernels],
      logLevel: 'warning',
    });
    worker = outputFiles[0]?.text ?? '';
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    for (const server of servers) server.close();
  });

  /** Opens an empty page that is served with these headers, and runs the worker in it. */
  async function report(headers: Readonly<Record<string, string>>): Promise<ThreadsReport> {
    const server = createServer((request, response) => {
      const isWorker = request.url === '/worker.js';
      response.writeHead(200, { ...headers, 'Content-Type': isWorker ? 'text/javascript' : 'text/html' });
      response.end(isWorker ? worker : '<!doctype html>');
    });
    servers.push(server);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    assert.ok(address !== null && typeof address !== 'string');
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${address.port}/`);
    const told = await page.evaluate(
      () =>
        new Promise<ThreadsReport | string>((resolve) => {
          const started = new Worker('/worker.js');
          started.onmessage = ({ data }) => resolve(data);
          started.onerror = ({ message }) => resolve(message);
        }),
    );
    await page.close();
    if (typeof told === 'string') throw new Error(told);
    return told;
  }

  it('help where the page is isolated from other origins, are none where it is not, and write the same bits', async () => {
    const [apart, open] = [await report(isolation), await report({})];
    assert.deepEqual([apart.isIsolated, apart.threads, apart.helped], [true, 1, true]);
    assert.deepEqual([open.isIsolated, open.threads, open.helped], [false, 0, false]);
    assert.ok(apart.loss > 0);
    assert.deepEqual([apart.loss, apart.bits], [open.loss, open.bits]);
  });
});
