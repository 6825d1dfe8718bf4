import { type Position, Range, type TextDocument, type Uri } from 'vscode';
import { nablaFences } from '../../../../core/text/fences';
import { sliceLength, sliceThreshold } from '../../../protocol/requests';

/** A text to evaluate, wherever it is kept. Offsets are UTF-16 units. */
export interface TextSource {
  readonly uri: Uri;
  readonly version: number;
  readonly length: number;
  /** The line, from 0, on which an offset stands. */
  lineAt(offset: number): number;
  /** True where the language server keeps its own copy (`*.nabla.json`), so that nothing needs sending. */
  readonly held: boolean;
  /** The text between two offsets in pieces of at most `sliceLength`, each read when it is asked for. */
  pieces(start: number, end: number): Iterable<string>;
  /** True once the text is no longer the one of `version`. */
  changed(): boolean;
}

export function isNablaFile(uri: Uri): boolean {
  return uri.path.endsWith('.nabla.json');
}

/** Whether a place of a Markdown text is in a fenced block of ours. */
export function isInNablaFence(document: TextDocument, offset: number): boolean {
  if (document.languageId !== 'markdown' || documentLength(document) > sliceThreshold) return false;
  return nablaFences(document.getText()).some(
    (span) => span.offset <= offset && offset <= span.offset + span.length,
  );
}

export function documentLength(document: TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

export function textOfDocument(document: TextDocument): TextSource {
  const { uri, version } = document;
  return {
    uri,
    version,
    length: documentLength(document),
    lineAt: (offset) => document.positionAt(offset).line,
    held: isNablaFile(uri) && !document.isClosed,
    changed: () => document.version !== version,
    *pieces(start, end) {
      let from: Position = document.positionAt(start);
      for (let offset = start; offset < end; offset += sliceLength) {
        // A boundary between \r and \n moves before both, for the end of a piece and the start of the next.
        const to: Position = document.positionAt(Math.min(end, offset + sliceLength));
        yield document.getText(new Range(from, to));
        from = to;
      }
    },
  };
}

export function textOfString(uri: Uri, text: string): TextSource {
  return {
    uri,
    version: 0,
    length: text.length,
    lineAt: () => 0,
    held: false,
    changed: () => false,
    *pieces(start, end) {
      for (let offset = start; offset < end; offset += sliceLength) {
        yield text.slice(offset, Math.min(end, offset + sliceLength));
      }
    },
  };
}

/** A text that was decoded piece by piece and is evaluated as a whole. */
export function textOfPieces(uri: Uri, pieces: readonly string[]): TextSource {
  return {
    uri,
    version: 0,
    length: pieces.reduce((sum, piece) => sum + piece.length, 0),
    lineAt: () => 0,
    held: false,
    changed: () => false,
    pieces: () => pieces,
  };
}
