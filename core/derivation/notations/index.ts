import { matrix } from './matrix';
import { type NotationName, notationNames } from './names';
import type { Notation } from './notation';
import { pytorch } from './pytorch';
import { sheet } from './sheet';
import { textbook } from './textbook';

/** Every notation that equations are written in. A new one is a file beside this one and a line here. */
export const notations: Readonly<Record<NotationName, Notation>> = { sheet, textbook, pytorch, matrix };

/** The notation of a name from outside; the sheet's for a name that is none. */
export function notationOf(name: unknown): Notation {
  return notations[notationNames.find((known) => known === name) ?? 'sheet'];
}

export { type NotationName, notationNames } from './names';
export type { Notation, NotationContext } from './notation';
