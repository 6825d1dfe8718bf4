import assert from 'node:assert/strict';
import { encodeTokens, tokensOf } from '../../../extension/language/semanticTokens';

function tokens(text: string): readonly (readonly [string, string])[] {
  return tokensOf(text, { offset: 0, length: text.length }).map(({ span, type }) => [
    text.slice(span.offset, span.offset + span.length),
    type,
  ]);
}

describe('tokens of a fenced block', () => {
  it('are keys, names, numbers and comments of JSON', () => {
    assert.deepEqual(tokens('{ "w": [-1.5e3, "1/2"], // two\n"activation": "relu", "note": "x" }'), [
      ['"w"', 'property'],
      ['-1.5e3', 'number'],
      ['"1/2"', 'number'],
      ['// two', 'comment'],
      ['"activation"', 'property'],
      ['"relu"', 'function'],
      ['"note"', 'property'],
      ['"x"', 'string'],
    ]);
  });

  it('are names and signs of assignments and calls', () => {
    assert.deepEqual(tokens('W1 = [1 2] % first\nKL(normal(0, 1) || q)'), [
      ['W1', 'variable'],
      ['=', 'operator'],
      ['1', 'number'],
      ['2', 'number'],
      ['% first', 'comment'],
      ['KL', 'keyword'],
      ['normal', 'function'],
      ['0', 'number'],
      ['1', 'number'],
      ['||', 'operator'],
    ]);
  });

  it('take a fraction for one number, and a comment of several lines for one a line', () => {
    assert.deepEqual(tokens('9/25 /* a\nb */'), [
      ['9/25', 'number'],
      ['/* a', 'comment'],
      ['b */', 'comment'],
    ]);
  });

  it('are encoded each relative to the one before', () => {
    const text = 'a = 1\n  b = 2';
    const positionAt = (offset: number) => ({
      line: offset > 5 ? 1 : 0,
      character: offset > 5 ? offset - 6 : offset,
    });
    const data = encodeTokens(tokensOf(text, { offset: 0, length: text.length }), positionAt);
    assert.deepEqual(
      data,
      [0, 0, 1, 4, 0, 0, 2, 1, 7, 0, 0, 2, 1, 2, 0, 1, 2, 1, 4, 0, 0, 2, 1, 7, 0, 0, 2, 1, 2, 0],
    );
  });
});
