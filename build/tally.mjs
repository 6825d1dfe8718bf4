// Each height of the tests reports how many passed and failed; `npm test` sums them.
import { appendFileSync } from 'node:fs';

/**
 * Says a height's figures, hands them to `npm test` where that runs it, and sets the exit code: a height without
 * a test has failed. `npm test` says the failures once more in its end, where the output of a long run is read.
 * @param {string} height
 * @param {{ passed: number, failed: number, failures: readonly string[] }} figures Each failure a title and why.
 */
export function report(height, { passed, failed, failures }) {
  console.log(`\n${height}: ${passed} passed, ${failed} failed`);
  const file = process.env.NABLA_TALLY;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ height, passed, failed, failures })}\n`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}
