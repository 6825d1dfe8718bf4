import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Language, type Words, wordsOf } from '../language/words/words';

/** The words of a language; those of another than English are a file beside the program, loaded where they are wanted. */
export function wordsFor(language: Language): Words {
  // Not `require`: in a bundle in parts that is one for all of them, and looks beside the part that it is in.
  if (language !== 'en') createRequire(realpathSync(process.argv[1] ?? __filename))('./words.fr.js');
  return wordsOf(language);
}
