// Mocha's own report, and the figures for `npm test` in the end.
import Mocha from 'mocha';
import { report } from './tally.mjs';

// biome-ignore lint/style/noDefaultExport: mocha loads a reporter by its default export.
export default class extends Mocha.reporters.Spec {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions & { reporterOptions?: { height?: string } }} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.on('retry', (test, error) =>
      console.log(`    once more: ${test.fullTitle()}\n      ${error.message}`),
    );
    /** @type {string[]} */
    const failures = [];
    runner.on('fail', (test, error) => failures.push(`${test.fullTitle()}\n${error.message}`));
    runner.once('end', () => {
      const { passes, failures: failed, pending } = this.stats;
      report(options.reporterOptions?.height ?? 'tests', {
        passed: passes,
        failed: failed + pending,
        failures,
      });
    });
  }
}
