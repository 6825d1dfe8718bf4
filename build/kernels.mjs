// Compiles the AssemblyScript of core. Of the kernels, core/kernels/assembly, there are two builds of one source: `relaxed` multiplies and adds in one
// instruction, which hosts have since V8 11.4 (Node 22); `simd` runs in every host that VS Code 1.91 knows.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeOutTurns } from './writtenOut.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Absolute paths. */
export const assemblySources = ['core/kernels/assembly', 'core/text/scanner/assembly'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(root, folder, name)),
);

/** 2 MiB: the three blocks of `core/kernels/blockProduct.ts` fit in before the last page, which its tests assert. */
const blockPages = 32;
/** What `core/text/scanner/scannerMemory.ts` lays out in it fits, which its tests assert. */
const scannerPages = 10;

/** @param {number} pages Of 64 KiB. */
const ownMemory = (pages) => ['--initialMemory', `${pages}`, '--maximumMemory', `${pages}`];

/** Constants stand in the last page, out of the way of what the caller lays out. */
const blockMemory = [...ownMemory(blockPages), '--memoryBase', `${(blockPages - 1) * 65_536}`];

/** That of the host, of any size, which threads may share. Constants stand before the plan, which the tests assert. */
const sharedMemory = [
  ...['--memoryBase', '1024'],
  ...['--importMemory', '--sharedMemory', '--enable', 'threads'],
  ...['--initialMemory', '1', '--maximumMemory', '65536'],
];

/** @type {Readonly<Record<'relaxed' | 'simd', readonly string[]>>} */
const features = { relaxed: ['--enable', 'simd', '--enable', 'relaxed-simd'], simd: ['--enable', 'simd'] };

/**
 * @param {'relaxed' | 'simd'} build
 * @returns {Promise<Uint8Array>}
 */
export function compileKernels(build) {
  return compileAssembly('core/kernels/assembly/module.ts', build);
}

/**
 * The module of products in float32.
 * @param {'relaxed' | 'simd'} build
 * @returns {Promise<Uint8Array>}
 */
export function compileSingle(build) {
  return compileAssembly('core/kernels/assembly/singleModule.ts', build, blockMemory, 'f32');
}

/** @returns {Promise<Uint8Array>} */
export function compileScanner() {
  return compileAssembly('core/text/scanner/assembly/module.ts', 'simd', ownMemory(scannerPages));
}

/**
 * The module that has whole gradients.
 * @param {'relaxed' | 'simd'} build
 * @returns {Promise<Uint8Array>}
 */
export function compileGradient(build) {
  return compileAssembly('core/kernels/assembly/gradientModule.ts', build, sharedMemory);
}

/**
 * The same in float32.
 * @param {'relaxed' | 'simd'} build
 * @returns {Promise<Uint8Array>}
 */
export function compileSingleGradient(build) {
  return compileAssembly('core/kernels/assembly/gradientModule.ts', build, sharedMemory, 'f32');
}

/**
 * @param {string} source Relative to the root.
 * @param {'relaxed' | 'simd'} build
 * @param {readonly string[]} [memory]
 * @param {'f64' | 'f32'} [element] What `Element` is in the source: the type of the numbers that are multiplied.
 * @returns {Promise<Uint8Array>}
 */
export async function compileAssembly(source, build, memory = blockMemory, element = 'f64') {
  // Loaded when it is needed: the compiler takes longer to load than to run.
  const { default: compiler } = await import('assemblyscript/asc');
  const { InlineSmall } = await import('./inlineSmall.mjs');
  /** @type {Uint8Array | undefined} */
  let binary;
  const { error, stderr } = await compiler.main(
    [
      ...[source, '--outFile', 'kernels.wasm', '--baseDir', root],
      ...['-O3s', '--noAssert', '--runtime', 'stub', ...memory],
      ...['--use', `Element=${element}`],
      ...features[build],
    ],
    {
      transforms: [new InlineSmall()],
      readFile: (name, folder) => readFile(join(folder, name), 'utf8').then(writeOutTurns, () => null),
      writeFile: (name, contents) => {
        if (name === 'kernels.wasm' && typeof contents !== 'string') binary = contents;
      },
    },
  );
  if (error !== null || binary === undefined)
    throw new Error(`${source} does not compile: ${stderr.toString()}`);
  return binary;
}

/**
 * What the threads of a host run, as text: a bundle of the server has it inside, so that nothing is looked for where
 * the extension is installed.
 * @param {'node' | 'browser'} platform
 */
export async function bundleThread(platform) {
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [`extension/server/${platform}/kernelThread.ts`],
    bundle: true,
    write: false,
    minify: true,
    platform,
    format: platform === 'node' ? 'cjs' : 'iife',
    target: platform === 'node' ? 'node20' : 'es2022',
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}
