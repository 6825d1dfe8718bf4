import type { ReadAs } from '../../../core/text/reading';
import { ReadingMemory } from '../../../core/text/readingMemory';

/** Of so many documents the last reading is kept, which is a few times the size of the text. */
const most = 3;

/** What was read of documents before their last edit, so that the next reading reads only what changed. */
export interface ReadingMemories {
  of(uri: string, as: ReadAs): ReadingMemory;
  forget(uri: string): void;
}

export function createReadingMemories(): ReadingMemories {
  /** In the order of their last use. */
  const kept = new Map<string, { readonly uri: string; readonly memory: ReadingMemory }>();
  return {
    of(uri, as) {
      const name = `${as} ${uri}`;
      const entry = kept.get(name) ?? { uri, memory: new ReadingMemory() };
      kept.delete(name);
      kept.set(name, entry);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return entry.memory;
    },
    forget(uri) {
      for (const [name, entry] of kept) if (entry.uri === uri) kept.delete(name);
    },
  };
}
