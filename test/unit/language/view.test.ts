import assert from 'node:assert/strict';
import { viewOf } from '../../../extension/language/view';
import { distributions, network, studyOfText, wideNetwork, words } from './texts';

function viewOfText(text: string, offset = 0, line = 0) {
  return viewOf({ study: studyOfText(text), offset, line }, words);
}

describe('views', () => {
  it('say where each number of a network stands in the document', () => {
    const view = viewOfText(network, 50, 4);
    assert.ok(view.kind === 'network');
    assert.deepEqual(view.widths, [3, 2, 1]);
    assert.equal(view.detail, 'full');
    const weights = view.layers[0]?.weights;
    assert.deepEqual(weights?.texts, ['0.1', '0.2', '-0.3', '0.4', '-0.5', '0.6']);
    assert.equal(weights?.starts[1], network.indexOf('0.2') + 50);
    assert.equal(weights?.ends[1], network.indexOf('0.2') + 53);
    assert.deepEqual([view.firstLine, view.lastLine], [5, 12]);
    assert.equal(view.loss?.value, 0.16071321517014325);
    assert.equal(view.check?.verdict, 'agree');
  });

  it('outline a network of more than 20,000 weights', () => {
    const view = viewOfText(wideNetwork(150, 150));
    assert.ok(view.kind === 'network');
    assert.equal(view.detail, 'outline');
    assert.deepEqual(view.widths, [150, 150, 1]);
    for (const layer of view.layers) {
      assert.equal(layer.weights, null);
      assert.equal(layer.weightGradient, null);
      assert.ok(Number(layer.gradientNorm) > 0);
    }
  });

  it('send the first 1,000 outcomes of a long distribution', () => {
    const share = Array.from({ length: 1_500 }, () => '1/1500').join(', ');
    const view = viewOfText(`P = [${share}]`);
    assert.ok(view.kind === 'distribution');
    assert.equal(view.outcomes, 1_500);
    assert.equal(view.p.values.length, 1_000);
    assert.equal(view.p.texts[999], '1/1500');
    assert.equal(view.p.sum, '1');
  });

  it('carry fractions as they are written', () => {
    const view = viewOfText(distributions);
    assert.ok(view.kind === 'distribution');
    assert.deepEqual(view.p.texts, ['9/25', '12/25', '4/25']);
    assert.deepEqual(
      view.q?.starts.map((start) => distributions.slice(start, start + 3)),
      ['1/3', '1/3', '1/3'],
    );
  });

  it('describe a matrix that is too large and do not send it', () => {
    const view = viewOfText(JSON.stringify(Array.from({ length: 150 }, () => Array(150).fill(1))));
    assert.ok(view.kind === 'matrix');
    assert.deepEqual(view.shape, [150, 150]);
    assert.equal(view.block, null);
  });

  it('show the lines around an error with its place marked', () => {
    const text = network.replace('"softplus"', '"sofplus"');
    const view = viewOfText(text, 10, 3);
    assert.ok(view.kind === 'error');
    assert.ok(view.excerpt);
    const { firstLine, lines, span } = view.excerpt;
    assert.equal(firstLine, 4);
    assert.deepEqual(lines, text.split('\n').slice(0, 5));
    assert.equal(lines.join('\n').slice(span.offset, span.offset + span.length), '"sofplus"');
  });

  it('cut a long line around the place of an error', () => {
    const text = `[[${'1, '.repeat(5_000)}oops, ${'2, '.repeat(5_000)}3]]`;
    const view = viewOfText(text);
    assert.ok(view.kind === 'error');
    assert.ok(view.excerpt);
    const { lines, span } = view.excerpt;
    assert.ok((lines[0]?.length ?? 0) <= 162);
    const shown = lines.join('\n');
    assert.match(shown, /^….*oops.*…$/);
    assert.ok(shown.slice(span.offset).startsWith('oops'), shown.slice(span.offset));
  });

  it('show a ragged matrix row by row as far as it was read', () => {
    const ragged = (text: string) => {
      const view = viewOfText(text);
      return view.kind === 'error' ? view.raggedRows : undefined;
    };
    assert.deepEqual(ragged('[[1, 2, 3], [4, 5], [6, 7, 8]]'), [
      ['1', '2', '3'],
      ['4', '5'],
      ['6', '7', '8'],
    ]);
    assert.deepEqual(ragged('[1 2 3; 4 5]'), [
      ['1', '2', '3'],
      ['4', '5'],
    ]);
    assert.deepEqual(ragged(network.replace('[0.4, -0.5, 0.6]', '[0.4, -0.5]')), [
      ['0.1', '0.2', '-0.3'],
      ['0.4', '-0.5'],
    ]);
  });

  it('mark the whole row where a ragged matrix is shown', () => {
    const marked = (text: string) => {
      const view = viewOfText(text);
      assert.ok(view.kind === 'error' && view.excerpt !== null);
      const { lines, span } = view.excerpt;
      return lines.join('\n').slice(span.offset, span.offset + span.length);
    };
    assert.equal(marked('W1 = [[0.1, 0.2, -0.3],\n      [0.4, -0.5]]'), '[0.4, -0.5]');
    assert.equal(marked('[1 2 3; 4 5]'), '4 5]');
    assert.equal(marked('[[1, 2], [3, 4, 5]]'), '[3, 4, 5');
  });

  it('survive JSON', () => {
    for (const text of [network, distributions, '[[1, NaN]]', 'a = [1, 2]\nb = [[3]]', '[[1, 2], [3]]']) {
      const view = viewOfText(text);
      assert.deepEqual(JSON.parse(JSON.stringify(view)), view);
    }
  });

  it('say how a text was read that can be read in more than one way', () => {
    const view = viewOfText('[0.1 0.2; 0.3 0.4]\n[0.5 0.6]\n');
    assert.ok(
      view.reading.some((sentence) => sentence.includes('in their order')),
      JSON.stringify(view.reading),
    );
  });
});
