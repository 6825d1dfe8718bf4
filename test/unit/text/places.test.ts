import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Places, PlaceWriter } from '../../../core/text/places';
import { endsOf, startsOf } from './support';

/** Near the one before mostly, but also far, before it, or empty, as in kernels and sparse matrices. */
const place = fc.tuple(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 8 }) },
    { weight: 2, arbitrary: fc.integer({ min: -300, max: 300 }) },
    { weight: 1, arbitrary: fc.integer({ min: -200_000_000, max: 200_000_000 }) },
  ),
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 33 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 100_000 }) },
  ),
);

const list = fc.array(place, { maxLength: 300 }).map((places) => {
  let at = 250_000_000;
  return places.map(([gap, length]): readonly [number, number] => {
    const start = Math.max(0, Math.min(at + gap, 260_000_000));
    at = start + length;
    return [start, at];
  });
});

describe('the places of numbers', () => {
  it('are found wherever they stand, in any order of looking', () => {
    fc.assert(
      fc.property(list, fc.array(fc.nat({ max: 320 })), (written, looks) => {
        const places = Places.of(
          written.map(([start]) => start),
          written.map(([, end]) => end),
        );
        for (const index of looks) {
          const [start, end] = written[index] ?? [Number.NaN, Number.NaN];
          assert.deepEqual([places.startOf(index), places.endOf(index)], [start, end]);
        }
        assert.deepEqual(startsOf(places), startsOf(Places.of(startsOf(places), endsOf(places))));
        const { bytes, origin, length } = places;
        assert.deepEqual(endsOf(new Places(bytes, origin, length)), endsOf(places));
        assert.equal(
          places.findIndex((start) => start < 0),
          -1,
        );
        assert.deepEqual(
          written,
          startsOf(places).map((start, index) => [start, endsOf(places)[index]]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('go on from the last number, whose end may still change', () => {
    fc.assert(
      fc.property(list, list, fc.nat({ max: 100 }), (first, second, more) => {
        const writer = new PlaceWriter();
        for (const [start, end] of first) writer.push(start, end);
        const [lastStart, lastEnd] = first.at(-1) ?? [0, 0];
        if (first.length > 0) writer.amendLast(lastEnd + more);
        for (const [start, end] of second) writer.push(start, end);
        const amended = first.slice(0, -1).concat(first.length > 0 ? [[lastStart, lastEnd + more]] : []);
        const places = writer.take();
        assert.deepEqual(
          startsOf(places).map((start, index) => [start, places.endOf(index)]),
          [...amended, ...second],
        );
      }),
      { numRuns: 100 },
    );
  });

  it('take a byte each where the numbers of a text are short and near each other', () => {
    const text = Array.from({ length: 1_000 }, (_, index) => (index / 8).toFixed(3)).join(', ');
    const starts = [...text.matchAll(/[\d.]+/g)].map(({ index }) => index);
    const ends = [...text.matchAll(/[\d.]+/g)].map(({ index, 0: { length } }) => index + length);
    assert.equal(Places.of(starts, ends).bytes.length, 1_000);
  });
});
