import { apostrophe, closerOf, comma, doubleQuote, isCloser, isLineBreak, semicolon } from './characters';
import { skipString } from './skip';

/** Where a text may end, and the brackets that are open there. */
interface Cut {
  readonly at: number;
  readonly closers: string;
}

/**
 * The beginning of a text that goes on, made whole: it ends after the last row that is complete, or the last number
 * of a list, and its brackets are closed. Null where it has neither.
 */
export function headOf(text: string): string | null {
  const open: number[] = [];
  let [row, line, number]: (Cut | null)[] = [null, null, null];
  const cutAt = (at: number): Cut => ({ at, closers: String.fromCharCode(...[...open].reverse()) });
  let place = 0;
  while (place < text.length) {
    const unit = text.charCodeAt(place);
    if (unit === doubleQuote || unit === apostrophe) {
      place = Math.max(place + 1, skipString(text, place, text.length));
      continue;
    }
    if (closerOf(unit) !== 0) open.push(closerOf(unit));
    else if (isCloser(unit)) {
      open.pop();
      if (open.length > 0) row = cutAt(place + 1);
    } else if (open.length < 2 && (isLineBreak(unit) || unit === semicolon)) line = cutAt(place);
    else if (open.length < 2 && unit === comma) number = cutAt(place);
    place += 1;
  }
  const cut = row ?? line ?? number;
  return cut === null ? null : text.slice(0, cut.at).replace(/[,;\s]+$/, '') + cut.closers;
}
