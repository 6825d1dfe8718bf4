// CommonJS modules of others in a bundle are functions that are called when it is loaded. V8 looks through a function
// twice: to find its end, and to compile it when it is called. One in parentheses it takes to be called at once and
// compiles the first time: a third of the time that loading takes. esbuild writes no such parentheses, so each module
// is marked where it begins and ends, and the marks in what was bundled become parentheses.
import { readFile } from 'node:fs/promises';

const [begin, end] = ['nablaModuleBegins()', 'nablaModuleEnds()'];

/** Marks CommonJS modules; what a bundle with this becomes has to go through `withParentheses`. */
export const eagerModules = {
  name: 'eager-modules',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /node_modules.*\.c?js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      // An ECMAScript module becomes no function.
      if (/^(?:import|export)\b/m.test(source)) return undefined;
      const [prologue = ''] =
        /^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*(?:(["'])use strict\1;?)?/.exec(source) ?? [];
      return { contents: `${prologue}\n${begin};${source.slice(prologue.length)}\n;${end};`, loader: 'js' };
    });
  },
};

/** @param {string} code A minified bundle. @returns {string} */
export function withParentheses(code) {
  const written = code
    .replaceAll(/(\(?[\w$,]*\)?=>\{(?:"use strict";)?)nablaModuleBegins\(\)[,;]?/g, '($1')
    .replaceAll(/[,;]?nablaModuleEnds\(\);?\}/g, '})');
  if (written.includes('nablaModule'))
    throw new Error('A module in the bundle is marked, but is no function.');
  return written;
}
