import type { KinkRule } from '../../../core/network/kinkRule';
import type { Span } from '../../../core/problem';
import { evaluateSteps, type Study } from '../../../core/study';
import { readSteps } from '../../../core/text';
import type { ReadAs } from '../../../core/text/reading';
import type { SettledChoices } from '../../../core/text/settled';
import { drive } from './drive';
import type { Platform } from './platform';

const mostStudies = 8;
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

export function createStudies(platform: Platform): Studies {
  /** In the order of their last use. */
  const kept = new Map<string, { readonly uri: string; readonly text: string; readonly study: Study }>();

  function keep(name: string, entry: { uri: string; text: string; study: Study }): void {
    kept.delete(name);
    kept.set(name, entry);
    const size = () => [...kept.values()].reduce((sum, { text }) => sum + text.length, 0);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostStudies && size() <= mostText) return;
      kept.delete(oldest);
    }
  }

  return {
    async get({ uri, version, text, within, as, kinks, choices = {} }, isCancelled) {
      const name = JSON.stringify([uri, version, as, kinks, within, choices]);
      const known = kept.get(name);
      // Texts of no document can share a name, so that the name alone does not decide.
      if (known !== undefined && known.text === text) {
        keep(name, known);
        return known.study;
      }
      const reading = await drive(
        readSteps(text, within.length === 0 ? { as, choices } : { as, choices, within }),
        platform,
        isCancelled,
      );
      const study = await drive(
        evaluateSteps(reading, { kinks, kernels: platform.kernels }),
        platform,
        isCancelled,
      );
      keep(name, { uri, text, study });
      return study;
    },
    forget(uri) {
      for (const [name, entry] of kept) if (entry.uri === uri) kept.delete(name);
    },
  };
}
