import { createContext } from 'preact';
import type { DetailAnswer, DetailQuestion } from '../../extension/protocol/details';

/** How views ask the host for what the snapshot of a study does not hold. */
export interface AskingContext {
  /** Rejects where the signal aborts. */
  detail(question: DetailQuestion, signal: AbortSignal): Promise<DetailAnswer | null>;
  /** For what should not happen. */
  failed(reason: unknown): void;
}

export const Asking = createContext<AskingContext>({
  detail: () => Promise.reject(new Error('Nobody is there to answer.')),
  failed: () => undefined,
});
