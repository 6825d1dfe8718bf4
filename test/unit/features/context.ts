import type { Position, Range } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import type { FeatureContext } from '../../../extension/language/feature';
import { wordsOf } from '../../../extension/language/words/words';

export function contextOf(text: string): FeatureContext {
  return {
    document: TextDocument.create('file:///a.nabla.json', 'jsonc', 1, text),
    study: evaluate(read(text)),
    words: wordsOf('en'),
    digits: 6,
  };
}

/** The place of `|` in a text, and the text without it. */
export function marked(text: string): { readonly text: string; readonly offset: number } {
  const offset = text.indexOf('|');
  return { text: text.slice(0, offset) + text.slice(offset + 1), offset };
}

export function positionIn(text: string, part: string, after = 0): Position {
  return TextDocument.create('', '', 0, text).positionAt(text.indexOf(part) + after);
}

export function textIn({ document }: FeatureContext, range: Range): string {
  return document.getText(range);
}
