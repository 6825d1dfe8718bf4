// Bundles in parts: what a target imports with `import()` is a file of its own, loaded when it is first asked for,
// and what several targets of one build share is built once. esbuild splits ECMAScript modules only; VS Code 1.91 and
// workers from another origin load scripts: each part becomes CommonJS here. Node requires the parts as they are; a
// worker gets a loader of a few lines, which has the parts it begins with and imports the others as scripts.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { withParentheses } from './eagerModules.mjs';

const folder = 'parts';

/** @typedef {{ readonly code: string, readonly map: string }} Script */

/**
 * Builds the entry points into `dist`, their parts into `dist/parts`. `host` is what loads them.
 * @param {esbuild.BuildOptions & { absWorkingDir: string }} options
 * @param {'node' | 'worker' | 'page'} host
 * @returns {Promise<esbuild.Metafile>} Inputs as in the sources, outputs as they were written.
 */
export async function buildInParts(options, host) {
  const { sourcemap, ...rest } = options;
  const { outputFiles, metafile } = await esbuild.build({
    ...rest,
    format: 'esm',
    splitting: true,
    // Parts of the same contents are another script for another host.
    chunkNames: `${folder}/${host}-[name]-[hash]`,
    sourcemap: sourcemap === false ? false : 'inline',
    metafile: true,
    write: false,
  });
  /** @type {Map<string, Script>} */
  const scripts = new Map();
  for (const { path, text, contents } of outputFiles) {
    const output = `dist/${path.slice(join(options.absWorkingDir, 'dist').length + 1).replaceAll('\\', '/')}`;
    if (!output.endsWith('.js')) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, contents);
      continue;
    }
    // Node's `require` is at hand in every part; elsewhere the loader brings what is asked for.
    const code =
      host === 'node' ? text : text.replaceAll(/\bimport\("(\.[^"]+)"\)/g, 'nablaParts.load("$1")');
    const script = await esbuild.transform(code, {
      format: 'cjs',
      platform: host === 'node' ? 'node' : 'browser',
      target: options.target,
      charset: options.charset,
      sourcemap: sourcemap === false ? false : 'external',
      sourcefile: basename(output),
      minify: options.minify,
      supported: { ...options.supported, 'dynamic-import': false },
    });
    scripts.set(output, { code: withParentheses(script.code), map: script.map });
  }
  const written = host === 'node' ? scripts : forLoader(scripts, metafile, loaders[host]);
  for (const [output, { code, map }] of written) {
    const path = join(options.absWorkingDir, output);
    await mkdir(dirname(path), { recursive: true });
    const link = map === '' ? '' : `//# sourceMappingURL=${basename(output)}.map\n`;
    await writeFile(path, `${code}${link}`);
    if (map !== '') await writeFile(`${path}.map`, map);
    const bytes = Buffer.byteLength(code);
    metafile.outputs[output] = { ...metafile.outputs[output], bytes };
  }
  for (const output of Object.keys(metafile.outputs))
    if (!written.has(output)) delete metafile.outputs[output];
  return metafile;
}

/** Removes parts that no build of this run has written: their names tell their contents. @param {string} root @param {ReadonlySet<string>} kept */
export async function removeOldParts(root, kept) {
  const parts = join(root, 'dist', folder);
  await mkdir(parts, { recursive: true });
  for (const file of await readdir(parts))
    if (!kept.has(`dist/${folder}/${file.replace(/\.map$/, '')}`)) await rm(join(parts, file));
}

/**
 * Scripts for a host without `require`: the entry with all parts it begins with in one file, the other parts beside it.
 * A map of several scripts in one file would have to be shifted line by line: there are none.
 * @param {ReadonlyMap<string, Script>} scripts
 * @param {esbuild.Metafile} metafile
 * @param {string} loader
 */
function forLoader(scripts, { outputs }, loader) {
  /** @type {Map<string, Script>} */
  const written = new Map();
  const begun = new Set();
  /** @param {string} output */
  const begin = (output) => {
    if (begun.has(output)) return;
    begun.add(output);
    for (const { path, kind } of outputs[output]?.imports ?? []) if (kind === 'import-statement') begin(path);
  };
  const entries = [...scripts.keys()].filter((output) => !output.includes(`/${folder}/`));
  for (const entry of entries) {
    begin(entry);
    const parts = [...begun].map((output) => define(output, scripts.get(output)?.code ?? '', []));
    written.set(entry, {
      code: `${loader}${parts.join('')}nablaParts.require("${basename(entry)}");\n`,
      map: '',
    });
  }
  for (const [output, { code }] of scripts) {
    if (begun.has(output)) continue;
    const needs = (outputs[output]?.imports ?? [])
      .filter(({ path, kind }) => kind === 'import-statement' && !begun.has(path))
      .map(({ path }) => basename(path));
    written.set(output, { code: define(output, code, needs), map: '' });
  }
  return written;
}

/**
 * In parentheses, so that V8 compiles it when it first looks through it (`eagerModules.mjs`).
 * @param {string} output @param {string} code
 * @param {readonly string[]} needs Parts that it requires and the script does not begin with, by their names.
 */
const define = (output, code, needs) =>
  `nablaParts.define("${basename(output)}",((module,exports,require)=>{${code}}),${JSON.stringify(needs)});\n`;

/**
 * `define` and `require` of parts by their names without folders. `fetchPart` must have the part defined; `load` fetches
 * what it needs too, before it is required.
 */
const registry = `const parts={},made={},needed={};
const nameOf=(path)=>path.slice(path.lastIndexOf("/")+1);
const define=(name,make,needs)=>{parts[name]=make;needed[name]=needs};
const require=(path)=>{
  const name=nameOf(path);
  if(!made[name]){const module=made[name]={exports:{}};parts[name](module,module.exports,require)}
  return made[name].exports};
const fetchAll=async(name)=>{if(!parts[name])await fetchPart(name);for(const other of needed[name])await fetchAll(other)};
const load=async(path)=>{const name=nameOf(path);await fetchAll(name);return require(name)};`;

/** A worker may stand at an address that is not its script's: `nablaParts.at` is set to the folder of the scripts. */
const workerLoader = `self.nablaParts=(()=>{
const fetchPart=(name)=>importScripts(self.nablaParts.at+"/${folder}/"+name);
${registry}
return {define,require,load}})();
`;

/** Each part is a script element with the nonce of the first script, for a policy that asks for one. */
const pageLoader = `window.nablaParts=(()=>{
const {nonce,src}=document.currentScript;
const fetchPart=(name)=>new Promise((resolve,reject)=>{
  const script=document.createElement("script");
  script.nonce=nonce;
  script.src=src.slice(0,src.lastIndexOf("/")+1)+"${folder}/"+name;
  script.onload=resolve;
  script.onerror=()=>reject(new Error(name+" did not load."));
  document.head.append(script)});
${registry}
return {define,require,load}})();
`;

const loaders = { worker: workerLoader, page: pageLoader };
