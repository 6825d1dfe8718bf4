import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { faults, readMatrix, rows } from './support';

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

  it('are read from what Python, Julia, Mathematica and R write and print, Q in the order of P', () => {
    const texts: readonly (readonly [p: string, q: string])[] = [
      ['P = {0: 0.25, 1: 0.75}', 'Q = {1: 0.9, 0: 0.1}'],
      ["P = OrderedDict([('a', 0.25), ('b', 3/4)])", "Q = OrderedDict([('b', 0.9), ('a', 0.1)])"],
      ["P = defaultdict(<class 'float'>, {'a': 0.25, 'b': 0.75})", 'Q = dict(b=0.9, a=0.1)'],
      ['P = {(0, 1): 0.25, (1, 0): 0.75}', 'Q = {(1, 0): 0.9, (0, 1): 0.1}'],
      ['P = Dict("a" => 1//4, "b" => 3//4)', 'Q = Dict{String, Float64}("b" => 0.9, "a" => 0.1)'],
      ['P = <|"a" -> 1/4, "b" -> 3/4|>', 'Q = <|"b" -> 9/10, "a" -> 1/10|>'],
      ['P <- c(a = 0.25, b = 0.75)', 'Q <- c("b" = 0.9, a = 0.1)'],
    ];
    for (const [p, q] of texts) {
      const reading = read(`${p}\n${q}`);
      assert.ok(reading.kind === 'distribution', `${p}: ${JSON.stringify(reading.problems)}`);
      const sides = [reading.p, reading.q].map((side) => [...(side?.numbers.values ?? [])]);
      assert.deepEqual(
        sides,
        [
          [0.25, 0.75],
          [0.1, 0.9],
        ],
        p,
      );
      const { places } = reading.p.numbers;
      assert.match(reading.text.slice(places.startOf(0), places.endOf(0)), /^(?:0\.25|1\/\/?4)$/);
    }
  });

  it('are a vector of numbers where no distribution is meant, and counts in a counter', () => {
    const printed = 'Dict{String, Float64} with 2 entries:\n  "b" => 0.8\n  "a" => 0.2';
    assert.deepEqual(rows(readMatrix(printed).array), [[0.8], [0.2]]);
    assert.deepEqual(rows(readMatrix("[('a', 0.2), ('b', 0.8)]").array), [0.2, 0.8]);
    const counted = read("Counter({'a': 3, 'b': 1})");
    assert.ok(counted.kind === 'distribution');
    assert.equal(counted.p.form, 'counts');
    assert.equal(read('config = dict(lr=0.1, epochs=10)').kind, 'error');
  });

  it('of a dictionary are refused where it is wrong', () => {
    assert.deepEqual(faults('P = {0: 0.2, 1: 0.8}\nQ = {1: 0.4, 2: 0.6}'), ['unexpected-token @34+1']);
    assert.deepEqual(faults('P = {0: 0.2, 1: 0.8'), ['unclosed @19+0']);
    assert.deepEqual(faults('Dict{String, Float64} with 9 entries:\n  "b" => 0.8\n  ⋮   => ⋮'), [
      'elided @53+1',
    ]);
  });
});
