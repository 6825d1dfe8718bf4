import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseArithmetic, parseRational } from '../../../core/exact/parseRational';
import { toNumber } from '../../../core/exact/toNumber';
import type { ProblemCode } from '../../../core/problem';
import { read } from '../../../core/text';
import type { NumberArray } from '../../../core/text/reading';
import { spelledValue } from '../../../core/text/spelling';
import { writtenNumber } from '../../../core/text/written';

type Nested = number | string | readonly Nested[];

interface TextCase {
  readonly name: string;
  readonly document: string;
  readonly expected:
    | { readonly shape: readonly number[]; readonly values: Nested }
    | { readonly tensors: readonly { readonly name: string; readonly values: Nested }[] }
    | { readonly error: string; readonly at?: number; readonly atAlternatives?: readonly number[] };
}

const cases = ['text.json', 'texts.json', 'prints.json', 'layouts.json', 'textsByHand.json'].flatMap(
  (file) =>
    JSON.parse(readFileSync(new URL(`../../oracle/${file}`, import.meta.url), 'utf8')) as readonly TextCase[],
);

/** Names of faults in the cases, where they are not a code or a reason of ours. */
const codes: Readonly<Record<string, readonly string[]>> = {
  'not-a-number': ['unexpected-token', 'depth'],
  'not-a-format': ['unexpected-token'],
  'out-of-range': ['unexpected-token'],
  'shape-mismatch': ['ragged'],
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
        // Any code will do where tools have none for it: what matters is that it is refused.
        const isAny = expected.error === 'any';
        assert.ok(isAny || [expected.error, ...(codes[expected.error] ?? [])].includes(code), code);
        if (expected.at === undefined) return;
        const places = [expected.at, ...(expected.atAlternatives ?? [])];
        assert.ok(places.includes(problem.span.offset), `at ${problem.span.offset}, not ${places}`);
      });
    } else if ('tensors' in expected) {
      it(`${name}: reads every tensor under its name`, () => {
        const reading = read(document, { as: 'matrix' });
        assert.ok(reading.kind === 'matrices', JSON.stringify(reading.problems));
        assert.deepEqual(
          reading.arrays.map((tensor) => ({ name: tensor.name, values: [...tensor.array.values] })),
          expected.tensors.map((tensor) => ({ name: tensor.name, values: flatten(tensor.values) })),
        );
      });
    } else {
      it(`${name}: reads the shape and every value`, () => {
        const reading = read(document, { as: 'matrix' });
        assert.ok(reading.kind === 'matrix', JSON.stringify(reading.problems));
        assert.deepEqual(asRows(reading.array.shape), expected.shape);
        assertPlaces(document, reading.array);
        assert.deepEqual(
          [...reading.array.values].map((value) => value + 0),
          flatten(expected.values),
        );
      });
    }
  }
});

/** Each number's place, cut out of the text, reads as that number. */
function assertPlaces(document: string, array: NumberArray): void {
  array.values.forEach((value, index) => {
    const written = writtenNumber(document, array, index);
    const exact = parseRational(written);
    const constant = value === Math.PI || value === Math.E;
    if (!Number.isFinite(value) || constant) return;
    // Truth values, and what is irrational.
    const inexact = spelledValue(written) ?? parseArithmetic(written)?.value;
    const read = exact === null ? inexact : toNumber(exact);
    assert.ok(read !== undefined, `no number at ${array.places.startOf(index)}`);
    assert.equal(read, value + 0);
  });
}

/** A vector as one row, a number as one row of one. */
function asRows(shape: readonly number[]): readonly number[] {
  return shape.length >= 2 ? shape : [1, shape[0] ?? 1];
}

function flatten(values: Nested): readonly number[] {
  return typeof values === 'object' ? values.flatMap(flatten) : [Number(values) + 0];
}
