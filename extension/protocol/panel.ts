import type { NotationName } from '../../core/derivation/notations';
import type { ReadAs } from '../../core/text/reading';
import type { DetailAnswer, DetailQuestion } from './details';
import type { StudyView } from './studyView';

/**
 * The contract between the extension (host) and the webview (panel). Both sides are peers of one
 * typed RPC: a call answers or rejects, never stays silent. `rpc.ts` carries it.
 */

/** Where the shown study comes from. */
export interface PanelSource {
  readonly uri: string;
  /** The document's name without its folders. */
  readonly name: string;
  /** Of a notebook: which of its cells, from 1. */
  readonly cell?: number;
  readonly version: number;
}

/**
 * A whole snapshot, never a delta: messages to a hidden webview are dropped in silence, so the
 * next snapshot must make up for every one that was lost.
 */
export interface PanelState {
  readonly surface: 'editor' | 'side';
  /** Null: nothing was evaluated yet. The panel shows what to do. */
  readonly study: StudyView | null;
  readonly source: PanelSource | null;
  /** What was asked for; the webview's memory keeps it, so that a reload asks for the same. */
  readonly as: ReadAs;
  /** True while the text has changed since and no newer study is there yet. */
  readonly stale: boolean;
  /** The last study without an error, where `study` is one with: shown small and quiet beside the message. */
  readonly lastGood: StudyView | null;
  /** The number in the text at the cursor, as its start offset in the document; null where there is none. */
  readonly cursor: number | null;
  /** How often gradients were asked for: when it grows, the panel draws them on the edges. */
  readonly gradientsAsked: number;
  readonly follow: boolean;
  readonly pinned: boolean;
  readonly digits: number;
  /** Numbers have a comma for their decimal mark. */
  readonly decimalComma: boolean;
  /** Of the setting; the panel may be switched to another. */
  readonly notation: NotationName;
  readonly language: 'en' | 'fr';
  readonly platform: 'mac' | 'other';
}

/** What the host offers to the panel. */
export interface HostApi {
  /** Must be called once, when the panel can draw. Answers the state to begin with. */
  ready(): Promise<PanelState>;
  /** Selects that stretch of the shown document and reveals it, without taking focus from the panel. */
  reveal(start: number, end: number): Promise<void>;
  setFollow(follow: boolean): Promise<void>;
  setPinned(pinned: boolean): Promise<void>;
  /** Answers a question on the shown study; null where it has nothing of that topic, or is shown no more. */
  detail(question: DetailQuestion): Promise<DetailAnswer | null>;
  copy(text: string): Promise<void>;
  /** Copies the shown study's main result, as the command `nabla.copyResult` does. */
  copyResult(): Promise<void>;
  /** Writes one step of the optimizer to the text, as the command `nabla.applyDescentStep` does. */
  applyDescentStep(): Promise<void>;
  /** Opens an untitled document with that text and evaluates it. */
  tryExample(text: string): Promise<void>;
  openExample(): Promise<void>;
  /** An unexpected failure in the panel, for the log. */
  reportError(message: string): Promise<void>;
}

/** What the panel offers to the host. */
export interface PanelApi {
  /** Must replace everything shown by this state, keeping where the person looks. */
  setState(state: PanelState): Promise<void>;
  /** Must light the number that stands at that offset, or none. */
  setCursor(start: number | null): Promise<void>;
}

/** Kept by the webview across hide, move and reload: where the person looks, never numbers. */
export interface PanelMemory {
  readonly version: 1;
  readonly uri: string | null;
  /** Start and end of the evaluated text, to ask for it again after a reload. */
  readonly span: { readonly offset: number; readonly length: number } | null;
  readonly as: ReadAs;
  /** Start offset of the selected number. */
  readonly selected: number | null;
  readonly sample: number;
  readonly layers: {
    readonly weights: boolean;
    readonly values: boolean;
    readonly gradients: boolean;
    readonly factors: boolean;
  };
  /** The sections that are open, by their topics. */
  readonly sections: readonly string[];
  /** What the panel was switched to; null follows the setting. */
  readonly notation: NotationName | null;
  readonly follow: boolean;
  readonly pinned: boolean;
}
