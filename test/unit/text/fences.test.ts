import assert from 'node:assert/strict';
import { nablaFences } from '../../../core/text/fences';

function contents(text: string): readonly string[] {
  return nablaFences(text).map(({ offset, length }) => text.slice(offset, offset + length));
}

describe('fenced blocks that say nabla', () => {
  it('are found among others, by backticks and by tildes', () => {
    const text = 'a\n```nabla\n[1, 2]\n```\n```json\n[3]\n```\n~~~ nabla title\nP = [1]\n~~~\n';
    assert.deepEqual(contents(text), ['[1, 2]\n', 'P = [1]\n']);
  });

  it('end with a fence of the same mark that is as long', () => {
    assert.deepEqual(contents('````nabla\n```\n1\n````\n2'), ['```\n1\n']);
    assert.deepEqual(contents('```nabla\n~~~\n1\n```'), ['~~~\n1\n']);
  });

  it('end with the text where they are left open', () => {
    assert.deepEqual(contents('```nabla\n[1]'), ['[1]']);
  });

  it('are not inside a block of another language', () => {
    assert.deepEqual(contents('````md\n```nabla\n1\n```\n````'), []);
  });

  it('need the whole word', () => {
    assert.deepEqual(contents('```nablas\n1\n```\n    ```nabla\n1\n'), []);
    assert.deepEqual(contents('nabla'), []);
  });

  it('may be empty, and lines may end as in Windows', () => {
    assert.deepEqual(contents('```nabla\n```'), ['']);
    assert.deepEqual(contents('```nabla\r\n[1]\r\n```\r\n'), ['[1]\r\n']);
  });
});
