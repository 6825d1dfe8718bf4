import assert from 'node:assert/strict';
import { read } from '../../../core/text';
import { writtenNumber } from '../../../core/text/written';
import { faults, readMatrix, readNetwork, rows, slices } from './support';

const green = '\u001b[32m';
const off = '\u001b[0m';

describe('texts with the colour codes of a terminal', () => {
  for (const [mark, spelled] of [
    ['\u001b', 'the sign itself'],
    ['\\u001b', 'JSON'],
    ['\\x1b', 'a program'],
    ['\\033', 'a shell'],
  ] as const) {
    it(`passes over them as ${spelled} has them, and finds each number where it stands`, () => {
      const reading = readMatrix(`[${mark}[1;32m0.5${mark}[0m, ${mark}[38;5;9m-2e-3${mark}[m]`);
      assert.deepEqual(rows(reading.array), [0.5, -0.002]);
      assert.deepEqual(slices(reading, reading.array), ['0.5', '-2e-3']);
    });
  }

  it('reads what a terminal shows, so that columns stand below each other and a word is whole', () => {
    const printed = `${green}     a    b${off}\n0  ${green}0.5${off}  2.0\n1 -${green}1.5${off}  3.0`;
    assert.deepEqual(rows(readMatrix(printed).array), [
      [0.5, 2],
      [-1.5, 3],
    ]);
    const called = readMatrix(`ten${green}sor${off}([[${green}1.${off}, 2.]])`);
    assert.equal(called.notation, 'torch-repr');
  });

  it('keeps a number whole where a part of it has a colour', () => {
    const reading = readMatrix(`[\u001b[4m1\u001b[24m234.5, 2]`);
    assert.deepEqual(rows(reading.array), [1234.5, 2]);
    assert.equal(writtenNumber(reading.text, reading.array, 0), '1234.5');
  });

  it('passes over links and titles', () => {
    const text = `\u001b]8;;https://example.org/1\u001b\\[1, 2]\u001b]8;;\u001b\\\u001b]0;title 3\u0007`;
    assert.deepEqual(rows(readMatrix(text).array), [1, 2]);
  });

  it('finds names, spans and problems where they stand in the coloured text', () => {
    const text = `${green}W1${off} = [[1, 2]]\n${green}b1${off} = [3]`;
    const network = readNetwork(text);
    assert.equal(network.text, text);
    const [layer] = network.layers;
    const { offset = 0, length = 0 } = layer?.span ?? {};
    assert.equal(text.slice(offset, offset + length), text.slice(green.length));
    assert.deepEqual(faults(`[${green}1${off}, ${green}2`), [
      `unclosed @${green.length * 2 + off.length + 5}+0`,
    ]);
  });

  it('reads a selection within a coloured text', () => {
    const text = `${green}[9, 9]${off} ${green}[1, 2]${off}`;
    const offset = text.indexOf(`${green}[1`);
    const reading = read(text, { within: [{ offset, length: text.length - offset }] });
    assert.ok(reading.kind === 'matrix');
    assert.deepEqual(slices(reading, reading.array), ['1', '2']);
  });
});
