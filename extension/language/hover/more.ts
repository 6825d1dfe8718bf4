import type { Words } from '../words/words';
import { colored, verbatim } from './markup';
import type { Palette } from './palette';
import type { Section } from './request';

/** How much of a table is left out. */
export function moreOf(
  rows: number,
  columns: number,
  palette: Palette,
  { hover }: Words,
): readonly Section[] {
  const lines = [
    ...(rows > 0 ? [hover.more(rows, ...hover.rows)] : []),
    ...(columns > 0 ? [hover.more(columns, ...hover.columns)] : []),
  ];
  return lines.length === 0 ? [] : [{ markdown: colored(verbatim(lines.join(' ')), palette.quiet) }];
}
