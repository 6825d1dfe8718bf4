import assert from 'node:assert/strict';
import { outcomeName } from '../../../core/divergence/outcomeName';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import type { DistributionReading } from '../../../core/text/reading';

function readDistribution(text: string): DistributionReading {
  const reading = read(text, { as: 'distribution' });
  assert.ok(reading.kind === 'distribution', `${reading.kind}: ${text}`);
  return reading;
}

function namesIn(text: string): readonly string[] | undefined {
  return readDistribution(text).p.outcomeNames;
}

describe('the names of outcomes', () => {
  it('are what labels the rows of a table, in each of its notations', () => {
    const names = ['sun', 'light rain', 'snow'];
    for (const text of [
      'weather,p,q\nsun,0.5,0.25\nlight rain,0.3,0.5\nsnow,0.2,0.25\n',
      '"weather";"p";"q"\n"sun";0,5;0,25\n"light rain";0,3;0,5\n"snow";0,2;0,25\n',
      '| weather | P | Q |\n| --- | --- | --- |\n| sun | 0.5 | 0.25 |\n| light rain | 0.3 | 0.5 |\n| snow | 0.2 | 0.25 |\n',
      '              p     q\nsun         0.5  0.25\nlight rain  0.3  0.50\nsnow        0.2  0.25\n',
      'sun           0.5\nlight rain    0.3\nsnow          0.2\ndtype: float64\n',
    ]) {
      assert.deepEqual(namesIn(text), names, text);
    }
  });

  it('are what a header calls the columns, where the rows are the distributions', () => {
    assert.deepEqual(namesIn('sun,rain\n0.5,0.5\n0.25,0.75\n'), ['sun', 'rain']);
    assert.deepEqual(namesIn('   sun  rain\nP  0.5   0.5\nQ 0.25  0.75\n'), ['sun', 'rain']);
    assert.deepEqual(namesIn('a,b\n0.5,0.5\n0.25,0.75\n0.1,0.9\n'), ['a', 'b']);
  });

  it('are the numbers of a column beside P and Q', () => {
    assert.deepEqual(namesIn('x,p,q\n10,0.5,0.25\n20,0.5,0.75\n'), ['10', '20']);
  });

  it('are the keys of an object and of a dictionary, and what stands in P(…)', () => {
    assert.deepEqual(namesIn('{"p": {"a": 0.3, "b": 0.7}, "q": {"b": 0.4, "a": 0.6}}'), ['a', 'b']);
    assert.deepEqual(namesIn("P = {'a': 0.3, 'b': 0.7}\nQ = {'b': 0.4, 'a': 0.6}"), ['a', 'b']);
    assert.deepEqual(namesIn('P(rain) = 0.3\nP(sun) = 0.7\nQ(sun) = 0.4\nQ(rain) = 0.6'), ['rain', 'sun']);
  });

  it('are small letters too, where a value or a second one tells that they are no variables', () => {
    assert.deepEqual(namesIn('P(a) = 1/4\nP(b) = 3/4'), ['a', 'b']);
    assert.deepEqual(namesIn('P(X = x) = 1/4\nP(X = y) = 3/4'), ['x', 'y']);
  });

  it('are the numbers in P(…) unless they count from 0', () => {
    assert.deepEqual(namesIn('P(X=1) = 1/4\nP(X=2) = 3/4'), ['1', '2']);
    assert.equal(namesIn('P(0) = 1/4\nP(1) = 3/4'), undefined);
  });

  it('order Q as P, where two columns have the same ones', () => {
    const reading = readDistribution(
      'a    0.1\nb    0.9\ndtype: float64\n\nb    0.8\na    0.2\ndtype: float64\n',
    );
    assert.deepEqual(reading.p.outcomeNames, ['a', 'b']);
    assert.deepEqual([...(reading.q?.numbers.values ?? [])], [0.2, 0.8]);
  });

  it('are left out where the text has none, not for each, or one of them twice', () => {
    for (const text of [
      'P = [0.5, 0.5]\nQ = [0.25, 0.75]',
      'p,q\n0.5,0.25\n0.5,0.75\n',
      '[0.5,\n 0.5]',
      'day,p,q\nsun,0.5,0.25\nsun,0.5,0.75\n',
    ]) {
      assert.equal(namesIn(text), undefined, text);
    }
  });

  it('stand in what is wrong with an outcome', () => {
    const reading = readDistribution('weather,p,q\nsun,0.5,1\nrain,0.5,0\n');
    const [problem] = evaluate(reading).problems.filter(({ code }) => code === 'support');
    assert.ok(problem?.code === 'support');
    assert.deepEqual(problem.data.names, ['rain']);
  });

  it('are cut to their room by whole characters', () => {
    assert.equal(outcomeName(0, ['sunshine'], 5), 'suns…');
    assert.equal(outcomeName(0, ['☀️☀️'], 40), '☀️☀️');
    assert.equal(outcomeName(0, ['𝒳𝒳𝒳'], 2), '𝒳…');
    assert.equal(outcomeName(7, undefined, 1), '7');
  });
});
