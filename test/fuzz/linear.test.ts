import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { counting, mixture, namedOutcomes, patterns, pieces, repeated } from './patterns';

/**
 * A megabyte of any text takes under a second. On a machine that does other work too no clock tells, so that the cost
 * is counted in milliseconds of the processor and compared with those of a loop of known cost that runs just
 * before: on a quiet machine of 2026 it makes 360 steps for each character of a megabyte in a second.
 */
const mostSteps = 360;
/**
 * One short line over and over leans on the memory and on the collector of garbage, which other work slows far more than the
 * loop: beside a machine's worth of it up to 350 steps were measured. What takes the square of the length is far beyond this.
 */
const mostStepsOfPattern = 2 * mostSteps;
const short = 40_000;
const long = 500_000;

type Text = typeof import('../../core/text');
let core: Text;

/** The readers in one file, as they are shipped: in files of their own each call goes through another object. */
async function bundled(): Promise<Text> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../core/text/index.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'core',
    target: 'es2022',
  });
  return runInThisContext(`(() => { ${outputFiles[0]?.text ?? ''}; return core; })()`) as Text;
}

function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What one step of a plain loop over a text takes, in milliseconds; the least of three measurements. */
function costOfStep(): number {
  const text = repeated('abcdefghij', 1_000);
  const steps = 1_000_000;
  let sum = 0;
  const costs = Array.from({ length: 3 }, () =>
    processorTime(() => {
      for (let at = 0; at < steps; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at % 1_000)) | 0;
    }),
  );
  assert.ok(Number.isInteger(sum));
  return Math.min(...costs) / steps;
}

/** A processor that slows down between two measurements is given so many more. */
const mostReadings = 5;

/** How many steps of the loop reading takes for each character: the first reading below `most`, else the least of all. */
function costOf(text: string, most: number): number {
  const cost = (): number => {
    const step = costOfStep();
    return processorTime(() => core.read(text)) / (step * text.length);
  };
  let least = cost();
  for (let readings = 1; readings < mostReadings && least >= most; readings++)
    least = Math.min(least, cost());
  return least;
}

describe('reading a long text', () => {
  before(async () => {
    core = await bundled();
    // What is measured first would pay for the compiler.
    for (const part of patterns) core.read(repeated(part, 2_000));
    for (const piece of Object.values(pieces)) core.read(repeated(piece, 10_000));
  });

  for (const [name, piece] of Object.entries(pieces)) {
    it(`is as quick as its length allows for ${name}`, () => {
      const cost = costOf(repeated(piece, long), mostSteps);
      assert.ok(cost < mostSteps, `a character takes as long as ${cost.toFixed(0)} steps of the loop`);
    });
  }

  it('is as quick as its length allows for a mixture of everything', () => {
    const cost = costOf(mixture(7, long), mostSteps);
    assert.ok(cost < mostSteps, `a character takes as long as ${cost.toFixed(0)} steps of the loop`);
  });

  for (const [name, text] of Object.entries(namedOutcomes)) {
    it(`is as quick as its length allows for named outcomes ${name}`, () => {
      const cost = costOf(text(long), mostSteps);
      assert.ok(cost < mostSteps, `a character takes as long as ${cost.toFixed(0)} steps of the loop`);
    });
  }

  for (const part of patterns) {
    it(`is as quick as its length allows for ${JSON.stringify(part)} over and over`, () => {
      const cost = costOf(repeated(part, short), mostStepsOfPattern);
      assert.ok(
        cost < mostStepsOfPattern,
        `a character takes as long as ${cost.toFixed(0)} steps of the loop`,
      );
    });
  }

  it('is as quick as its length allows for lines that differ in their numbers alone', () => {
    for (const part of [
      'x 1\n',
      'b1 = 1\n',
      '[1]\n',
      '50%\n',
      'f(1,2)\n',
      '"a",1\n',
      '- 1\na\n',
      '[1] 1 2\n',
    ]) {
      const cost = costOf(counting(part, short), mostStepsOfPattern);
      assert.ok(cost < mostStepsOfPattern, `${JSON.stringify(part)}: ${cost.toFixed(0)} steps of the loop`);
    }
  });

  it('finds the value around a place in any of them without a fault', () => {
    for (const part of patterns) {
      const text = repeated(part, 2_000);
      const span = core.valueAround(text, 1_000);
      assert.ok(span === null || span.offset + span.length <= text.length);
    }
  });
});
