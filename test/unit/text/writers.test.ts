import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRational } from '../../../core/exact/parseRational';
import { finish } from '../../../core/steps';
import { read } from '../../../core/text';
import { findWriter, writers } from '../../../core/text/notations/writers';
import { type Conversion, convertSteps } from '../../../core/text/notations/writers/convert';
import type { Writer } from '../../../core/text/notations/writers/writer';
import type { NumberArray, Reading } from '../../../core/text/reading';
import { writtenNumber } from '../../../core/text/written';

function convert(reading: Reading, writer: Writer): Conversion {
  const conversion = finish(convertSteps(reading, writer));
  assert.ok(conversion !== null, `${reading.kind} in ${writer.name}`);
  return conversion;
}

function writerOf(name: string): Writer {
  return findWriter(name) ?? assert.fail(name);
}

function assertSame(one: NumberArray, other: NumberArray, text: string): void {
  assert.equal(other.values.length, one.values.length, text);
  assert.deepEqual(asRows(other), asRows(one), text);
  one.values.forEach((value, index) => {
    assert.ok(Object.is(value, other.values[index]), `${value} became ${other.values[index]} in ${text}`);
  });
}

/** A vector is one row where a notation has only matrices. */
function asRows({ shape, values }: NumberArray): readonly number[] {
  return shape.length >= 2 ? shape : [1, values.length];
}

const finite = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(-0, 1e21, 5e-324, 1.7976931348623157e308, 0.1, 1e-7),
);
const any = fc.oneof(
  { weight: 8, arbitrary: finite },
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);

function matrixOf(number: fc.Arbitrary<number>): fc.Arbitrary<readonly (readonly number[])[]> {
  return fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .filter(([height, width]) => height * width > 1)
    .chain(([height, width]) =>
      fc.array(fc.array(number, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    );
}

function inJson(values: readonly (readonly number[])[]): string {
  const print = (value: number) => (Object.is(value, -0) ? '-0' : String(value));
  return `[${values.map((row) => `[${row.map(print).join(', ')}]`).join(', ')}]`;
}

describe('writing a reading in another notation', () => {
  for (const writer of writers) {
    it(`reads back bit for bit what it wrote as ${writer.name}`, () => {
      const holdsAll = writer.nan !== null;
      fc.assert(
        fc.property(matrixOf(holdsAll ? any : finite), (values) => {
          const reading = read(inJson(values), { as: 'matrix' });
          assert.ok(reading.kind === 'matrix');
          const { text, losses } = convert(reading, writer);
          const again = read(text, { as: 'matrix' });
          assert.ok(again.kind === 'matrix', `${text}: ${JSON.stringify(again.problems)}`);
          assertSame(reading.array, again.array, text);
          assert.deepEqual(losses, {});
        }),
        { numRuns: 200 },
      );
    });

    if (writer.fraction !== null) {
      it(`keeps fractions as they are in ${writer.name}`, () => {
        const fraction = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 2, max: 99 }));
        fc.assert(
          fc.property(fc.array(fraction, { minLength: 2, maxLength: 6 }), (fractions) => {
            const reading = read(`[${fractions.map(([top, bottom]) => `${top}/${bottom}`).join(', ')}]`);
            assert.ok(reading.kind === 'matrix');
            const { text, losses } = convert(reading, writer);
            const again = read(text);
            assert.ok(again.kind === 'matrix', `${text}: ${JSON.stringify(again.problems)}`);
            assert.deepEqual(losses, {});
            again.array.values.forEach((value, index) => {
              const exact = parseRational(writtenNumber(text, again.array, index));
              const meant = parseRational(writtenNumber(reading.text, reading.array, index));
              assert.deepEqual(exact, meant, text);
              assert.equal(value, (reading.array.values[index] ?? 0) + 0);
            });
          }),
          { numRuns: 60 },
        );
      });
    }

    if (writer.named !== null) {
      it(`keeps a network in ${writer.name}`, () => {
        const source =
          'W1 = [0.1 1/3; -2e-7 3]\nb1 = [1; 2]\nW2 = [5 6]\nb2 = [7]\nactivation1 = tanh\nactivation2 = identity\nx = [1; 2]\ny = 0.5\nloss = mse_loss';
        const reading = read(source);
        assert.ok(reading.kind === 'network');
        const { text } = convert(reading, writer);
        const again = read(text);
        assert.ok(again.kind === 'network', `${text}: ${JSON.stringify(again.problems)}`);
        assert.deepEqual(again.problems, [], text);
        reading.layers.forEach((layer, index) => {
          const other = again.layers[index];
          assert.ok(other !== undefined && other.biases !== null && layer.biases !== null, text);
          assertSame(layer.weights, other.weights, text);
          assertSame(layer.biases, other.biases, text);
          assert.equal(other.activation?.name ?? 'identity', layer.activation?.name, text);
        });
        assert.equal(again.loss?.name, 'mse_loss');
        assert.deepEqual(again.input?.values, reading.input?.values);
        assert.deepEqual(again.target?.values, reading.target?.values);
      });

      it(`keeps two distributions in ${writer.name}`, () => {
        const reading = read('P = [9/25, 16/25]\nQ = [0.5, 0.5]\nbase = 2');
        assert.ok(reading.kind === 'distribution');
        const { text } = convert(reading, writer);
        const again = read(text);
        assert.ok(again.kind === 'distribution' && again.q !== null && reading.q !== null, text);
        assertSame(reading.p.numbers, again.p.numbers, text);
        assertSame(reading.q.numbers, again.q.numbers, text);
        assert.equal(again.base, 2);
      });
    }
  }

  it('keeps arrays of more dimensions in Python, and says what a table makes of them', () => {
    const reading = read('[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]');
    const { text, losses } = convert(reading, writerOf('python'));
    const again = read(text);
    assert.ok(again.kind === 'matrix');
    assert.deepEqual([again.array.shape, losses], [[2, 2, 2], {}]);
    assert.deepEqual(convert(reading, writerOf('csv')), {
      text: '1,2\n3,4\n5,6\n7,8',
      losses: { dimensions: 1 },
    });
  });

  it('keeps digits beyond a double where the text has them', () => {
    const reading = read('[0.1234567890123456789, 2]');
    assert.equal(convert(reading, writerOf('octave')).text, '[0.1234567890123456789 2]');
  });

  it('counts what it could not keep', () => {
    assert.deepEqual(convert(read('[1/3, sqrt(2)]'), writerOf('csv')).losses, {
      fractions: 1,
      irrational: 1,
    });
    assert.deepEqual(convert(read('[NaN, 1]'), writerOf('pari')).losses, { notFinite: 1 });
    assert.deepEqual(convert(read('a,b\n1,2\n3,4'), writerOf('json')).losses, { names: 1 });
    const leaky =
      '{"layers": [{"weights": [[1, 2]], "activation": {"name": "elu", "alpha": 2}}], "input": [1, 2], "loss": "mse_loss"}';
    assert.deepEqual(convert(read(leaky), writerOf('octave')).losses, { parts: 1 });
    assert.deepEqual(convert(read(leaky), writerOf('nabla-json')).losses, {});
  });

  it('keeps the name of one matrix where the notation has names', () => {
    assert.equal(
      convert(read('A = [1 2; 3 4]'), writerOf('numpy')).text,
      'A = np.array([[1, 2],\n              [3, 4]])',
    );
    assert.deepEqual(convert(read('A = [1 2; 3 4]'), writerOf('csv')).losses, { names: 1 });
  });

  it('has no form for families, nor in a table for a network', () => {
    assert.equal(finish(convertSteps(read('normal(0, 1)'), writerOf('json'))), null);
    const network = read('W1 = [1 2]\nx = [1; 2]');
    assert.equal(finish(convertSteps(network, writerOf('csv'))), null);
  });
});
