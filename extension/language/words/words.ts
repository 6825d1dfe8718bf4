import { en } from './en';
import { fr } from './fr';

export type Language = 'en' | 'fr';

/** The same shape with every text widened, so that another language can have its own. */
type Widened<Value> = Value extends string
  ? string
  : Value extends (...parameters: infer Parameters) => infer Answer
    ? (...parameters: Parameters) => Widened<Answer>
    : Value extends object
      ? { readonly [Key in keyof Value]: Widened<Value[Key]> }
      : Value;

/** One table a language, of this type: a key that is missing does not compile. */
export type Words = Widened<typeof en>;

const tables: Readonly<Record<Language, Words>> = { en, fr };

export function wordsOf(language: Language): Words {
  return tables[language];
}
