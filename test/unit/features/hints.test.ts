import assert from 'node:assert/strict';
import { withDecimalMark } from '../../../core/derivation/decimalMark';
import { hintsOf } from '../../../extension/language/hints';
import type { HintKinds } from '../../../extension/language/hints/hint';
import { lensesOf } from '../../../extension/language/lenses';
import { distributions, network } from '../language/texts';
import { contextOf } from './context';

const none: HintKinds = { shapes: false, divergence: false, neurons: false, gradients: false };

/** The network with each row of weights on a line. */
const lined = network.replaceAll('], [', '],\n[');

/** Each hint with what stands before it in the text. */
function hints(text: string, kinds: Partial<HintKinds>): readonly (readonly [string, unknown])[] {
  const context = contextOf(text);
  return hintsOf(context, { offset: 0, length: text.length }, { ...none, ...kinds }).map(
    ({ position, label }) => {
      const at = context.document.offsetAt(position);
      return [text.slice(Math.max(0, at - 6), at), label];
    },
  );
}

describe('hints', () => {
  it('say from how many neurons to how many weights lead', () => {
    assert.deepEqual(hints(network, { shapes: true }), [
      [' 0.6]]', '3 → 2'],
      ['-0.8]]', '2 → 1'],
    ]);
    assert.deepEqual(hints('W1 = [1 2 3; 4 5 6]\nb1 = [1; 2]\nx = [1; 2; 3]', { shapes: true }), [
      ['4 5 6]', '3 → 2'],
    ]);
  });

  it('say the shape of a matrix, and none of a vector', () => {
    assert.deepEqual(hints('[[1, 2, 3], [4, 5, 6]]', { shapes: true }), [['5, 6]]', '2 × 3']]);
    assert.deepEqual(hints('[1, 2, 3]', { shapes: true }), []);
  });

  it('say the divergence after Q', () => {
    assert.deepEqual(hints(distributions, { divergence: true }), [[', 1/3]', 'KL(P ‖ Q) = 0.0852996 nat']]);
    assert.deepEqual(hints('KL(normal(0, 1) || laplace(0, 2))', { divergence: true }), [
      ['0, 2))', 'KL(P ‖ Q) = 0.366298 nat'],
    ]);
    assert.deepEqual(hints('P = [0.5, 0.5]', { divergence: true }), []);
  });

  it('say what a neuron computes, after its row', () => {
    assert.deepEqual(hints(lined, { neurons: true }), [
      [' -0.3]', 's = −0.3, o = 0.5544'],
      [', 0.6]', 's = 1, o = 1.313'],
      [' -0.8]', 's = −0.6126, o = 0.4331'],
    ]);
  });

  it('say them together after a matrix on one line', () => {
    assert.deepEqual(hints(network, { neurons: true })[0], [', 0.6]', 's = (−0.3, 1), o = (0.5544, 1.313)']);
    assert.deepEqual(hints('W1 = [1 2; 3 4]\nb1 = [0; 1]\nx = [1; 1]', { neurons: true }), [
      ['; 3 4]', 's = (3, 8), o = (3, 8)'],
    ]);
  });

  it('say the derivatives at the end of a row, as French writes numbers where that is wanted', () => {
    assert.deepEqual(hints(lined, { gradients: true })[1], [', 0.6]', '∂ℒ/∂w = (0.1165, 0.2331, 0.3496)']);
    withDecimalMark(',', () => {
      assert.deepEqual(hints(lined, { gradients: true })[1], [
        ', 0.6]',
        '∂ℒ/∂w = (0,1165\u202f; 0,2331\u202f; 0,3496)',
      ]);
    });
  });

  it('are those of the visible part', () => {
    const context = contextOf(network);
    const visible = { offset: 0, length: network.indexOf('0.7') };
    assert.equal(hintsOf(context, visible, { ...none, shapes: true }).length, 1);
  });

  it('are none where nothing was read', () => {
    assert.deepEqual(
      hints('[[1, 2], [3]]', { shapes: true, neurons: true, gradients: true, divergence: true }),
      [],
    );
  });
});

describe('lenses', () => {
  const titles = (text: string) => lensesOf(contextOf(text)).map(({ command }) => command?.title);
  const withoutTarget = network.replace(/,\s*"target": \[1\]/, '');

  it('say the output where there is no loss', () => {
    assert.deepEqual(titles(withoutTarget), ['ŷ = 0.433055', 'Open']);
  });

  it('say both divergences, each leading to the panel of divergences', () => {
    assert.deepEqual(titles(distributions), ['KL(P ‖ Q) = 0.0852996', 'KL(Q ‖ P) = 0.0974550', 'Open']);
    assert.equal(lensesOf(contextOf(distributions))[0]?.command?.command, 'nabla.computeDivergence');
  });

  it('say an infinite divergence', () => {
    assert.equal(titles('P = [0.5, 0.5]\nQ = [1, 0]')[0], 'KL(P ‖ Q) = ∞');
  });

  it('are none over what is not read', () => {
    assert.deepEqual(titles('[[1, 2], [3]]'), []);
  });
});
