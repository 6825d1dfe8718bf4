import assert from 'node:assert/strict';
import { evaluate } from '../../../core/study';
import { read, valueAround } from '../../../core/text';
import type { ReadAs } from '../../../core/text/reading';

function outcomes(text: string, as: ReadAs = 'auto') {
  const reading = read(text, { as });
  if (reading.kind !== 'distribution') return null;
  const sides = reading.q === null ? [reading.p] : [reading.p, reading.q];
  return sides.map(({ numbers, outcomeNames = [] }) =>
    Object.fromEntries(outcomeNames.map((name, index) => [name, numbers.values[index]])),
  );
}

const halves = { sun: 0.5, 'light rain': 0.5 };

describe('outcomes line by line', () => {
  it('are a distribution, however name and number are parted', () => {
    for (const text of [
      'sun: 0.5\nlight rain: 0.5\n',
      'sun 0.5\nlight rain 0.5',
      'sun, 1/2\nlight rain, 1/2\n',
      'sun\t50%\nlight rain\t50%\r\n',
      'sun | 0.5\nlight rain | 0.5',
      '- sun: 0.5\n- light rain: 0.5\n',
      '• "sun" 0,5\n• "light rain" 0,5\n',
      '"sun": 0.5,\n"light rain": 0.5\n',
      "'sun': 0.5,\n'light rain': 0.5,\n",
      '# weather\nsun: 0.5\n# more\nlight rain: 0.5\n',
    ]) {
      assert.deepEqual(outcomes(text), [halves], text);
    }
  });

  it('are named by the numbers of a die before a colon', () => {
    assert.deepEqual(outcomes('1: 1/4\n2: 3/4\n'), [{ 1: 0.25, 2: 0.75 }]);
  });

  it('are P and Q below these letters, or parted by an empty line, Q in the order of P', () => {
    const both = [
      { a: 0.25, b: 0.75 },
      { a: 0.5, b: 0.5 },
    ];
    assert.deepEqual(outcomes('p:\n  a: 0.25\n  b: 0.75\nq:\n  b: 0.5\n  a: 0.5\n'), both);
    assert.deepEqual(outcomes('Q\nb 0.5\na 0.5\n\nP\na 0.25\nb 0.75\n'), both);
    assert.deepEqual(outcomes('a 0.25\nb 0.75\n\nb 0.5\na 0.5\n'), both);
  });

  it('have the place of each number', () => {
    const text = 'sun: 1/3\nrain: 2/3\n';
    const reading = read(text);
    assert.ok(reading.kind === 'distribution');
    const { places } = reading.p.numbers;
    assert.deepEqual(
      [0, 1].map((index) => text.slice(places.startOf(index), places.endOf(index))),
      ['1/3', '2/3'],
    );
  });

  it('are the settings of a program where they do not sum to one, unless a distribution is asked for', () => {
    const settings = 'dropout: 0.5\nmomentum: 0.9\n';
    assert.equal(outcomes(settings), null);
    assert.deepEqual(outcomes(settings, 'distribution'), [{ dropout: 0.5, momentum: 0.9 }]);
  });

  it('are the numbers of a network where all names are of one, unless a distribution is asked for', () => {
    const neuron = 'w: 0.5\nb: 0.2\nx: 0.3\n';
    const reading = read(neuron);
    assert.ok(reading.kind === 'network', reading.kind);
    assert.deepEqual(Array.from(reading.input?.values ?? []), [0.3]);
    assert.equal(outcomes('weight: 0.5\nbias: 0.5\n'), null);
    assert.deepEqual(outcomes(neuron, 'distribution'), [{ w: 0.5, b: 0.2, x: 0.3 }]);
    assert.deepEqual(outcomes('a: 0.5\nb: 0.5\n'), [{ a: 0.5, b: 0.5 }]);
  });

  it('are variables behind an equals sign, unless a distribution is asked for', () => {
    assert.equal(outcomes('heads = 0.5\ntails = 0.5\n'), null);
    assert.deepEqual(outcomes('heads = 0.5\ntails = 0.5\n', 'distribution'), [{ heads: 0.5, tails: 0.5 }]);
  });

  it('are left to other readings where a line is something else, or a name comes twice', () => {
    for (const text of [
      'sun: 0.5\nand then\nrain: 0.5\n',
      'sun: 0.5\nsun: 0.5\n',
      'sun: 0.5\n\nrain: 0.5\n',
      '1, 0.5\n2, 0.5\n',
      'sun 0.5 0.25\nrain 0.5 0.75\n',
    ]) {
      assert.equal(outcomes(text), null, text);
    }
  });

  it('leave what has roles of its own to them', () => {
    const reading = read('P(rain) = 0.25\nP(sun) = 0.75', { as: 'distribution' });
    assert.ok(reading.kind === 'distribution');
    assert.deepEqual(reading.p.outcomeNames, ['rain', 'sun']);
    const bernoulli = read('p = 0.25\nq = 0.75', { as: 'distribution' });
    assert.ok(bernoulli.kind !== 'distribution' || bernoulli.p.outcomeNames === undefined);
  });

  it('are found around a place, up to the empty lines', () => {
    const around = (text: string, part: string) => {
      const span = valueAround(text, text.indexOf(part) + 1);
      return span === null ? null : text.slice(span.offset, span.offset + span.length);
    };
    const text = '# Weather\r\n\r\nsun: 0.5\r\nrain: 0.5\r\n\r\nP\na 1/4\nb 3/4\nQ\na 1/2\nb 1/2\n \nmore';
    assert.equal(around(text, 'rain')?.trim(), 'sun: 0.5\r\nrain: 0.5');
    assert.equal(around(text, '3/4'), 'P\na 1/4\nb 3/4\nQ\na 1/2\nb 1/2');
    assert.equal(around(text, 'more'), null);
  });

  it('say what is wrong with one of them at its place', () => {
    const text = 'sun: 1.5\nrain: -0.5\n';
    const { problems } = evaluate(read(text, { as: 'distribution' }));
    const [problem] = problems;
    assert.ok(problem?.code === 'negative-probability');
    assert.equal(problem.data.name, 'rain');
    assert.equal(text.slice(problem.span.offset, problem.span.offset + problem.span.length), '-0.5');
  });
});
