import type { Span } from '../problem';
import type { ArrayForm } from './arrayForm';
import type { JsonObject } from './json';
import type { NamedChoice, NumberArray } from './reading';

export interface Name {
  readonly text: string;
  readonly span: Span;
}

/** What stands in a text, in order, before anyone asks what it means. */
export type Item =
  | {
      readonly kind: 'array';
      readonly name: Name | null;
      readonly array: NumberArray;
      /** Null for numbers without brackets. */
      readonly form: ArrayForm | null;
      readonly span: Span;
      /** What the text calls each of its numbers, as a dictionary does; often left out. */
      readonly labels?: readonly Name[];
      /** Of a table with a header: what that calls its columns. */
      readonly columns?: readonly Name[];
    }
  | { readonly kind: 'choice'; readonly name: Name; readonly choice: NamedChoice; readonly span: Span }
  | { readonly kind: 'object'; readonly object: JsonObject; readonly span: Span };

export type ArrayItem = Extract<Item, { kind: 'array' }>;
export type ChoiceItem = Extract<Item, { kind: 'choice' }>;
