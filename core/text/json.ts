import type { Span } from '../problem';
import type { Role } from './names';
import type { NumberArray } from './reading';

/** JSON as far as Nabla looks into it: arrays of numbers are one node, values nobody asked for are skipped. */
export type JsonValue =
  | JsonObject
  | { readonly type: 'list'; readonly items: readonly JsonValue[]; readonly span: Span }
  | { readonly type: 'numbers'; readonly array: NumberArray; readonly span: Span }
  | { readonly type: 'string'; readonly value: string; readonly span: Span }
  | { readonly type: 'other'; readonly span: Span };

export interface JsonMember {
  readonly key: string;
  readonly keySpan: Span;
  /** What the key stands for. */
  readonly role: Role | null;
  readonly value: JsonValue;
}

export interface JsonObject {
  readonly type: 'object';
  readonly members: readonly JsonMember[];
  /** Whether every value is one number, in quotes or without. */
  readonly hasScalars: boolean;
  readonly span: Span;
}
