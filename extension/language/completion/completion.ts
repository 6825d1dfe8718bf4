import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../../core/problem';
import { rangeOf } from '../feature';
import type { Words } from '../words/words';
import { type Candidate, candidatesAt } from './candidates';
import { placeAt } from './place';

/** Kinds of the protocol, whose enum would bring its code along. */
const kinds: Readonly<Record<Candidate['kind'], CompletionItemKind>> = { name: 3, key: 10, word: 12 };

/**
 * Names and keys with their formulas at an offset of a value. A `*.nabla.json` has a schema, which the
 * editor completes from: there, only what the schema does not know is offered.
 */
export function completionsAt(
  document: TextDocument,
  region: Span,
  offset: number,
  hasSchema: boolean,
  words: Words,
): CompletionItem[] {
  const text = document.getText();
  const place = placeAt(text, region.offset, offset);
  if (place === null || (hasSchema && !(place.kind === 'value' && place.key === 'density'))) return [];
  const range = rangeOf(document, place.typed);
  const isJson =
    place.kind === 'key' ||
    (place.kind === 'value' && !/[=←]\s*["']?\w*$/.test(text.slice(region.offset, offset)));
  return candidatesAt(place, words).map((candidate) => {
    const { label, kind, detail, documentation, insert = label } = candidate;
    const newText = isJson && !place.isInString ? quoted(insert, place.kind === 'key') : insert;
    return {
      label,
      kind: kinds[kind],
      filterText: newText,
      textEdit: { range, newText },
      ...(detail === undefined ? {} : { detail }),
      ...(documentation === undefined ? {} : { documentation }),
    };
  });
}

function quoted(name: string, isKey: boolean): string {
  return isKey ? `"${name}": ` : `"${name}"`;
}
