import type { KinkRule } from '../../../core/network/kinkRule';
import type { Span } from '../../../core/problem';
import type { Study } from '../../../core/study';
import { readSteps } from '../../../core/text';
import type { ReadAs } from '../../../core/text/reading';
import type { SettledChoices } from '../../../core/text/settled';
import { stepsInParts } from '../../language/evaluateInParts';
import { Cancelled, drive } from './drive';
import type { Platform } from './platform';
import { createReadingMemories } from './readingMemories';

/** A document with several blocks has a study a block. */
const mostStudies = 32;
/** Of all texts that are kept together, in UTF-16 units. A study is a few times the size of its text. */
const mostText = 32_000_000;

export interface StudyKey {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** The parts to read, from the start of the text; none is all of it. */
  readonly within: readonly Span[];
  readonly as: ReadAs;
  readonly kinks: KinkRule;
  readonly choices?: SettledChoices;
}

/** Evaluates texts in slices and keeps the studies that were wanted last. */
export interface Studies {
  /** Rejects with `Cancelled`. */
  get(key: StudyKey, isCancelled: () => boolean): Promise<Study>;
  /** Forgets what was kept of a document. */
  forget(uri: string): void;
}

interface Running {
  readonly text: string;
  /** Of those who wait for it, whether they still do; it goes on while one of them does. */
  readonly waiting: (() => boolean)[];
  readonly study: Promise<Study>;
}

interface Kept {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly study: Study;
}

export function createStudies(platform: Platform): Studies {
  /** Evaluations on their way: what several features ask at once is computed once. */
  const running = new Map<string, Running>();
  /** In the order of their last use. */
  const kept = new Map<string, Kept>();

  const memories = createReadingMemories();

  function keep(name: string, entry: Kept): void {
    // Nobody asks for what a document was.
    for (const [other, { uri, version }] of kept)
      if (other === name || (uri === entry.uri && version < entry.version)) kept.delete(other);
    kept.set(name, entry);
    const size = () => [...kept.values()].reduce((sum, { text }) => sum + text.length, 0);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostStudies && size() <= mostText) return;
      kept.delete(oldest);
    }
  }

  return {
    async get(key, isCancelled) {
      const { uri, version, text, within, as, kinks, choices = {} } = key;
      const name = JSON.stringify([uri, version, as, kinks, within, choices]);
      const known = kept.get(name);
      // Texts of no document can share a name, so that the name alone does not decide.
      if (known !== undefined && known.text === text) {
        keep(name, known);
        return known.study;
      }
      const joined = running.get(name);
      if (joined !== undefined && joined.text === text) {
        joined.waiting.push(isCancelled);
        try {
          const study = await joined.study;
          if (!isCancelled()) return study;
        } catch (reason) {
          // It was given up just before somebody waited again.
          if (reason instanceof Cancelled && !isCancelled()) return this.get(key, isCancelled);
          throw reason;
        }
        throw new Cancelled();
      }
      const waiting = [isCancelled];
      const work = async () => {
        const nobodyWaits = () => waiting.every((gaveUp) => gaveUp());
        const { kernels, scanner } = platform;
        const options =
          within.length === 0
            ? { as, choices, scanner, memory: memories.of(uri, as) }
            : { as, choices, scanner, within };
        const reading = await drive(readSteps(text, options), platform, nobodyWaits);
        return drive(await stepsInParts(reading, { kinks, kernels }), platform, nobodyWaits);
      };
      const entry = { text, waiting, study: work() };
      running.set(name, entry);
      try {
        const study = await entry.study;
        keep(name, { uri, version, text, study });
        if (isCancelled()) throw new Cancelled();
        return study;
      } finally {
        if (running.get(name) === entry) running.delete(name);
      }
    },
    forget(uri) {
      for (const [name, entry] of kept) if (entry.uri === uri) kept.delete(name);
      memories.forget(uri);
    },
  };
}
