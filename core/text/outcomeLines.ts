import type { Span } from '../problem';
import { roundingOfSums } from './bareDistribution';
import type { ArrayItem, Name } from './items';
import { probabilityOf } from './keys';
import { parseName } from './names';
import { pushCell } from './notations/cells';
import type { Cell } from './notations/lines';
import type { Source } from './source';
import { spelledValue } from './spelling';

/** A longer text is no list of outcomes that someone wrote down. */
const longestText = 100_000;
const longestLine = 200;
const fewestOutcomes = 2;

const label = /(?:[-*•]\s+)?(?:"([^"]+)"|'([^']+)'|([^\s"':=,;|][^"':=,;|\t]*?))/.source;
const outcomeLine = new RegExp(`^\\s*${label}(\\s*[:=,;|\\t]\\s*|\\s+)([^\\s:=|]+?)[,;]?\\s*$`, 'u');
const headLine = /^\s*([PQ])\s*[:=]?\s*$/i;
const aside = /^\s*(?:#|\/\/|%|---\s*$)/;

interface Outcome {
  readonly name: Name;
  readonly number: Cell;
}

/** The outcomes of one distribution, and P or Q from the line above them. */
interface Block {
  readonly head: Name | null;
  readonly outcomes: Outcome[];
}

/**
 * A distribution as people note it down: a line for each outcome, with its name and its probability, `sun: 1/2`, `rain 0.3`.
 * Two of them are parted by an empty line or stand below P and Q. Null for every other text; unasked also where the
 * probabilities do not sum to one, as the settings of a program do not.
 */
export function readOutcomeLines(source: Source, span: Span, isAsked: boolean): readonly ArrayItem[] | null {
  const blocks = blocksIn(source.text, span, isAsked);
  if (
    blocks === null ||
    (!isAsked && !blocks.every(({ outcomes }) => areProbabilities(source.text, outcomes)))
  )
    return null;
  source.meant = true;
  return blocks.map(({ head, outcomes }): ArrayItem => {
    for (const { number } of outcomes)
      pushCell(source, number, { decimalComma: hasComma(source.text, number) });
    const [start, end] = [outcomes[0]?.name.span.offset ?? 0, outcomes.at(-1)?.number.end ?? 0];
    const whole = { offset: start, length: end - start };
    const array = source.store.take([outcomes.length], whole);
    return {
      kind: 'array',
      name: head,
      array,
      form: null,
      span: whole,
      labels: outcomes.map(({ name }) => name),
    };
  });
}

/** The lines around a place, up to the empty ones, where they are outcomes that sum to one; null where they are not. */
export function outcomeLinesAround(text: string, place: number): Span | null {
  const start =
    startOfParagraph(text.slice(Math.max(0, place - longestText), place)) + Math.max(0, place - longestText);
  const after = /\n[ \t\r]*(?:\n|$)/.exec(text.slice(place, place + longestText));
  const span = { offset: start, length: place + (after?.index ?? text.length - place) - start };
  const blocks = blocksIn(text, span, false);
  return blocks?.every(({ outcomes }) => areProbabilities(text, outcomes)) === true ? span : null;
}

/** Where the last paragraph of a text begins. */
function startOfParagraph(text: string): number {
  const [last] = [...text.matchAll(/\n[ \t\r]*\n/g)].slice(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

function blocksIn(text: string, { offset, length }: Span, isAsked: boolean): readonly Block[] | null {
  if (length > longestText) return null;
  const blocks: Block[] = [];
  let open = null as Block | null;
  for (let at = offset; at < offset + length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? offset + length : Math.min(found, offset + length);
    if (end - at > longestLine) return null;
    const line = text.slice(at, end);
    const head = headLine.exec(line);
    if (line.trim() === '') open = open !== null && open.outcomes.length === 0 ? open : null;
    else if (head !== null) {
      open = { head: nameAt(text, at + line.indexOf(head[1] ?? ''), head[1] ?? ''), outcomes: [] };
      blocks.push(open);
    } else if (!aside.test(line)) {
      const outcome = outcomeOf(text, at, line, isAsked);
      if (outcome === null) return null;
      if (open === null) {
        open = { head: null, outcomes: [] };
        blocks.push(open);
      }
      open.outcomes.push(outcome);
    }
    at = end + 1;
  }
  const isWhole = blocks.length > 0 && blocks.length <= 2 && blocks.every(isDistribution);
  return isWhole ? blocks : null;
}

function nameAt(text: string, offset: number, written: string): Name {
  return { text: text.slice(offset, offset + written.length), span: { offset, length: written.length } };
}

/** Unasked, an equals sign makes a variable of any program, and a number before a comma or a blank is one of a table. */
function outcomeOf(text: string, start: number, line: string, isAsked: boolean): Outcome | null {
  const match = outcomeLine.exec(line);
  if (match === null) return null;
  const [whole, double, single, bare = '', separator = '', written = ''] = match;
  const name = double ?? single ?? bare;
  const numberStart = start + whole.lastIndexOf(written);
  const number = { start: numberStart, end: numberStart + written.length };
  const sign = separator.trim();
  const lastWord = /\S*$/.exec(bare)?.[0] ?? '';
  const isNumbered = lastWord !== '' && spelledValue(sign === '' ? lastWord : bare) !== null;
  if (isNumbered && sign !== ':') return null;
  if (sign === '=' && (!isAsked || parseName(name).role !== null || probabilityOf(name) !== null))
    return null;
  if (numberIn(text, number) === null) return null;
  return { name: nameAt(text, start + whole.indexOf(name), name), number };
}

function isDistribution({ outcomes }: Block): boolean {
  const names = new Set(outcomes.map(({ name }) => name.text));
  return outcomes.length >= fewestOutcomes && names.size === outcomes.length;
}

/** Whether numbers sum to one and their names are not all of a network, as `w: 0.5`, `b: 0.2` and `x: 0.3` are. */
function areProbabilities(text: string, outcomes: readonly Outcome[]): boolean {
  if (outcomes.every(({ name }) => parseName(name.text).role !== null)) return false;
  const values = outcomes.map(({ number }) => numberIn(text, number) ?? Number.NaN);
  const sum = values.reduce((total, value) => total + value, 0);
  return values.every((value) => value >= 0) && Math.abs(sum - 1) <= roundingOfSums;
}

function numberIn(text: string, { start, end }: Cell): number | null {
  return spelledValue(text.slice(start, end).replace(/^(\d+),(\d+)$/, '$1.$2'));
}

function hasComma(text: string, { start, end }: Cell): boolean {
  return text.slice(start, end).includes(',');
}
