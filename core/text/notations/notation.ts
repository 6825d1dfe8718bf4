import type { Steps } from '../../steps';
import type { Item } from '../items';
import type { Notation, ReadingChoice } from '../reading';
import type { SettledChoices } from '../settled';
import type { Source } from '../source';
import type { Line } from './line';

/** What one notation's reader made of a stretch of text. */
export interface Found {
  readonly items: readonly Item[];
  /** The rules that it applied where others would have been possible. */
  readonly choices: readonly ReadingChoice[];
  /** Where it stopped. */
  readonly end: number;
  /** Where the reader knows more than one notation. */
  readonly notation?: Notation;
}

/** What a line must have for a reader to look at it, each a union of signs (`line.ts`); what is left out may be anything. */
export interface LineNeeds {
  /** Its first sign is one of these. */
  readonly begins?: number;
  /** Its last sign is one of these. */
  readonly ends?: number;
  /** One of these is in it. */
  readonly has?: number;
  /** None of these is in it. */
  readonly lacks?: number;
}

/**
 * A notation with a form of its own, in which the readers of brackets and of plain lines would be
 * wrong. Numbers keep their places; faults are reported to the source, never thrown. This one begins with
 * a line.
 */
export interface LineReader {
  readonly name: Notation;
  readonly begins: 'line';
  /** Any one of these is enough to look closer. Every line is asked, so that most readers must pass by most lines. */
  readonly needs: readonly LineNeeds[];
  /** Cheap: whether the line looks like the first of it, told from it and a bounded number of lines below. */
  readonly recognise: (line: Line, settled: SettledChoices) => boolean;
  /** Null where, read on, the text turned out to be something else; nothing is reported then. */
  readonly read: (source: Source, line: Line) => Steps<Found | null>;
}

/** What a value may open with: `name(`, `name[`, `name <` or `<`, `\name`, `{`, `[`, a digit, a sign or a point. */
export type Opening = 'call' | 'index' | 'angle' | 'command' | 'brace' | 'bracket' | 'number';

/** The letters that what is called may begin with: its whole name, or what stands behind its last dot. */
export interface CallNeeds {
  readonly name?: string;
  readonly member?: string;
}

/** A notation that begins wherever a value may, as after `W =`. */
export interface ValueReader {
  readonly name: Notation;
  readonly begins: 'value';
  readonly opens: readonly Opening[];
  /** Of those that open with a call: which calls they look at closer. */
  readonly calls?: CallNeeds;
  /** Cheap: whether the text at `at` looks like it, told from a bounded stretch. */
  readonly recognise: (text: string, at: number, limit: number) => boolean;
  readonly read: (source: Source, at: number, limit: number) => Steps<Found | null>;
}
