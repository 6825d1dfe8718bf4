import { writeSync } from 'node:fs';
import type { Problem } from '../../core/problem';
import type { Study } from '../../core/study';
import { spanOfChoice } from '../language/choicesResult';
import { positionsIn } from '../language/evaluation';
import { sentence } from '../language/problemWords';
import type { Words } from '../language/words/words';

/** `FILE:LINE:COLUMN severity code message`, a line a problem, lines and columns from 1. */
export function problemLines(study: Study, file: string, words: Words): readonly string[] {
  const positions = positionsIn(study.reading.text);
  return study.problems.map((problem: Problem) => {
    const { line, character } = positions.positionAt(problem.span.offset);
    const place = `${file}:${line + 1}:${character + 1}`;
    return `${place} ${problem.severity} ${problem.code} ${sentence(problem, words)}`;
  });
}

/** How the text was read where it leaves room for more than one way, a line a choice, in the form of the problems. */
export function choiceLines({ reading }: Study, file: string, words: Words): readonly string[] {
  const positions = positionsIn(reading.text);
  return reading.choices.map((choice) => {
    const { line, character } = positions.positionAt(spanOfChoice(choice, reading).offset);
    return `${file}:${line + 1}:${character + 1} note ${choice.rule} ${words.reading.choice(choice)}`;
  });
}

/** So much text is written at once. */
const piece = 1_000_000;

/** Writes pieces of a text together, each before the next is asked for. False where the reader is gone. */
export function writeAll(descriptor: 1 | 2, pieces: Iterable<string>): boolean {
  let gathered: string[] = [];
  let length = 0;
  for (const one of pieces) {
    gathered.push(one);
    length += one.length;
    if (length < piece) continue;
    if (!write(descriptor, gathered.join(''))) return false;
    gathered = [];
    length = 0;
  }
  return write(descriptor, gathered.join(''));
}

/**
 * Writes all of it before it returns, so that the process may exit. False where the reader is gone:
 * `nabla eval … | head` is no failure of ours.
 */
export function write(descriptor: 1 | 2, text: string): boolean {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (reason) {
      const code = reason instanceof Error && 'code' in reason ? reason.code : undefined;
      if (code === 'EPIPE') return false;
      // A pipe that is not blocking and full: its reader needs time.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      else throw reason;
    }
  }
  return true;
}
