import assert from 'node:assert/strict';
import { finish } from '../../../core/steps';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { detailSteps } from '../../../extension/language/details';
import { wordsOf } from '../../../extension/language/words/words';

function profileOf(p: readonly unknown[], q?: readonly unknown[]) {
  const study = evaluate(read(JSON.stringify(q === undefined ? { p } : { p, q })));
  const context = { evaluation: { study, offset: 0, line: 0 }, digits: 6, words: wordsOf('en') };
  return { study, profile: finish(detailSteps({ topic: 'profile' }, context)) };
}

/** 250 outcomes, of 1/500 and 3/500 by turns. */
const uneven = Array.from({ length: 250 }, (_, at) => (at % 2 === 0 ? '1/500' : '3/500'));
const even = Array.from({ length: 250 }, () => '1/250');

describe('the profile of many outcomes', () => {
  it('has sums over groups of neighbours, the last of them shorter', () => {
    const { profile } = profileOf(uneven, even);
    assert.equal(profile?.each, 3);
    assert.equal(profile?.p.length, 84);
    assert.ok(Math.abs(Number(profile?.p[0]) - 5 / 500) < 1e-17);
    assert.ok(Math.abs(Number(profile?.q?.at(-1)) - 1 / 250) < 1e-17);
  });

  it('has steps that add up to the divergence', () => {
    const { study, profile } = profileOf(uneven, even);
    assert.ok(study.kind === 'distribution' && profile?.term !== null && profile?.term !== undefined);
    const sum = profile.term.reduce<number>((total, term) => total + Number(term), 0);
    // ¼ ln ½ + ¾ ln 3/2.
    assert.ok(Math.abs(sum - (0.25 * Math.log(0.5) + 0.75 * Math.log(1.5))) < 1e-14);
  });

  it('is infinite in the group whose outcome q leaves out', () => {
    const { profile } = profileOf(even, [0, '1/125', ...even.slice(2)]);
    assert.deepEqual([profile?.term?.[0], Number.isFinite(Number(profile?.term?.[1]))], ['Infinity', true]);
  });

  it('has nothing of Q where there is none', () => {
    const { profile } = profileOf(uneven);
    assert.deepEqual([profile?.q, profile?.term], [null, null]);
  });
});
