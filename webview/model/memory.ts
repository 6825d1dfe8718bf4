import type { PanelMemory } from '../../extension/protocol/panel';

/** Where the panel keeps what it remembers across hide, move and reload. */
export interface MemoryPort {
  load(): PanelMemory | null;
  save(memory: PanelMemory): void;
}

export const freshMemory: PanelMemory = {
  version: 1,
  uri: null,
  span: null,
  as: 'auto',
  selected: null,
  sample: 0,
  layers: { weights: true, values: true, gradients: false, factors: true },
  sections: [],
  notation: null,
  follow: true,
  pinned: false,
};

/** What was kept, where it has the form of this version; else a fresh one. */
export function restoreMemory(kept: unknown): PanelMemory {
  if (typeof kept !== 'object' || kept === null || !('version' in kept) || kept.version !== 1) {
    return freshMemory;
  }
  return { ...freshMemory, ...kept, version: 1 };
}
