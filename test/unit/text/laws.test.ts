import assert from 'node:assert/strict';
import fc from 'fast-check';
import { read, readSteps, valueAround } from '../../../core/text';
import type { NumberArray } from '../../../core/text/reading';
import { readMatrix, rows, startsOf } from './support';

const number = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0.1, -0.5),
);

/** At least two numbers, for one alone reads as itself. */
const matrix = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([height, width]) =>
    fc.array(fc.array(number, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

/** The digits of a number, −0 included. */
function print(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

const printers: Readonly<Record<string, (values: readonly (readonly number[])[]) => string>> = {
  JSON: (values) => `[${values.map((row) => `[${row.map(print).join(', ')}]`).join(',\n ')}]`,
  Octave: (values) => `[${values.map((row) => row.map(print).join(' ')).join('; ')};]`,
  'Octave lines': (values) => `[${values.map((row) => row.map(print).join(', ')).join('\n')}\n];`,
  braces: (values) => `{${values.map((row) => `{${row.map(print).join(',')}}`).join(', ')}}`,
  parentheses: (values) => `(${values.map((row) => `(${row.map(print).join(', ')},)`).join(', ')},)`,
  'an assignment': (values) => `A = [${values.map((row) => `[${row.map(print).join(' ')}]`).join(' ')}]`,
};

/** Each number is what its slice of the text denotes. */
function checkSlices(text: string, { values, places }: NumberArray): void {
  values.forEach((value, index) => {
    const slice = text.slice(places.startOf(index), places.endOf(index));
    assert.ok(Object.is(value, Number(slice)), `${slice} was read as ${value}`);
  });
}

describe('laws of reading', () => {
  for (const [name, print] of Object.entries(printers)) {
    it(`reads what is printed as ${name} back to the same numbers, each from its own slice`, () => {
      fc.assert(
        fc.property(matrix, (values) => {
          const text = print(values);
          const { array } = readMatrix(text);
          const expected = array.shape.length === 1 ? values.flat() : values;
          assert.deepEqual(rows(array), expected);
          checkSlices(text, array);
        }),
      );
    });
  }

  it('reads lines of numbers back to the same numbers', () => {
    fc.assert(
      fc.property(matrix, fc.constantFrom(' ', ', ', '\t', '  '), (values, separator) => {
        const text = values.map((row) => row.map(print).join(separator)).join('\n');
        const { array } = readMatrix(text);
        assert.deepEqual([...array.values], values.flat());
        checkSlices(text, array);
      }),
    );
  });

  it('gives a network the same weights as kernel and as weights', () => {
    fc.assert(
      fc.property(matrix, (values) => {
        const transposed = (values[0] ?? []).map((_, column) => values.map((row) => row[column] ?? 0));
        const text = (key: string, written: readonly (readonly number[])[]) =>
          `{"layers":[{"${key}":${printers.JSON?.(written)}}]}`;
        const [one, other] = [read(text('weights', values)), read(text('kernel', transposed))];
        assert.ok(one.kind === 'network' && other.kind === 'network');
        assert.deepEqual(one.layers[0]?.weights.values, other.layers[0]?.weights.values);
        assert.deepEqual(one.layers[0]?.weights.shape, other.layers[0]?.weights.shape);
      }),
    );
  });

  it('keeps every place inside the selection', () => {
    fc.assert(
      fc.property(fc.string(), matrix, fc.string(), (before, values, after) => {
        const inner = printers.Octave?.(values) ?? '';
        const text = before + inner + after;
        const within = [{ offset: before.length, length: inner.length }];
        const reading = read(text, { within });
        assert.ok(reading.kind === 'matrix', JSON.stringify(reading.problems));
        checkSlices(text, reading.array);
        for (const start of startsOf(reading.array.places)) assert.ok(start >= before.length);
      }),
    );
  });

  it('reads any text without throwing, and gives every problem a place inside it', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '[',
        ']',
        '(',
        ')',
        '{',
        '}',
        ',',
        ';',
        '\n',
        ' ',
        '...',
        '"',
        "'",
        ':',
        '=',
        '/',
        '//',
        '%',
      ),
      fc.constantFrom(
        '1',
        '-2.5',
        '9/25',
        '1/0',
        'NaN',
        'W1 = ',
        'b1 = ',
        'P = ',
        '"layers"',
        '"weights":',
        '```\n',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('auto', 'network', 'distribution', 'matrix'),
        (pieces, as) => {
          const text = pieces.join('');
          const { problems, kind } = read(text, { as });
          for (const { span } of problems) {
            assert.ok(span.offset >= 0 && span.length >= 0 && span.offset + span.length <= text.length);
          }
          assert.ok(kind !== 'error' || problems.some(({ severity }) => severity === 'error'));
          valueAround(text, text.length >> 1);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('yields often enough in a large text', () => {
    const row = `[${'0.25,'.repeat(999)}1]`;
    const text = `{"layers":[{"weights":[${`${row},`.repeat(199)}${row}]}]}`;
    let yields = 0;
    for (const steps = readSteps(text); !steps.next().done; ) yields++;
    assert.ok(yields >= 20, `${yields} yields for 200,000 numbers`);
  });
});
