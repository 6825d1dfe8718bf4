import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';

function studied(text: string) {
  const study = evaluate(read(text, { as: 'distribution' }));
  return study.kind === 'distribution' ? study : study.problems;
}

function numbersOf(text: string) {
  const study = studied(text);
  return 'p' in study ? [study.p, study.q].map((side) => side && Array.from(side)) : study;
}

describe('outcomes with names', () => {
  it('are read in the order in which they stand', () => {
    assert.deepEqual(numbersOf('{"rain": 0.25, "sun": "3/4"}'), [[0.25, 0.75], null]);
    assert.deepEqual(numbersOf('{"x": 0.25, "b": 0.75}'), [[0.25, 0.75], null]);
  });

  it('of Q stand for those of P with the same names', () => {
    const text = '{"p": {"rain": 0.25, "sun": 0.75}, "q": {"sun": "1/2", "rain": "1/2"}}';
    assert.deepEqual(numbersOf(text), [
      [0.25, 0.75],
      [0.5, 0.5],
    ]);
    const turned = '{"p": {"rain": 0.25, "sun": 0.75}, "q": {"sun": 0.9, "rain": 0.1}}';
    assert.deepEqual(numbersOf(turned), [
      [0.25, 0.75],
      [0.1, 0.9],
    ]);
  });

  it('have their places in the text', () => {
    const text = '{"p": {"rain": 0.25, "sun": -0.75}, "q": [0.5, 0.5]}';
    const [problem] = studied(text) as readonly { code: string; span: { offset: number; length: number } }[];
    assert.equal(problem?.code, 'negative-probability');
    assert.equal(problem?.span.offset, text.indexOf('-0.75'));
  });

  it('that the other distribution does not have are reported there', () => {
    const text = '{"p": {"rain": 0.25, "sun": 0.75}, "q": {"rain": 0.5, "snow": 0.5}}';
    const [problem] = studied(text) as readonly { code: string; span: { offset: number; length: number } }[];
    assert.deepEqual([problem?.code, problem?.span.offset], ['syntax', text.indexOf('"snow"')]);
    const [short] = studied('{"p": {"a": 0.5, "b": 0.5}, "q": {"a": 0.5, "b": 0.2, "c": 0.3}}') as readonly {
      code: string;
    }[];
    assert.equal(short?.code, 'length-mismatch');
  });

  it('do not swallow a family whose name is misspelt', () => {
    const problems = studied('{"p": {"famly": "normal", "loc": 0}, "q": [0.5, 0.5]}');
    assert.ok(Array.isArray(problems) && problems.some(({ code }) => code === 'syntax'));
  });

  it('are read from dictionaries under the names of distributions, whatever the text is asked for', () => {
    const reading = read("P = {'rain': 0.25, 'sun': 3/4}\nQ = {'sun': 0.9, 'rain': 0.1}\nbase = 2");
    assert.ok(reading.kind === 'distribution');
    assert.deepEqual([...reading.p.numbers.values], [0.25, 0.75]);
    assert.deepEqual([...(reading.q?.numbers.values ?? [])], [0.1, 0.9]);
    assert.equal(reading.base, 2);
  });

  it('of a dictionary that holds more than numbers are refused as a whole', () => {
    const text = "P = {'rain': 0.25, 'sun': [1, 2]}";
    const { problems } = read(text);
    const at = text.indexOf('{');
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span.offset, span.length]),
      [['syntax', at, text.length - at]],
    );
  });
});
