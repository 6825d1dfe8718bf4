// Each height of the tests reports how many passed and failed; `npm test` sums them.
import { appendFileSync } from 'node:fs';

/**
 * Says a height's figures, hands them to `npm test` where that runs it, and sets the exit code: a height without
 * a test has failed.
 * @param {string} height
 * @param {{ passed: number, failed: number }} figures
 */
export function report(height, { passed, failed }) {
  console.log(`\n${height}: ${passed} passed, ${failed} failed`);
  const file = process.env.NABLA_TALLY;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ height, passed, failed })}\n`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}
