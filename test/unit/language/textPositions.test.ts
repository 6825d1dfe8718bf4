import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextPositions } from '../../../extension/language/textPositions';

describe('positions in a text', () => {
  it('are those of a document, whatever ends its lines and in whichever order they are asked for', () => {
    const piece = fc.constantFrom(
      '\n',
      '\r',
      '\r\n',
      'a',
      'bc',
      'é',
      '\u2028',
      '\n'.repeat(700),
      'x\n'.repeat(1_100),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
        fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { maxLength: 12 }),
        (text, places) => {
          const positions = new TextPositions(text);
          const document = TextDocument.create('', '', 0, text);
          for (const place of places) {
            const offset = Math.round(place * text.length);
            assert.deepEqual(positions.positionAt(offset), document.positionAt(offset));
          }
        },
      ),
    );
  });
});
