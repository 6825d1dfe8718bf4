import type { Kernels } from '../../../core/kernels/kernels';
import type { RunScanner } from '../../../core/text/scanner/runScanner';
import type { Language } from '../../language/words/words';

/** What differs between a Node process and a Web Worker. */
export interface Platform {
  /** The fastest that this host runs. */
  readonly kernels: Kernels;
  /** For long texts; it is made when the first of them is read. */
  readonly scanner: RunScanner;
  /** A turn of the event loop, in which waiting messages are taken: a cancellation among them. */
  turn(): Promise<void>;
  /** Is told once, before anything is loaded, in which folder the client says the scripts are. */
  findScripts(scriptsUri: string | undefined): void;
  /** Must load the words of that language, so that `wordsOf` has them. */
  loadWords(language: Exclude<Language, 'en'>): void;
}
