import type { Span } from '../problem';
import { finish } from '../steps';
import { skipArray } from './arrayItem';
import { ItemReader } from './itemReader';
import { parseName, type Role } from './names';
import { onFirstUse } from './onFirstUse';
import { Source } from './source';

const roles: ReadonlySet<Role | null> = new Set([
  'weights',
  'kernel',
  'biases',
  'activation',
  'input',
  'target',
  'loss',
  'reduction',
] as const);

/** A name that begins a line, perhaps after a word of its declaration, and a sign of assignment. */
const assignment = onFirstUse(
  () =>
    /^[ \t]*(?:(?:const|let|var|double|float|auto)[ \t]+)?([\p{L}][\p{L}\d_.]*)(?:\[\d*\])*[ \t]*(?:=(?!=)|<-|:=|:|←)/gmu,
);
/** A line that begins with a word begins something else, but for an argument of a constructor. */
const nextWord = onFirstUse(
  () => /\n[ \t]*(?!(?:dtype|device|nrow|ncol|byrow|requires_grad)\b)[\p{L}#%/@]/gu,
);

export interface NetworkAssignment {
  readonly name: string;
  readonly span: Span;
}

/** The assignments of a text, wherever in it they stand, whose names are those of a network's parts: `W1`, `b1`, `x`. */
export function networkAssignments(text: string): readonly NetworkAssignment[] {
  return Array.from(text.matchAll(assignment())).flatMap(({ 1: name = '', index }) => {
    if (!roles.has(parseName(name).role)) return [];
    nextWord().lastIndex = index;
    const end = nextWord().exec(text)?.index ?? text.length;
    const [item] = finish(new ItemReader(new Source(text), index, end, skipArray).read());
    return item === undefined || item.kind === 'object' || item.name === null
      ? []
      : [{ name: item.name.text, span: item.span }];
  });
}
