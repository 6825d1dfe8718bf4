import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ProblemCode } from '../../../core/problem';
import { read } from '../../../core/text';

type Nested = number | string | readonly Nested[];

interface TextCase {
  readonly name: string;
  readonly document: string;
  readonly expected:
    | { readonly shape: readonly number[]; readonly values: Nested }
    | { readonly error: string; readonly at: number; readonly atAlternatives?: readonly number[] };
}

const cases = JSON.parse(
  readFileSync(new URL('../../oracle/text.json', import.meta.url), 'utf8'),
) as readonly TextCase[];

/** Names of faults in the cases, where they are not a code or a reason of ours. */
const codes: Readonly<Record<string, readonly string[]>> = {
  'not-a-number': ['unexpected-token', 'depth'],
};

describe('texts of independent tools', () => {
  for (const { name, document, expected } of cases) {
    if ('error' in expected) {
      it(`${name}: refuses it as ${expected.error} at the first wrong token`, () => {
        const reading = read(document, { as: 'matrix' });
        assert.equal(reading.kind, 'error');
        const [problem] = reading.problems;
        assert.ok(problem !== undefined);
        const code: ProblemCode | string = problem.code === 'syntax' ? problem.data.reason : problem.code;
        assert.ok([expected.error, ...(codes[expected.error] ?? [])].includes(code), code);
        const places = [expected.at, ...(expected.atAlternatives ?? [])];
        assert.ok(places.includes(problem.span.offset), `at ${problem.span.offset}, not ${places}`);
      });
    } else {
      it(`${name}: reads the shape and every value`, () => {
        const reading = read(document, { as: 'matrix' });
        assert.ok(reading.kind === 'matrix', JSON.stringify(reading.problems));
        assert.deepEqual(asRows(reading.array.shape), expected.shape);
        assert.deepEqual(
          [...reading.array.values].map((value) => value + 0),
          flatten(expected.values),
        );
      });
    }
  }
});

/** A vector as one row, a number as one row of one. */
function asRows(shape: readonly number[]): readonly number[] {
  return shape.length >= 2 ? shape : [1, shape[0] ?? 1];
}

function flatten(values: Nested): readonly number[] {
  return typeof values === 'object' ? values.flatMap(flatten) : [Number(values)];
}
