import type { Span } from '../../core/problem';
import type { Study } from '../../core/study';
import type { Reading, ReadingChoice } from '../../core/text/reading';
import type { ResultChoice } from '../protocol/result';
import { toWire } from '../protocol/wire';
import { positionsIn } from './evaluation';
import type { Words } from './words/words';

/** Where a choice was made: at the first number that was left out, else for all that was read. */
export function spanOfChoice(choice: ReadingChoice, reading: Reading): Span {
  return choice.rule === 'left-out' ? choice.span : reading.span;
}

/** How the text was read where it leaves room for more than one way; nothing where it leaves none. */
export function choicesResult(
  { reading }: Study,
  words: Words,
): { readonly choices?: readonly ResultChoice[] } {
  if (reading.choices.length === 0) return {};
  const positions = positionsIn(reading.text);
  const choices = reading.choices.map((choice): ResultChoice => {
    const { offset, length } = spanOfChoice(choice, reading);
    const { line, character } = positions.positionAt(offset);
    const data = Object.entries(choice).filter(([key]) => key !== 'rule' && key !== 'span');
    return {
      rule: choice.rule,
      message: words.reading.choice(choice),
      offset,
      length,
      line: line + 1,
      column: character + 1,
      ...(data.length === 0
        ? {}
        : {
            data: Object.fromEntries(
              data.map(([key, value]) => [key, typeof value === 'number' ? toWire(value) : value]),
            ),
          }),
    };
  });
  return { choices };
}
