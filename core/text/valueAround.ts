import type { Span } from '../problem';
import { finish } from '../steps';
import { skipArray } from './arrayItem';
import { distributionCallAround } from './distributionCall';
import { findEnclosing } from './enclosing';
import { familiesAround } from './familyText';
import { ItemReader } from './itemReader';
import type { Item } from './items';
import { parseName } from './names';
import { outcomeLinesAround } from './outcomeLines';
import { unite } from './shapes';
import { Source } from './source';
import { skipSpace } from './spaces';

/**
 * The smallest network, distribution or matrix around an offset, or null where there is none.
 * In `{"layers": …}` that is the whole network object, wherever inside it the offset stands; in other
 * text the assignments around it, which only blanks and comments part, or the one matrix around it.
 */
export function valueAround(text: string, offset: number): Span | null {
  const { value, array } = findEnclosing(text, offset);
  if (value !== null) return value;
  const families = familiesAround(text, offset);
  if (families !== null) return families;
  const call = distributionCallAround(text, offset);
  if (call !== null) return call;
  const outcomes = outcomeLinesAround(text, offset);
  if (outcomes !== null) return outcomes;
  const items = finish(new ItemReader(new Source(text), 0, text.length, skipArray).read());
  const block = blocksOf(text, items).find((candidate) => holds(candidate.span, offset));
  if (block === undefined) return null;
  return block.isObject ? array : block.span;
}

function holds({ offset, length }: Span, place: number): boolean {
  return offset <= place && place <= offset + length;
}

interface Block {
  span: Span;
  /** Names in it, none for a matrix without one. */
  readonly names: Set<string>;
  readonly isDistribution: boolean;
  readonly isObject: boolean;
}

/** Groups named items that follow each other and could be one value; a name that comes again begins the next. */
function blocksOf(text: string, items: readonly Item[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const item of items) {
    const name = item.kind === 'object' ? null : (item.name?.text ?? null);
    const isScalar = item.kind === 'array' && item.form === null && item.array.values.length < 2;
    if (name === null && isScalar) continue;
    const role = name === null ? null : parseName(name).role;
    const isDistribution = role === 'p' || role === 'q' || role === 'base';
    const last = blocks[blocks.length - 1];
    if (
      name !== null &&
      last !== undefined &&
      last.names.size > 0 &&
      !last.names.has(name) &&
      last.isDistribution === isDistribution &&
      isClear(text, last.span.offset + last.span.length, item.span.offset)
    ) {
      last.span = unite(last.span, item.span);
      last.names.add(name);
    } else {
      const names = new Set(name === null ? [] : [name]);
      blocks.push({ span: item.span, names, isDistribution, isObject: item.kind === 'object' });
    }
  }
  return blocks;
}

/** Whether only blanks, comments, separators and LaTeX's ends of lines stand between two places. */
function isClear(text: string, start: number, end: number): boolean {
  let at = skipSpace(text, start, end, 'text');
  while (at < end && betweenAssignments.includes(text.charAt(at))) {
    at = skipSpace(text, at + 1, end, 'text');
  }
  return at >= end;
}

const betweenAssignments = ',;&\\';
