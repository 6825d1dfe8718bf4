import { Range, type TextDocument, Uri, workspace } from 'vscode';
import type { Span } from '../../../../core/problem';
import type { ReadAs } from '../../../../core/text/reading';
import { isSettledChoices } from '../../../../core/text/settled';
import type { Subject } from '../subject';
import { textOfString } from '../text/source';
import { spanOf } from '../text/spans';

/** What a caller of an evaluating command gave: `{ text }` or `{ uri, range }`, or several `ranges` together, each with `choices` of reading. */
export interface Asked {
  readonly subject: Subject;
  /** True for a link that a person follows: then the panel opens as for a command of theirs. */
  readonly show: boolean;
}

let lastText = 0;

/** Null where nothing was given. Throws a TypeError where what was given is neither form. */
export async function readArguments(argument: unknown, as: ReadAs): Promise<Asked | null> {
  if (argument === undefined || argument === null) return null;
  // The context menus of editor and explorer hand over the file's Uri.
  if (argument instanceof Uri) return null;
  if (!isRecord(argument)) throw wrongArgument();
  const show = argument.show === true;
  const settled = isSettledChoices(argument.choices) ? { choices: argument.choices } : {};
  if (typeof argument.text === 'string') {
    return { show, subject: { ...subjectOfText(argument.text, as), ...settled } };
  }
  const uri = readUri(argument.uri);
  if (uri === null) throw wrongArgument();
  const document = await workspace.openTextDocument(uri);
  const ranges = Array.isArray(argument.ranges)
    ? argument.ranges
    : argument.range === undefined
      ? []
      : [argument.range];
  const selections = ranges.map((range) => readSpan(range, document));
  return { show, subject: { kind: 'document', document, selections, as, ...settled } };
}

/** A text that stands in no document; `name` is that of the document it was made from. */
export function subjectOfText(text: string, as: ReadAs, name?: string): Subject {
  lastText += 1;
  const uri = Uri.from({
    scheme: 'nabla-text',
    path: name === undefined ? `/${lastText}` : `/${lastText}/${name}`,
  });
  return { kind: 'text', text: textOfString(uri, text), selections: [], as };
}

function wrongArgument(): TypeError {
  return new TypeError('Nabla commands take { text } or { uri, range }.');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function readUri(value: unknown): Uri | null {
  if (value instanceof Uri) return value;
  if (typeof value === 'string') return Uri.parse(value, true);
  if (!isRecord(value) || typeof value.scheme !== 'string') return null;
  const text = (part: unknown) => (typeof part === 'string' ? part : '');
  return Uri.from({
    scheme: value.scheme,
    authority: text(value.authority),
    path: text(value.path),
    query: text(value.query),
    fragment: text(value.fragment),
  });
}

/** A range as `vscode.Range`, in its JSON form, as the language-server protocol has it, or in offsets. */
function readSpan(value: unknown, document: TextDocument): Span {
  const [start, end] = Array.isArray(value)
    ? value
    : isRecord(value)
      ? 'offset' in value && typeof value.offset === 'number' && typeof value.length === 'number'
        ? [value.offset, value.offset + value.length]
        : [value.start, value.end]
      : [];
  if (typeof start === 'number' && typeof end === 'number') return { offset: start, length: end - start };
  const [first, last] = [readPosition(start), readPosition(end)];
  if (first === null || last === null) throw wrongArgument();
  return spanOf(document, document.validateRange(new Range(...first, ...last)));
}

function readPosition(value: unknown): readonly [number, number] | null {
  if (!isRecord(value) || typeof value.line !== 'number' || typeof value.character !== 'number') return null;
  return [value.line, value.character];
}
