import { en } from './en';
import type { panel } from './en/panel';
import { french } from './french';

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

/** What the panel alone says: in a table of its own, so that the server does not begin with it. */
export type PanelWords = Widened<typeof panel>;

/** English where the French table is not there: see `frenchApart.ts`. */
export function wordsOf(language: Language): Words {
  return language === 'fr' ? (french() ?? en) : en;
}
