// Bundles in parts: what a target imports with `import()` is a file of its own, loaded when it is first asked for,
// and what several targets of one build share is built once. esbuild splits ECMAScript modules only; VS Code 1.91 and
// workers from another origin load scripts: each part becomes CommonJS here. Node requires the parts as they are; a
// worker gets a loader of a few lines, which has the parts it begins with and imports the others as scripts.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as esbuild from 'esbuild';

const folder = 'parts';

/**
 * Builds the entry points into `dist`, their parts into `dist/parts`. `host` is what loads them.
 * @param {esbuild.BuildOptions & { absWorkingDir: string }} options
 * @param {'node' | 'worker'} host
 * @returns {Promise<esbuild.Metafile>} Inputs as in the sources, outputs as they were written.
 */
export async function buildInParts(options, host) {
  const { sourcemap, ...rest } = options;
  const { outputFiles, metafile } = await esbuild.build({
    ...rest,
    format: 'esm',
    splitting: true,
    chunkNames: `${folder}/[name]-[hash]`,
    sourcemap: sourcemap === false ? false : 'inline',
    metafile: true,
    write: false,
  });
  /** @type {Map<string, esbuild.TransformResult>} */
  const scripts = new Map();
  for (const { path, text } of outputFiles) {
    const output = `dist/${path.slice(join(options.absWorkingDir, 'dist').length + 1).replaceAll('\\', '/')}`;
    scripts.set(
      output,
      await esbuild.transform(text, {
        format: 'cjs',
        platform: host === 'node' ? 'node' : 'browser',
        target: options.target,
        charset: options.charset,
        sourcemap: sourcemap === false ? false : 'external',
        sourcefile: basename(output),
        minify: options.minify,
        supported: { 'dynamic-import': false },
      }),
    );
  }
  const written = host === 'node' ? scripts : forWorker(scripts, metafile);
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
 * Scripts of a worker: the entry with all parts it begins with in one file, the other parts beside it. A map of several
 * scripts in one file would have to be shifted line by line: maps stay with the parts that are files.
 * @param {ReadonlyMap<string, esbuild.TransformResult>} scripts
 * @param {esbuild.Metafile} metafile
 */
function forWorker(scripts, { outputs }) {
  /** @type {Map<string, { code: string, map: string }>} */
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
    const parts = [...begun].map((output) => define(output, scripts.get(output)?.code ?? ''));
    written.set(entry, {
      code: `${loader}${parts.join('')}nablaParts.require("${basename(entry)}");\n`,
      map: '',
    });
  }
  for (const [output, { code }] of scripts)
    if (!begun.has(output)) written.set(output, { code: define(output, code), map: '' });
  return written;
}

/** @param {string} output @param {string} code */
const define = (output, code) =>
  `nablaParts.define("${basename(output)}",(module,exports,require)=>{${code}});\n`;

/** `nablaParts.at` is set by who knows where the scripts are; until then only what is here can be required. */
const loader = `self.nablaParts=(()=>{const parts={},made={},own={define:(name,make)=>{parts[name]=make},require:(path)=>{const name=path.slice(path.lastIndexOf("/")+1);if(!made[name]){if(!parts[name])importScripts(own.at+"/${folder}/"+name);const module=made[name]={exports:{}};parts[name](module,module.exports,own.require)}return made[name].exports}};return own})();
`;
