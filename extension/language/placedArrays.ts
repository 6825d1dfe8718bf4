import type { Span } from '../../core/problem';
import type { Study } from '../../core/study';
import type { NumberArray } from '../../core/text/reading';

/** An array of a text and what it is there. */
export interface PlacedArray {
  readonly role: 'weights' | 'biases' | 'input' | 'target' | 'p' | 'q' | 'matrix';
  /** Of weights and biases, from 0. */
  readonly layer?: number;
  /** Of named matrices. */
  readonly name?: string;
  /** Weights are destination × source, whatever the notation. */
  readonly array: NumberArray;
}

/** All arrays of a study, in the order in which they mean something. */
export function placedArrays({ reading }: Study): readonly PlacedArray[] {
  switch (reading.kind) {
    case 'network':
      return [
        ...reading.layers.flatMap(({ weights, biases }, layer): PlacedArray[] => [
          { role: 'weights', layer, array: weights },
          ...(biases === null ? [] : [{ role: 'biases', layer, array: biases } as const]),
        ]),
        ...(reading.input === null ? [] : [{ role: 'input', array: reading.input } as const]),
        ...(reading.target === null ? [] : [{ role: 'target', array: reading.target } as const]),
      ];
    case 'distribution':
      return [
        { role: 'p', array: reading.p.numbers },
        ...(reading.q === null ? [] : [{ role: 'q', array: reading.q.numbers } as const]),
      ];
    case 'matrix':
      return [{ role: 'matrix', array: reading.array }];
    case 'matrices':
      return reading.arrays.map(({ name, array }) => ({ role: 'matrix', name, array }));
    case 'activation':
      // Numbers under names of their own are no array.
      return reading.input === undefined || reading.inputNames !== undefined
        ? []
        : [{ role: 'input', array: reading.input }];
    case 'continuous':
    case 'error':
      return [];
  }
}

/** The smallest array around a place of the text, or else the one array inside it. */
export function arrayAt(study: Study, place: Span): PlacedArray | null {
  const placed = placedArrays(study);
  const inside = placed.filter(({ array }) => holds(place, array.span));
  return placed
    .filter(({ array }) => holds(array.span, place))
    .reduce<PlacedArray | null>(
      (smallest, other) =>
        smallest === null || other.array.span.length < smallest.array.span.length ? other : smallest,
      inside.length === 1 ? (inside[0] ?? null) : null,
    );
}

export function holds(outer: Span, inner: Span): boolean {
  return outer.offset <= inner.offset && inner.offset + inner.length <= outer.offset + outer.length;
}
