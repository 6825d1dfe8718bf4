import assert from 'node:assert/strict';
import { read, valueAround } from '../../core/text';
import { mixture, patterns, pieces, repeated } from './patterns';

/**
 * A megabyte of any of the long texts takes under a second. On a machine that does other work too no clock tells, so that the cost
 * is counted in milliseconds of the processor and compared with those of a loop of known cost that runs just
 * before: on a quiet machine of 2026 it makes 360 steps for each character of a megabyte in a second.
 */
const mostSteps = 360;
/**
 * One short line over and over does not reach that: a megabyte of the dearest patterns takes two to three and a half
 * seconds, for each line makes an item of its own. This holds them there, on texts short enough to try them all.
 */
const mostStepsOfPattern = 3 * mostSteps;
const short = 40_000;
const long = 500_000;

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
    return processorTime(() => read(text)) / (step * text.length);
  };
  let least = cost();
  for (let readings = 1; readings < mostReadings && least >= most; readings++)
    least = Math.min(least, cost());
  return least;
}

describe('reading a long text', () => {
  before(() => {
    // What is measured first would pay for the compiler.
    for (const part of patterns) read(repeated(part, 2_000));
    for (const piece of Object.values(pieces)) read(repeated(piece, 10_000));
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

  for (const part of patterns) {
    it(`is as quick as its length allows for ${JSON.stringify(part)} over and over`, () => {
      const cost = costOf(repeated(part, short), mostStepsOfPattern);
      assert.ok(
        cost < mostStepsOfPattern,
        `a character takes as long as ${cost.toFixed(0)} steps of the loop`,
      );
    });
  }

  it('finds the value around a place in any of them without a fault', () => {
    for (const part of patterns) {
      const text = repeated(part, 2_000);
      const span = valueAround(text, 1_000);
      assert.ok(span === null || span.offset + span.length <= text.length);
    }
  });
});
