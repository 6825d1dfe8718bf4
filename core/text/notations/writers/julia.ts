import { octave } from './octave';
import { assignments, type Writer, type WrittenArray } from './writer';

/** A vector has commas, so that it is one and no row. */
function array(written: WrittenArray): string {
  return written.shape.length === 1 ? `[${written.texts.join(', ')}]` : octave.array(written);
}

export const julia: Writer = {
  ...octave,
  name: 'julia',
  fraction: (numerator, denominator) => `${numerator}//${denominator}`,
  array,
  named: (parts) => assignments(parts, array, (name, value) => `${name} = ${value}`),
};
