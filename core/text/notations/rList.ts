import type { Steps } from '../../steps';
import type { ArrayItem } from '../items';
import type { ReadingChoice } from '../reading';
import type { Source } from '../source';
import { matchAt } from './callEnds';
import type { Found, ValueReader } from './notation';
import { argumentName, endOfArgument, Fault, itemOf, Parser, reportFault } from './rExpression';

const head =
  /list\(\s*(?:(?:[A-Za-z.][\w.]*|`[^`\n]*`|"[^"\n]*")\s*=\s*)?(?:-?[\d.]+L?\s*:|-?[\d.]+L?\s*,|(?:c|list|structure|matrix|array)\()/y;
const opening = /list\(\s*/y;
/** What `value` of the parser begins with. */
const numeric =
  /[-+\d.]|(?:c|matrix|array|structure|data\.frame|[rc]bind|diag|t|rep|seq|numeric|as\.\w+)\(|(?:NA|NaN|Inf)\b/y;
const deepest = 8;

/** A list of arrays as `dput` writes it, `list(W = structure(c(…), dim = …), b = c(…))`; of a list in it under both names, `a$W`. */
export const rList: ValueReader = {
  name: 'r-dput',
  begins: 'value',
  opens: ['call'],
  calls: { name: 'l' },
  recognise: (text, at, limit) => text.startsWith('list(', at) && matchAt(head, text, at, limit) !== null,
  read: readList,
};

// biome-ignore lint/correctness/useYield: an expression has no more numbers than a person writes
function* readList(source: Source, start: number, limit: number): Steps<Found | null> {
  const { text } = source;
  const parser = new Parser(text, limit);
  const items: ArrayItem[] = [];
  const names: string[] = [];
  let at = start + (matchAt(opening, text, start, limit)?.[0].length ?? 0);
  while (at < limit) {
    at = parser.skip(at);
    if (text.charAt(at) === ',') at++;
    else if (text.charAt(at) === ')') {
      at++;
      if (names.pop() === undefined) break;
    } else {
      const given = matchAt(argumentName, text, at, limit);
      const key = given === null ? '' : (given[1] ?? given[0].slice(1).replace(/["'`]\s*=\s*$/, ''));
      const name = { text: [...names, key].join('$'), span: { offset: at, length: key.length } };
      at += given?.[0].length ?? 0;
      const inner = matchAt(opening, text, at, limit);
      if (inner !== null && names.length < deepest) {
        names.push(key);
        at += inner[0].length;
      } else if (matchAt(numeric, text, at, limit) === null) {
        at = endOfArgument(text, at, limit);
        if (at >= limit) break;
      } else {
        const numbers = parser.value(at, 0);
        if (numbers instanceof Fault) return { items: [], choices: [], end: reportFault(source, numbers) };
        const own = name.text === '' ? null : name;
        const offset = own?.span.offset ?? at;
        items.push(itemOf(source, numbers, own, { offset, length: parser.at - offset }));
        at = parser.at;
      }
    }
  }
  const choices: readonly ReadingChoice[] = parser.columnMajor ? [{ rule: 'column-major' }] : [];
  return items.length === 0 ? null : { items, choices, end: at };
}
