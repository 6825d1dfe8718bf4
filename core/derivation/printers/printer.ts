import type { Box } from '../box';

/** Writes a box that `layOut` made as text of one format, with the decimal mark of `decimalMark`. */
export interface Printer {
  readonly name: 'latex' | 'plain' | 'hover';
  print(box: Box): string;
}
