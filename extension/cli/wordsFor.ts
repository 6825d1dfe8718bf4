import { type Language, type Words, wordsOf } from '../language/words/words';

/** The words of a language; those of another than English are a file beside this one, loaded where they are wanted. */
export function wordsFor(language: Language): Words {
  // This module is built into a part, in a folder beside the words: see `build/parts.mjs`. Not `require`, which is one
  // for all parts there.
  if (language !== 'en') module.require('../words.fr.js');
  return wordsOf(language);
}
