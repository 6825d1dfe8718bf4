import assert from 'node:assert/strict';
import { valueAround } from '../../../core/text';

/** The value around the first place of `mark`. */
function around(text: string, mark: string): string | null {
  const span = valueAround(text, text.indexOf(mark));
  return span === null ? null : text.slice(span.offset, span.offset + span.length);
}

const network = '{"layers":[{"weights":[[1,2]],"biases":[0.5]}],"input":[3,4]}';

describe('the value around a place', () => {
  it('is the whole network object, wherever inside it one stands', () => {
    for (const mark of ['{"layers', 'layers', '0.5', 'biases', 'input', '3,4']) {
      assert.equal(around(`// a network\n${network}\n`, mark), network, mark);
    }
  });

  it('is the one of several objects that holds the place', () => {
    const distribution = '{"p":[0.25,0.75],"q":["1/2","1/2"]}';
    const text = `[\n${network},\n${distribution}]`;
    assert.equal(around(text, '0.75'), distribution);
    assert.equal(around(text, '0.5'), network);
  });

  it('is the array in JSON without a network, and nothing beside it', () => {
    const text = '{"a":[[1,2],[3,4]], "b": 5}';
    assert.equal(around(text, '3'), '[[1,2],[3,4]]');
    assert.equal(around(text, '5'), null);
  });

  it('is the object with the names that people use', () => {
    const text = '{"W1":[[1,2]],"b1":[7]}';
    assert.equal(around(text, '7'), text);
  });

  const note = [
    'Some prose (see [1]).',
    'W1 = [1 2; 3 4]\nb1 = [5 6] % bias\n\nW2 = [7 8]\nx = [1 2]',
    'Now P and Q:',
    'P = [0.1 0.9]\nQ = [0.5 0.5]',
    'and again',
    '```\nW1 = [9]\nx = 3\n```',
    '[[11,12],[13,14]]',
  ].join('\n\n');

  it('is the run of assignments, through comments and blank lines', () => {
    const block = 'W1 = [1 2; 3 4]\nb1 = [5 6] % bias\n\nW2 = [7 8]\nx = [1 2]';
    for (const mark of ['W1', '3 4', 'bias', '7 8', 'x =']) assert.equal(around(note, mark), block, mark);
  });

  it('ends where words stand between, or a name comes again', () => {
    assert.equal(around(note, '0.9'), 'P = [0.1 0.9]\nQ = [0.5 0.5]');
    assert.equal(around(note, '[9]'), 'W1 = [9]\nx = 3');
    assert.equal(around('W1 = [1]\nb1 = 2\nW1 = [3]\nb1 = 4', '3'), 'W1 = [3]\nb1 = 4');
  });

  it('is the one matrix around it where it has no name', () => {
    assert.equal(around(note, '13'), '[[11,12],[13,14]]');
    assert.equal(around('words\n1 2\n3 4\nwords', '4'), '1 2\n3 4');
  });

  it('is nothing in prose, in an empty text and beyond the end', () => {
    assert.equal(around(note, 'prose'), null);
    assert.equal(around(note, 'Now'), null);
    assert.equal(valueAround('', 0), null);
    assert.equal(valueAround('a b', 99), null);
  });
});
