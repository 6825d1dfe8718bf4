import type { Span } from '../problem';
import { finish, type Steps } from '../steps';
import { readActivationText } from './activationText';
import { readArray } from './arrayItem';
import { readBareArithmetic } from './bareArithmetic';
import { bareList, type DistributionCall, distributionCall } from './distributionCall';
import type { FamilyReading } from './family';
import { readFamilyText } from './familyText';
import { fail, finishActivation, finishContinuous, interpret } from './interpret';
import { ItemReader } from './itemReader';
import type { Item } from './items';
import { type MeasureCall, measureCalls, withoutCalls } from './measureCall';
import { readOutcomeLines } from './outcomeLines';
import type { NamedChoice, ReadAs, Reading, ReadOptions } from './reading';
import { choicesIn } from './settled';
import { Source } from './source';
import { plainText } from './terminalCodes';

export { valueAround } from './valueAround';

/** Texts beyond this are not read: a screen shows no use of their numbers, and a file has better forms. */
const mostUnits = 256 * 1024 * 1024;

/**
 * A text of more separate arrays and numbers, other than the rows of one matrix, is a program or a log as a whole: no
 * network, distribution or list of matrices has so many, and of each of them there is more to keep than of its numbers.
 */
const mostSeparate = 20_000;

/**
 * Reads numbers from text. Spans in the result count from the start of `text`, also where
 * `options.within` names a part. A generator that yields at least every 10 ms, so that the one
 * who drives it can cancel; `read` drives it to its end.
 */
export function* readSteps(text: string, options: ReadOptions = {}): Steps<Reading> {
  const coloured = yield* plainText(text);
  if (coloured === null) return yield* readPlainSteps(text, options);
  const within = options.within?.map(({ offset, length }) => {
    const start = coloured.into(offset);
    return { offset: start, length: coloured.into(offset + length) - start };
  });
  const reading = yield* readPlainSteps(coloured.plain, {
    ...options,
    ...(within === undefined ? {} : { within }),
  });
  return yield* coloured.restored(reading, text);
}

function* readPlainSteps(text: string, options: ReadOptions): Steps<Reading> {
  const selections = options.within?.length ? options.within : [{ offset: 0, length: text.length }];
  const span = spanOf(selections);
  const size = sizeOf(selections);
  const { scanner, memory } = options;
  const settled = { ...choicesIn(text, span), ...options.choices };
  const runs = scanner !== undefined && size >= scanner.least ? scanner : null;
  const recall = memory?.recall(text, settled) ?? null;
  const reading = yield* sourceSteps(
    new Source(text, settled, runs, recall),
    selections,
    options.as ?? 'auto',
  );
  recall?.finish();
  return reading;
}

export function read(text: string, options?: ReadOptions): Reading {
  return finish(readSteps(text, options));
}

function* sourceSteps(source: Source, selections: readonly Span[], asked: ReadAs): Steps<Reading> {
  const { text } = source;
  const span = spanOf(selections);
  const size = sizeOf(selections);
  const [only] = selections;
  const named =
    asked === 'auto' && selections.length === 1 && only !== undefined ? readActivationText(text, only) : null;
  if (named?.isMeant === true) return activationOf(source, named.choice, span);
  if (asked === 'auto' || asked === 'distribution') {
    const families = readFamilyText(text, selections);
    if (families !== null && (families.meant || asked === 'distribution')) {
      return familiesOf(source, families, asked);
    }
    const [first, second] = selections;
    const call = first === undefined || second !== undefined ? null : distributionCall(text, first);
    if (call !== null && (call.meant || asked === 'distribution')) return yield* callSteps(source, call);
  }
  if (named !== null) return activationOf(source, named.choice, span);
  if (only !== undefined && selections.length === 1 && (asked === 'auto' || asked === 'distribution')) {
    const outcomes = readOutcomeLines(source, only, asked === 'distribution');
    if (outcomes !== null) {
      return yield* interpret({ source, items: outcomes, selections: 1, as: 'distribution', span });
    }
  }
  const items: Item[] = [];
  const calls: MeasureCall[] = [];
  const arithmetic = only !== undefined && selections.length === 1 ? readBareArithmetic(source, only) : null;
  if (arithmetic !== null) items.push(arithmetic);
  else if (size > mostUnits) {
    source.report('too-large', span.offset, span.offset, { what: 'text', size, limit: mostUnits });
  } else if (selections.every(({ offset, length }) => text.slice(offset, offset + length).trim() === '')) {
    const end = span.offset + span.length;
    source.report('empty', end, end, { what: 'text' });
  } else {
    for (const selection of selections) {
      const inside = asked === 'auto' || asked === 'distribution' ? measureCalls(text, selection) : [];
      calls.push(...inside);
      for (const { offset, length } of withoutCalls(selection, inside)) {
        const found = yield* itemsIn(source, offset, offset + length);
        for (const item of found) items.push(item);
      }
    }
  }
  const findings = { source, items, selections: selections.length, as: asked, span, calls };
  return items.length === 0 ? fail(findings, 'plain') : yield* interpret(findings);
}

/** The numbers of a call as if each part of it had been selected. */
function* callSteps(source: Source, call: DistributionCall): Steps<Reading> {
  const { parts, base, span } = call;
  source.meant = true;
  const items: Item[] = [];
  for (const part of parts) {
    const list = bareList(source, part);
    if (list !== null) items.push(list);
    else items.push(...(yield* itemsIn(source, part.offset, part.offset + part.length)));
  }
  const findings = { source, items, selections: parts.length, as: 'distribution', span } as const;
  const reading = yield* interpret(findings);
  if (reading.kind !== 'distribution') return { ...reading, span };
  const choices = reading.choices.filter(({ rule }) => rule !== 'two-selections');
  return { ...reading, span, base: base ?? reading.base, choices };
}

function itemsIn(source: Source, start: number, limit: number): Steps<readonly Item[]> {
  return new ItemReader(source, start, limit, readArray, mostSeparate).read();
}

function familiesOf(source: Source, families: FamilyReading, as: ReadAs): Reading {
  const { p, q, base = Math.E, problems, span, meant } = families;
  source.problems.push(...problems);
  source.meant = meant;
  const findings = { source, items: [], selections: 1, as, span };
  return p === null ? fail(findings, 'families') : finishContinuous(findings, 'families', { p, q, base });
}

function activationOf(source: Source, choice: NamedChoice, span: Span): Reading {
  const findings = { source, items: [], selections: 1, as: 'auto', span } as const;
  return finishActivation(findings, 'activation', { choice });
}

function sizeOf(selections: readonly Span[]): number {
  return selections.reduce((sum, { length }) => sum + length, 0);
}

function spanOf(selections: readonly Span[]): Span {
  const offset = Math.min(...selections.map((selection) => selection.offset));
  const end = Math.max(...selections.map((selection) => selection.offset + selection.length));
  return { offset, length: end - offset };
}
