import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import * as esbuild from 'esbuild';
import { eagerModules, withParentheses } from '../../../build/eagerModules.mjs';

/** CommonJS as compilers write it and as people do, and an ECMAScript module. */
const sources = {
  'entry.js': `import { a } from './node_modules/a.js'; import b from './node_modules/b.js';
    import { c } from './node_modules/c.mjs'; globalThis.said = [a(), b(), c];`,
  'node_modules/a.js': `"use strict";\nexports.a = a; function a() { return this === undefined; }`,
  'node_modules/b.js': `// as people write it\n'use strict'\nconst { a } = require('./a')\nmodule.exports = () => a() && '}'`,
  'node_modules/c.mjs': `export const c = 'c';`,
};

describe('modules of others in a bundle', () => {
  let folder: string;
  let code: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nabla-eager-'));
    mkdirSync(join(folder, 'node_modules'));
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text);
    const { outputFiles } = await esbuild.build({
      entryPoints: [join(folder, 'entry.js')],
      bundle: true,
      minify: true,
      write: false,
      plugins: [eagerModules],
    });
    code = withParentheses(outputFiles[0]?.text ?? '');
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('stand in parentheses, so that they are compiled at once', () => {
    assert.equal(code.match(/\w\(\(\(?[\w$,]*\)?=>\{"use strict";/g)?.length, 2, code);
  });

  it('do what they did, in strict mode', () => {
    const scope: { said?: unknown } = {};
    runInNewContext(code, scope);
    assert.deepEqual(JSON.parse(JSON.stringify(scope.said)), [true, '}', 'c']);
  });

  it('are left as they are where none is marked', () => {
    assert.equal(withParentheses('const a=()=>{};'), 'const a=()=>{};');
  });
});
