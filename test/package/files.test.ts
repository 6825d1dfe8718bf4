import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';
import { packedExtension, type Vsix } from './vsix';

/** What ships: every file is named by one of these, and each of these names at least one. */
const rules: readonly RegExp[] = [
  /^package\.json$/,
  /^package\.nls(\.fr)?\.json$/,
  /^l10n\/bundle\.l10n\.fr\.json$/,
  /^readme\.md$/,
  /^changelog\.md$/,
  /^LICENSE\.txt$/,
  /^dist\/(client|connection)\.node\.js$/,
  /^dist\/client\.browser\.js$/,
  /^dist\/server\.(node|browser)\.js$/,
  /^dist\/cli\.js$/,
  /^dist\/parts\/[\w.-]+\.js$/,
  /^dist\/words\.fr\.js$/,
  /^dist\/webview\.(js|css)$/,
  /^dist\/stix-two-[\w-]+\.woff2$/,
  /^dist\/NOTICES\.txt$/,
  /^media\/[\w.-]+\.(svg|png)$/,
  /^media\/pictures\/[\w.-]+\.png$/,
  /^media\/walkthrough\/[\w.-]+\.(md|svg|png)$/,
  /^media\/nabla\.schema(\.fr)?\.json$/,
  /^examples\/exercise-[123]\.nabla\.json$/,
  /^examples\/exercises\.md$/,
];

/** Bytes, minified. */
const budgets: Readonly<Record<string, number>> = {
  'dist/client.node.js': 60_000,
  'dist/client.browser.js': 480_000,
  'dist/server.node.js': 1_000_000,
  'dist/server.browser.js': 1_000_000,
  'dist/webview.js': 450_000,
};
const vsixBudget = 2_000_000;

describe('the .vsix', () => {
  let vsix: Vsix;

  before(async () => {
    vsix = await packedExtension();
  });

  it('holds nothing that no rule names', () => {
    const strangers = [...vsix.files.keys()].filter((name) => !rules.some((rule) => rule.test(name)));
    assert.deepEqual(strangers, []);
  });

  it('holds what every rule names', () => {
    const missing = rules.filter((rule) => ![...vsix.files.keys()].some((name) => rule.test(name)));
    assert.deepEqual(missing.map(String), []);
  });

  it('holds every file that its manifest names', () => {
    const manifest = ['package.json', 'package.nls.json', 'package.nls.fr.json']
      .map((name) => new TextDecoder().decode(vsix.files.get(name)))
      .join('\n');
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:dist|media|examples)\/[^"#*]+)"/g)].map(
      ([, path = '']) => path,
    );
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((path) => !vsix.files.has(path)),
      [],
    );
  });

  for (const [name, budget] of Object.entries(budgets)) {
    it(`keeps ${name} within ${budget / 1000} kB`, () => {
      const bytes = vsix.files.get(name)?.length;
      assert.ok(bytes !== undefined, `${name} is not in it`);
      assert.ok(bytes <= budget, `${bytes} bytes`);
    });
  }

  it(`is within ${vsixBudget / 1e6} MB`, () => {
    assert.ok(vsix.bytes <= vsixBudget, `${vsix.bytes} bytes`);
  });

  it('carries no source map and no path of the machine that built it', () => {
    for (const [name, contents] of vsix.files) {
      if (!name.endsWith('.js')) continue;
      const text = new TextDecoder().decode(contents);
      assert.doesNotMatch(text, /sourceMappingURL=/, name);
      assert.ok(!text.includes(process.cwd()), name);
    }
  });

  for (const name of ['dist/server.node.js', 'dist/server.browser.js']) {
    it(`has the modules of the kernels in ${name}, for doubles and float32, in both builds, and that of the scanner`, () => {
      const text = new TextDecoder().decode(vsix.files.get(name));
      const [, deflated = ''] = /(?:atob|Buffer\.from)\(["'`]([\w+/]{4000,}=*)["'`][,)]/.exec(text) ?? [];
      const all = inflateRawSync(Buffer.from(deflated, 'base64'));
      // Every module of WebAssembly begins with the same eight bytes.
      const start = Buffer.from('0061736d01000000', 'hex');
      const starts: number[] = [];
      for (let at = all.indexOf(start); at >= 0; at = all.indexOf(start, at + 1)) starts.push(at);
      const modules = starts.map((at, index) => new Uint8Array(all.subarray(at, starts[index + 1])));
      assert.equal(modules.length, 9);
      const known = modules.filter((module) => WebAssembly.validate(module));
      // Relaxed SIMD is not known to Node before 22.
      assert.ok(known.length === 9 || known.length === 5, `${known.length} are valid`);
    });
  }

  it('names the licences of what is bundled', () => {
    const notices = new TextDecoder().decode(vsix.files.get('dist/NOTICES.txt'));
    for (const name of ['vscode-languageclient', 'vscode-languageserver', 'preact'])
      assert.match(notices, new RegExp(`^${name} `, 'm'));
  });
});
