import type { NumberArray } from './reading';
import type { Source } from './source';

/** `[1 000,` is the shortest. */
const shortest = 7;
/** Longer arrays come from programs, which part no thousands and have points. */
const longest = 2_000;
/** Thousands parted by commas that have no blank behind them, in a list whose other commas have one. */
const commaGroups = /(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?![\d.]|,\d)/;
/** Thousands parted by blanks: no one writes 0 as 000. */
const blankGroups = /(?<![\d.])(?<!\d )[1-9]\d{0,2}(?: \d{3})*(?: 0\d\d)(?: \d{3})*(?:\.\d+)?(?![\d.])/;
/** `0,5; 0,25`: one comma a row, and zeros before all of them. */
const decimalCommas = /^[[({]\s*[-+−]?0,\d+(?:(?:\s*;\s*|\s+)[-+−]?0,\d+)+\s*[\])}]$/;

/**
 * Says where digits of an array in brackets may be one number to the one who wrote them, and are read as several, as
 * the commas and blanks of the notation have it: `[1,234.5, 2]`, `[1 000, 2 000]`, `[0,5; 0,5]`.
 */
export function noteDoubtfulGroups(source: Source, { span }: NumberArray, at: number): void {
  const { text, settled } = source;
  const end = span.offset + span.length;
  if (end - at < shortest || end - at > longest || settled.decimalComma === false) return;
  const written = text.slice(at, end);
  if (decimalCommas.test(written)) {
    const start = at + written.search(/0,/);
    const taken = /^0,\d+/.exec(text.slice(start, end))?.[0] ?? '';
    source.offer('decimalComma', true, start, start + taken.length);
    report(source, start, taken, taken.replace(',', '.'));
    return;
  }
  const hasSpacedCommas = /\d, /.test(written);
  const groups =
    (hasSpacedCommas ? commaGroups.exec(written) : null) ??
    (written.includes(',') ? blankGroups.exec(written) : null);
  if (groups !== null) report(source, at + groups.index, groups[0], groups[0].replaceAll(/[, ]/g, ''));
}

function report(source: Source, start: number, written: string, other: string): void {
  source.report('ambiguous-reading', start, start + written.length, {
    taken: written.replaceAll(/,|(?<=\d) /g, ', '),
    other,
  });
}
