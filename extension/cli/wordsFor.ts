import { type Language, type Words, wordsOf } from '../language/words/words';

/** The words of a language; those of another than English are a file beside this one, loaded where they are wanted. */
export function wordsFor(language: Language): Words {
  // Not `require`: of a bundle in parts that is one for all of them, and looks beside the part that it is in.
  if (language !== 'en') module.require('./words.fr.js');
  return wordsOf(language);
}
