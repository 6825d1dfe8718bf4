import type { NotationName } from '../../core/derivation/notations';
import type { Topic } from '../../extension/protocol/details';
import type { PanelMemory } from '../../extension/protocol/panel';
import type { Selection } from './selection';

/** What a person can do in the panel. */
export interface Actions {
  /** Looks at a piece of the network, and shows where it stands in the text. */
  select(selection: Selection | null): void;
  chooseSample(sample: number): void;
  chooseNotation(notation: NotationName): void;
  toggle(layer: keyof PanelMemory['layers']): void;
  reveal(start: number, end: number): void;
  /** Opens or closes a section below the study. */
  toggleSection(topic: Topic): void;
  setFollow(follow: boolean): void;
  setPinned(pinned: boolean): void;
  copy(text: string): void;
  copyResult(): void;
  /** Writes one step of the text's optimizer to the text. */
  applyDescentStep(): void;
  tryExample(text: string): void;
  openExample(): void;
}
