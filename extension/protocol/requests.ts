import type { NotationName } from '../../core/derivation/notations';
import type { KinkRule } from '../../core/network/kinkRule';
import type { Span } from '../../core/problem';
import type { ReadAs } from '../../core/text/reading';
import type { SettledChoices } from '../../core/text/settled';
import type { Action } from './actions';
import type { DetailAnswer, DetailQuestion } from './details';
import type { Result } from './result';
import type { StudyView } from './studyView';

/** Requests between the client and the language server beyond the language-server protocol. */
export const Requests = {
  evaluate: 'nabla/evaluate',
} as const;

export const Notifications = {
  /** Client to server: a slice of a text that is too large for one message. */
  textSlice: 'nabla/textSlice',
  /** Client to server: a large document, its slices having been sent, is open. In place of `didOpen`. */
  openSliced: 'nabla/openSliced',
} as const;

/** Texts over this many UTF-16 units travel in slices. */
export const sliceThreshold = 1_000_000;
/** A slice's length at most. */
export const sliceLength = 256_000;

export interface TextSliceParams {
  /** Names the text; the client makes it unique while it lives. */
  readonly textId: string;
  readonly index: number;
  readonly last: boolean;
  readonly text: string;
}

export interface OpenSlicedParams {
  readonly textId: string;
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
}

/** Where the server takes the text from. */
export type TextSource =
  /** Sent along. */
  | { readonly from: 'message'; readonly text: string }
  /** Sent before in slices. The server forgets it after this request. */
  | { readonly from: 'slices'; readonly textId: string }
  /** The server's own copy of an open document (`*.nabla.json`). */
  | { readonly from: 'document' };

export type ThemeKind = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

export interface HoverParts {
  readonly values: boolean;
  readonly gradients: boolean;
  readonly picture: boolean;
}

/** Text around a selection, of the document that it stands in. */
export interface Surroundings {
  readonly text: string;
  /** Where it begins in the document. */
  readonly offset: number;
}

export interface EvaluateParams {
  readonly uri: string;
  /** The document's version; part of the cache key. */
  readonly version: number;
  readonly source: TextSource;
  /** Where the text begins in its document. 0 for `document`. */
  readonly offset: number;
  /** The line, from 0, on which the text begins in its document; 0 where it is left out. */
  readonly line?: number;
  /** Selections in offsets of the document; two are P and Q. Empty: the value around `position`, else all. */
  readonly selections: readonly Span[];
  /** The cursor, in offsets of the document. */
  readonly position?: number;
  readonly as: ReadAs;
  /** How long the selection is of which the text is the beginning: its first rows are read, for a hover. */
  readonly headOf?: number;
  /** What stands around the selection, as far as it may bear on it: a comment above, assignments that go with it. */
  readonly surroundings?: Surroundings;
  /** What is settled where the text can be read in more than one way; left out, the likelier is taken. */
  readonly choices?: SettledChoices;
  /** The derivative at a kink. */
  readonly kinks: KinkRule;
  /** With `position` and no selection: answer only where the position is inside a value (a hover). */
  readonly onlyAround?: boolean;
  /** Parts of the answer that are wanted. */
  readonly hover?: {
    readonly theme: ThemeKind;
    readonly parts: HoverParts;
    /** Of equations; the sheet's where it is left out. */
    readonly notation?: NotationName;
  };
  readonly view?: boolean;
  readonly result?: boolean;
  /** What could be done with the selection: repairs and other ways to write it. */
  readonly actions?: boolean;
  /** How the text was read, in a few words. */
  readonly reading?: boolean;
  /** A question on the study, beyond its snapshot. */
  readonly detail?: DetailQuestion;
  /** Significant digits of computed numbers on every surface. */
  readonly digits: number;
  /** Numbers for people have a comma for their decimal mark. Results never do. */
  readonly decimalComma?: boolean;
  readonly language: 'en' | 'fr';
}

/** How a text was read, for a status bar. */
export interface ReadingLabel {
  /** What it is: `2 × 3 matrix`. */
  readonly label: string;
  /** In which notation, and which choices were made: sentences in the person's language. */
  readonly notation: string;
  readonly choices: readonly string[];
}

export interface EvaluateAnswer {
  /** What was evaluated, in offsets of the document. */
  readonly span: Span;
  /** Markdown with the HTML that a VS Code hover renders; null where the hover has nothing to say. */
  readonly hover?: string | null;
  readonly view?: StudyView;
  readonly result?: Result;
  readonly actions?: readonly Action[];
  /** Null where nothing was read. */
  readonly reading?: ReadingLabel | null;
  /** Null where the study has nothing of that topic. */
  readonly detail?: DetailAnswer | null;
}

/** Null: there was no value around the position, or the text is none that Nabla reads and nobody asked. */
export type EvaluateResponse = EvaluateAnswer | null;

export interface InitializationOptions {
  readonly language: 'en' | 'fr';
  /** The folder of the server's script, for one that cannot look beside itself. */
  readonly scriptsUri?: string;
}

/** The part of the client's settings that the server's own answers depend on; sent as `workspace/didChangeConfiguration`. */
export interface ServerSettings {
  readonly nabla?: {
    readonly kinks?: unknown;
    readonly decimalComma?: unknown;
    readonly digits?: unknown;
    readonly codeLens?: { readonly enabled?: unknown };
    readonly inlayHints?: {
      readonly shapes?: unknown;
      readonly divergence?: unknown;
      readonly neurons?: unknown;
      readonly gradients?: unknown;
    };
  };
}
