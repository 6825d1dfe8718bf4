import type { Steps } from '../../steps';
import type { Item } from '../items';
import type { Notation, ReadingChoice } from '../reading';
import type { SettledChoices } from '../settled';
import type { Source } from '../source';

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

/**
 * A notation with a form of its own, in which the readers of brackets and of plain lines would be
 * wrong. Numbers keep their places; faults are reported to the source, never thrown.
 */
export interface NotationReader {
  readonly name: Notation;
  /** Where it may begin: with a line, or wherever a value may, as after `W =`. */
  readonly begins: 'line' | 'value';
  /** Cheap: whether the text at `at` looks like it, told from a bounded stretch. */
  readonly recognise: (text: string, at: number, limit: number, settled: SettledChoices) => boolean;
  /** Null where, read on, the text turned out to be something else; nothing is reported then. */
  readonly read: (source: Source, at: number, limit: number) => Steps<Found | null>;
}
