import type { Span } from '../../../core/problem';
import { endOfComment } from '../../../core/text/spaces';

/** Where a cursor stands, told from the text before it: half-written text has no reading. */
export type CompletionPlace = {
  /** What is written of the word so far, without quotes. */
  readonly typed: Span;
  readonly isInString: boolean;
} & (
  | {
      /** After `"key":` or `name =`. `owner` is the key of the object around it. */
      readonly kind: 'value';
      readonly key: string;
      readonly owner: string | null;
    }
  | {
      /** Where a key of an object stands or could stand. */
      readonly kind: 'key';
      readonly owner: string | null;
      /** Keys that the object has, and the words that stand for them. */
      readonly siblings: ReadonlyMap<string, string>;
    }
  | {
      /** Inside the call of a family: `normal(` */
      readonly kind: 'argument';
      readonly callee: string;
    }
  /** Elsewhere in text without braces. */
  | { readonly kind: 'word' }
);

interface Frame {
  readonly opener: string;
  readonly owner: string | null;
  readonly siblings: Map<string, string>;
  /** The key whose value is being written. */
  key: string | null;
}

const word = /[\p{L}_][\p{L}\p{N}_]*$/u;

/** Reads `text` from the start of its value up to the cursor. Null in a comment. */
export function placeAt(text: string, start: number, cursor: number): CompletionPlace | null {
  const frames: Frame[] = [];
  let last: string | null = null;
  let at = start;
  let open: number | null = null;
  while (at < cursor) {
    const mark = text.charAt(at);
    const frame = frames.at(-1);
    if (mark === '"' || (mark === "'" && frame !== undefined)) {
      const end = endOfString(text, at, cursor);
      if (end === null) {
        open = at + 1;
        break;
      }
      last = text.slice(at + 1, end - 1);
      if (frame?.key != null) frame.siblings.set(frame.key, last);
      at = end;
      continue;
    }
    if (text.startsWith('//', at) || text.startsWith('/*', at)) {
      const end = endOfComment(text, at, cursor, 'json');
      if (end >= cursor) return null;
      at = end;
      continue;
    }
    if (mark === '{' || mark === '[') {
      frames.push({
        opener: mark,
        owner: frame?.key ?? frame?.owner ?? null,
        siblings: new Map(),
        key: null,
      });
    } else if (mark === '}' || mark === ']') frames.pop();
    else if (mark === ':' && frame?.opener === '{') {
      frame.key = last;
      if (last !== null) frame.siblings.set(last, '');
    } else if (mark === ',' && frame !== undefined) frame.key = null;
    at += 1;
  }
  const before = text.slice(open ?? start, cursor);
  const length = word.exec(before)?.[0].length ?? 0;
  const typed = { offset: cursor - length, length };
  const common = { typed, isInString: open !== null };
  const frame = frames.at(-1);
  if (frame?.opener === '{') {
    return frame.key === null
      ? { ...common, kind: 'key', owner: frame.owner, siblings: frame.siblings }
      : { ...common, kind: 'value', key: frame.key, owner: frame.owner };
  }
  return frames.length > 0 ? null : textPlace(text.slice(start, cursor), common);
}

/** In text without braces: `activation = `, `normal(`, or a word. */
function textPlace(
  before: string,
  common: Pick<CompletionPlace, 'typed' | 'isInString'>,
): CompletionPlace | null {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/(?:^|\s)[#%]/.test(line)) return null;
  const assigned = /([\p{L}_]+)\d*\s*(?:=|:|<-)\s*["']?[\p{L}\p{N}_.]*$/u.exec(line)?.[1];
  const callee = /([\p{L}_]+)\(([^()]*)$/u.exec(line);
  if (callee !== null && !/^d?_?kl(?:_div(?:ergence)?)?$|^h$|^entropy$/i.test(callee[1] ?? '')) {
    return { ...common, kind: 'argument', callee: callee[1] ?? '' };
  }
  return assigned === undefined || callee !== null
    ? { ...common, kind: 'word' }
    : { ...common, kind: 'value', key: assigned, owner: null };
}

/** After the closing quote, or null where the string is still open at the cursor. */
function endOfString(text: string, start: number, cursor: number): number | null {
  const quote = text.charAt(start);
  for (let at = start + 1; at < cursor; at++) {
    const mark = text.charAt(at);
    if (mark === '\n') return at;
    if (mark === '\\') at += 1;
    else if (mark === quote) return at + 1;
  }
  return null;
}
