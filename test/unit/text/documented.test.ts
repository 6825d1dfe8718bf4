import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { described, documentedExamples } from './documented';

describe('examples of docs/notations.md', () => {
  const examples = documentedExamples();

  it('has some for most notations', () => {
    assert.ok(new Set(examples.flatMap(({ notations }) => notations)).size > 30);
  });

  for (const { notations, text, said } of examples) {
    it(`reads ${JSON.stringify(text)} as ${said}`, () => {
      const reading = read(text);
      assert.equal(described(reading), said);
      assert.ok(notations.includes(reading.notation), reading.notation);
    });
  }
});
