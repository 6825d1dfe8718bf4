import type { Position } from 'vscode-languageserver-textdocument';
import { isLineBreak } from '../../core/text/characters';
import { NextMark } from '../../core/text/nextMark';

/** So many lines apart is it noted where one begins. */
const linesApart = 1_024;

/**
 * Lines and columns of offsets in a text, from 0, as VS Code counts them. It counts no further than it is asked, and from
 * one end of a line to the next: of a text of megabytes a table of all its lines takes longer than all that is told of it.
 */
export class TextPositions {
  /** Where every `linesApart`-th line begins, as far as it was counted. */
  private readonly marks = [0];
  private readonly feeds: NextMark;
  private readonly returns: NextMark;

  constructor(private readonly text: string) {
    this.feeds = new NextMark(text, '\n');
    this.returns = new NextMark(text, '\r');
  }

  positionAt(offset: number): Position {
    const { text, marks } = this;
    const place = Math.max(0, Math.min(offset, text.length));
    let mark = marks.length - 1;
    while (mark > 0 && (marks[mark] ?? 0) > place) mark--;
    let line = mark * linesApart;
    let start = marks[mark] ?? 0;
    for (let next = this.lineAfter(start); next <= place; next = this.lineAfter(start)) {
      line++;
      start = next;
      if (line === marks.length * linesApart) marks.push(start);
    }
    // No place is inside or after the end of its line.
    let end = place;
    while (end > start && isLineBreak(text.charCodeAt(end - 1))) end--;
    return { line, character: end - start };
  }

  /** Where the line below the one that holds `at` begins; infinite where there is none. */
  private lineAfter(at: number): number {
    const feed = this.feeds.after(at);
    const carriage = this.returns.after(at);
    const end = Math.min(feed, carriage);
    if (end >= this.text.length) return Number.POSITIVE_INFINITY;
    return carriage + 1 === feed && feed < this.text.length ? feed + 1 : end + 1;
  }
}
