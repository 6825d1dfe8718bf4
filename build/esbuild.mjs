// The one table of what is built: every target, its platform and its budget.
// `node build/esbuild.mjs` builds, `--watch` rebuilds on change, `--production` minifies and asserts budgets.
import { mkdir, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { eagerModules, withParentheses } from './eagerModules.mjs';
import {
  assemblySources,
  bundleThread,
  compileGradient,
  compileKernels,
  compileScanner,
  compileSingle,
  compileSingleGradient,
} from './kernels.mjs';
import { buildInParts, removeOldParts } from './parts.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** @type {(options: esbuild.BuildOptions) => esbuild.BuildOptions} */
const node = (options) => ({
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  plugins: [kernels],
  ...options,
});
/** @type {(options: esbuild.BuildOptions) => esbuild.BuildOptions} */
const browser = (options) => ({
  platform: 'browser',
  target: 'es2022',
  plugins: [refuseNodeBuiltins, kernels, frenchApart],
  ...options,
});

/** A Node built-in in a browser bundle fails the build, wherever it came from. */
const refuseNodeBuiltins = {
  name: 'refuse-node-builtins',
  /** @param {esbuild.PluginBuild} build */
  setup(build) {
    const builtins = new Set(builtinModules);
    build.onResolve({ filter: /.*/ }, ({ path, importer }) =>
      path.startsWith('node:') || builtins.has(path)
        ? { errors: [{ text: `Node built-in "${path}" in a browser bundle, imported by ${importer}` }] }
        : undefined,
    );
  },
};

/** @type {Readonly<Record<string, () => Promise<Uint8Array>>>} */
const modules = {
  'nabla-kernels/relaxed.wasm': () => compileKernels('relaxed'),
  'nabla-kernels/simd.wasm': () => compileKernels('simd'),
  'nabla-kernels/scanner.wasm': compileScanner,
  'nabla-kernels/relaxed.gradient.wasm': () => compileGradient('relaxed'),
  'nabla-kernels/simd.gradient.wasm': () => compileGradient('simd'),
  'nabla-kernels/relaxed.single.wasm': () => compileSingle('relaxed'),
  'nabla-kernels/simd.single.wasm': () => compileSingle('simd'),
  'nabla-kernels/relaxed.single.gradient.wasm': () => compileSingleGradient('relaxed'),
  'nabla-kernels/simd.single.gradient.wasm': () => compileSingleGradient('simd'),
};

/**
 * The modules in WebAssembly: compiled here, a bundle has them inside. Each has a name of its own to import; all of
 * them together are deflated in one piece, since they are much alike.
 */
export const kernels = {
  name: 'kernels',
  /** @param {esbuild.PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^nabla-kernels\// }, ({ path }) => ({ path, namespace: 'kernels' }));
    build.onLoad({ filter: /\.thread\.js$/, namespace: 'kernels' }, async ({ path }) => {
      const text = await bundleThread(path.includes('/node.') ? 'node' : 'browser');
      return { contents: `export const source = ${JSON.stringify(text)};`, loader: 'js' };
    });
    const { platform } = build.initialOptions;
    build.onLoad({ filter: /\.wasm$/, namespace: 'kernels' }, async ({ path }) => {
      const contents = `export const bytes = ${bytesOf(await modules[path](), platform)};`;
      return { contents, loader: 'js', watchFiles: assemblySources };
    });
    build.onLoad({ filter: /\/all$/, namespace: 'kernels' }, async () => {
      /** @type {Uint8Array[]} */
      const parts = [];
      const names = [];
      let length = 0;
      for (const [path, compile] of Object.entries(modules)) {
        const bytes = await compile();
        parts.push(bytes);
        names.push(`export const ${nameOf(path)} = all.slice(${length}, ${length + bytes.length});`);
        length += bytes.length;
      }
      const deflated = deflateRawSync(Buffer.concat(parts), { level: 9 });
      const contents = [...inflating(platform, bytesOf(deflated, platform), length), ...names].join('\n');
      return { contents, loader: 'js', resolveDir: root, watchFiles: assemblySources };
    });
  },
};

/**
 * Node's own decoder answers at once, ours takes a cold start fifteen milliseconds.
 * @param {esbuild.Platform | undefined} platform
 * @param {string} deflated
 * @param {number} length
 */
function inflating(platform, deflated, length) {
  return platform === 'node'
    ? [
        "import { inflateRawSync } from 'node:zlib';",
        `const all = Uint8Array.from(inflateRawSync(${deflated}));`,
      ]
    : ["import { inflate } from './core/kernels/inflate';", `const all = inflate(${deflated}, ${length});`];
}

/** @param {Uint8Array} bytes @param {esbuild.Platform | undefined} platform */
function bytesOf(bytes, platform) {
  const text = Buffer.from(bytes).toString('base64');
  return platform === 'node'
    ? `new Uint8Array(Buffer.from('${text}', 'base64'))`
    : `Uint8Array.from(atob('${text}'), (one) => one.charCodeAt(0))`;
}

/** `nabla-kernels/relaxed.gradient.wasm` is `relaxedGradient` among all. @param {string} path */
function nameOf(path) {
  const [, name = ''] = /\/(.*)\.wasm$/.exec(path) ?? [];
  return name.replace(/\.(\w)/g, (_, letter) => letter.toUpperCase());
}

/** Of it a server that is reached by the channel of its process wants nothing, and loading it takes six milliseconds. */
const cryptoLater = {
  name: 'crypto-later',
  /** @param {esbuild.PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^crypto$/ }, ({ path }) => ({ path, namespace: 'later' }));
    build.onLoad({ filter: /.*/, namespace: 'later' }, () => ({
      contents: `exports.randomBytes = (size) => require('node:crypto').randomBytes(size);`,
    }));
  },
};

/** In a bundle with this, the French words are left to `words.fr.js`, which is loaded for who reads French. */
const frenchApart = {
  name: 'french-apart',
  /** @param {esbuild.PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /(^|\/)french$/ }, ({ resolveDir, path }) => ({
      path: join(resolveDir, `${path}Apart.ts`),
    }));
  },
};

/**
 * `budget`: bytes of what is loaded first. `parts`: who loads it in parts, see `parts.mjs`.
 * @typedef {{ options: esbuild.BuildOptions, budget?: number, parts?: 'node' | 'worker' | 'page' }} Target
 */
/** @type {Record<string, Target>} */
export const targets = {
  'client.node': {
    options: node({
      entryPoints: { 'client.node': 'extension/client/node/main.ts' },
      external: ['vscode', './connection.node.js'],
    }),
    budget: 60_000,
  },
  // vscode-languageclient alone is 427 kB: a file of its own, loaded with the server's start.
  'connection.node': {
    options: node({
      entryPoints: { 'connection.node': 'extension/client/node/connection.ts' },
      external: ['vscode'],
    }),
  },
  'client.browser': {
    options: browser({
      entryPoints: { 'client.browser': 'extension/client/browser/main.ts' },
      format: 'cjs',
      external: ['vscode'],
    }),
    budget: 480_000,
  },
  // The server of the desktop and the command line: most of the one is in the other.
  'server.node': {
    options: node({
      entryPoints: { 'server.node': 'extension/server/node/main.ts', cli: 'extension/cli/start.ts' },
      external: ['./words.fr.js'],
      plugins: [kernels, frenchApart, cryptoLater],
    }),
    budget: 1_000_000,
    parts: 'node',
  },
  'server.browser': {
    options: browser({
      entryPoints: { 'server.browser': 'extension/server/browser/main.ts' },
      format: 'iife',
    }),
    budget: 1_000_000,
    parts: 'worker',
  },
  webview: {
    options: browser({
      entryPoints: { webview: 'webview/main.tsx' },
      format: 'iife',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      loader: { '.woff2': 'file' },
      assetNames: '[name]',
    }),
    budget: 450_000,
    parts: 'page',
  },
  // Also what the server of the desktop requires.
  'words.fr': {
    options: browser({
      entryPoints: { 'words.fr': 'extension/language/words/frenchFile.ts' },
      format: 'iife',
    }),
  },
};

async function main() {
  const only = process.argv.filter((argument) => argument in targets);
  const names = only.length > 0 ? only : Object.keys(targets);
  await mkdir(join(root, 'dist'), { recursive: true });
  /** @type {Set<string>} */
  const written = new Set();
  for (const name of names) {
    const { options, budget, parts } = targets[name];
    const settings = {
      absWorkingDir: root,
      bundle: true,
      outdir: 'dist',
      sourcemap: production ? /** @type {const} */ (false) : /** @type {const} */ ('linked'),
      minify: production,
      logLevel: /** @type {const} */ ('warning'),
      legalComments: /** @type {const} */ ('none'),
      // Words and formulas are written in more than ASCII; escapes would make them longer.
      charset: /** @type {const} */ ('utf8'),
      // V8 tries an expression each time that it looks through a script with the literal, which takes long where it
      // has sets of letters. Written as calls, those with these flags are made when they are called, and only then.
      supported: { 'regexp-sticky-and-unicode-flags': false },
      ...options,
      plugins: [...(options.plugins ?? []), ...(production ? [eagerModules] : [])],
    };
    if (watch) {
      const context = await esbuild.context({ ...settings, logLevel: 'info' });
      await context.watch();
      continue;
    }
    const metafile = parts === undefined ? await buildWhole(settings) : await buildInParts(settings, parts);
    for (const output of Object.keys(metafile.outputs)) written.add(output);
    await writeFile(join(root, 'dist', `${name}.meta.json`), JSON.stringify(metafile));
    const bytes = loadedFirst(metafile, `dist/${name}.js`);
    if (production && budget !== undefined && bytes > budget) {
      throw new Error(`dist/${name}.js begins with ${bytes} bytes; its budget is ${budget}.`);
    }
  }
  if (only.length === 0 && !watch) await removeOldParts(root, written);
}

/**
 * A bundle in one file.
 * @param {esbuild.BuildOptions & { absWorkingDir: string }} options
 * @returns {Promise<esbuild.Metafile>}
 */
async function buildWhole(options) {
  const { outputFiles, metafile } = await esbuild.build({ ...options, metafile: true, write: false });
  for (const { path, text } of outputFiles) {
    const code = path.endsWith('.js') ? withParentheses(text) : text;
    await writeFile(path, code);
    const output = metafile.outputs[relative(options.absWorkingDir, path).replaceAll('\\', '/')];
    if (output !== undefined) output.bytes = Buffer.byteLength(code);
  }
  return metafile;
}

/**
 * Bytes of a script with the parts that it begins with.
 * @param {esbuild.Metafile} metafile @param {string} output
 */
function loadedFirst({ outputs }, output, counted = new Set()) {
  if (counted.has(output)) return 0;
  counted.add(output);
  let bytes = outputs[output]?.bytes ?? 0;
  for (const { path, kind } of outputs[output]?.imports ?? [])
    if (kind === 'import-statement') bytes += loadedFirst({ outputs, inputs: {} }, path, counted);
  return bytes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    // esbuild has said its own errors already, each with its place.
    if (!('errors' in error)) console.error(error.message);
    process.exitCode = 1;
  });
}
