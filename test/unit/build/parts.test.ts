import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { buildInParts } from '../../../build/parts.mjs';

/** Two parts that share what the entry does not begin with, and one of them asks for a third. */
const sources = {
  'entry.js': `self.ask = { one: () => import('./one'), two: () => import('./two') };`,
  'one.js': `import { shared } from './shared'; export const said = 'one ' + shared;`,
  'two.js': `import { shared } from './shared'; export const said = 'two ' + shared; export const third = () => import('./three');`,
  'three.js': `import { shared } from './shared'; export const said = 'three ' + shared;`,
  'shared.js': `export const shared = 'of ' + ['all'].join();`,
};

type Part = Promise<{ readonly said: string; readonly third?: () => Part }>;

describe('a bundle in parts', () => {
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nabla-parts-'));
    mkdirSync(join(folder, 'source'));
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, 'source', name), text);
    for (const host of ['node', 'worker'] as const) {
      await buildInParts(
        {
          absWorkingDir: folder,
          entryPoints: { [`entry.${host}`]: 'source/entry.js' },
          outdir: join(folder, 'dist'),
          bundle: true,
          sourcemap: false,
          target: 'es2022',
          logLevel: 'silent',
        },
        host,
      );
    }
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the worker's script where `importScripts` reads a file. */
  function startWorker() {
    const imported: string[] = [];
    const scope: { ask?: { one(): Part; two(): Part }; self?: unknown; nablaParts?: { at: string } } & Record<
      string,
      unknown
    > = {};
    const context = createContext(scope);
    scope.self = scope;
    scope.importScripts = (path: string) => {
      imported.push(path);
      runInContext(readFileSync(path, 'utf8'), context);
    };
    runInContext(readFileSync(join(folder, 'dist/entry.worker.js'), 'utf8'), context);
    const { ask, nablaParts } = scope;
    assert.ok(ask && nablaParts);
    nablaParts.at = join(folder, 'dist');
    return { ask, imported };
  }

  for (const first of ['one', 'two'] as const) {
    it(`fetches in a worker what a part shares with another, where ${first} is asked for first`, async () => {
      const { ask, imported } = startWorker();
      assert.deepEqual(imported, []);
      assert.equal((await ask[first]()).said, `${first} of all`);
      assert.equal((await ask.one()).said, 'one of all');
      const two = await ask.two();
      assert.equal(two.said, 'two of all');
      assert.equal((await two.third?.())?.said, 'three of all');
      assert.equal(new Set(imported).size, imported.length, 'each script is fetched once');
    });
  }

  it('has files of its own for each host', () => {
    const parts = readdirSync(join(folder, 'dist/parts'));
    assert.ok(
      parts.some((name) => name.startsWith('node-')) && parts.some((name) => name.startsWith('worker-')),
    );
    for (const name of parts.filter((part) => part.startsWith('node-'))) {
      assert.doesNotMatch(readFileSync(join(folder, 'dist/parts', name), 'utf8'), /nablaParts/, name);
    }
  });
});
