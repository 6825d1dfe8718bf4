import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gapBetween } from '../../../core/derivation/activationStudy/comparison';
import { evaluate } from '../../../core/study';
import { read } from '../../../core/text';
import { resultOf } from '../../../extension/language/result';
import { wordsOf } from '../../../extension/language/words/words';
import type { ActivationResult } from '../../../extension/protocol/activationResult';
import { agrees, type Expected, type Tolerance } from '../support/agreement';
import { studyOf } from '../support/reading';
import { caseOf, cases } from './cases';

interface KinkCase {
  readonly name: string;
  readonly document: { readonly activation: unknown; readonly input: number };
  readonly expected: {
    readonly value: number;
    readonly left: Expected;
    readonly right: Expected;
    readonly differentiable: boolean;
  };
  readonly tolerance: Tolerance;
}

const oracle = JSON.parse(
  readFileSync(new URL('../../oracle/kinks.json', import.meta.url), 'utf8'),
) as readonly KinkCase[];

function resultOfText(text: string): ActivationResult {
  const result = resultOf(evaluate(read(text)), wordsOf('en'));
  assert.ok(result.kind === 'activation', JSON.stringify(result));
  return result;
}

describe('an activation at the numbers of a text', () => {
  for (const { name, document, expected, tolerance } of oracle.filter(
    ({ document: { activation } }) => activation,
  )) {
    it(`${name}: has its value there, its derivative, and the kink where it is on one`, () => {
      const { points, problems } = resultOfText(JSON.stringify(document));
      assert.equal(points?.length, 1);
      const [{ value, derivative, kink }] = points;
      assert.ok(agrees(Number(value), expected.value, tolerance), `the value is ${value}`);
      assert.deepEqual(
        problems.map(({ code }) => code),
        expected.differentiable ? [] : ['kink'],
      );
      if (expected.differentiable) {
        assert.equal(kink, undefined);
        assert.ok(agrees(Number(derivative), expected.left, tolerance), `the derivative is ${derivative}`);
        return;
      }
      assert.ok(agrees(Number(kink?.left), expected.left, tolerance), `left is ${kink?.left}`);
      assert.ok(agrees(Number(kink?.right), expected.right, tolerance), `right is ${kink?.right}`);
      assert.equal(derivative, kink?.chosen);
    });
  }

  it('keeps the names of numbers and marks a kink at its own number', () => {
    const text = '{"activation": {"name": "elu", "alpha": 2}, "input": {"s₁": "-1/2", "s₂": 0}}';
    const { points, problems } = resultOfText(text);
    assert.deepEqual(
      points?.map(({ name, at }) => [name, at]),
      [
        ['s₁', -0.5],
        ['s₂', 0],
      ],
    );
    assert.equal(problems[0]?.offset, text.lastIndexOf('0'));
  });

  it('gives a row its outputs and a Jacobian that differences confirm', () => {
    for (const activation of ['softmax', 'softmin', 'log_softmax', 'sparsemax', 'glu']) {
      const input = [0.3, 0.1, -0.2, 0.4];
      const at = (row: readonly number[]) => resultOfText(JSON.stringify({ activation, input: row }));
      const { jacobian } = at(input);
      const step = 2 ** -14;
      input.forEach((_, column) => {
        const moved = (h: number) => at(input.map((x, j) => (j === column ? x + h : x))).output ?? [];
        const [before, after] = [moved(-step), moved(step)];
        before.forEach((low, row) => {
          const slope = (Number(after[row]) - Number(low)) / (2 * step);
          assert.ok(
            Math.abs(Number(jacobian?.[row]?.[column]) - slope) < 1e-8,
            `${activation} ${row} ${column}`,
          );
        });
      });
    }
  });

  for (const [document, code, at] of [
    ['{"activation": "relu", "input": [[1, 2]]}', 'syntax', '[[1, 2]]'],
    ['{"activation": "relu", "input": "two"}', 'syntax', '"two"'],
    ['{"activation": "relu", "input": {"a": [1, 2]}}', 'syntax', '[1, 2]'],
    ['{"activation": "glu", "input": [1, 2, 3]}', 'width-mismatch', '[1, 2, 3]'],
    ['{"activation": "reul", "input": 1}', 'unknown-activation', '"reul"'],
  ] as const) {
    it(`refuses ${document} at ${at}`, () => {
      const { kind, problems } = evaluate(read(document));
      assert.equal(kind, 'error');
      assert.equal(problems[0]?.code, code);
      const { offset, length } = problems[0]?.span ?? { offset: 0, length: 0 };
      assert.equal(document.slice(offset, offset + length), at);
    });
  }
});

describe('one activation beside another', () => {
  const at = (place: number, { activation, parameters }: (typeof cases)[number]) =>
    activation.value(place, parameters);

  for (const phi of cases) {
    it(`${phi.name}: no point is outside the bounds of a difference, and some point is as near as they say`, () => {
      for (const name of ['relu', 'tanh', 'gelu', 'softshrink']) {
        const psi = caseOf(name);
        const gap = gapBetween(phi, psi);
        if (gap === null) {
          assert.match(`${phi.name} ${name}`, /sine|exponential/);
          continue;
        }
        const { highest, lowest } = gap;
        let [most, least] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
        const near = Array.from({ length: 8_001 }, (_, step) => (step - 4_000) / 80);
        for (const x of [-400, ...near, 400]) {
          const difference = at(x, phi) - at(x, psi);
          most = Math.max(most, difference);
          least = Math.min(least, difference);
        }
        assert.ok(most <= highest.value + 1e-12 && least >= lowest.value - 1e-12, `${name} ${most} ${least}`);
        for (const [found, { value }] of [
          [most, highest],
          [least, lowest],
        ] as const) {
          if (Number.isFinite(value)) assert.ok(Math.abs(found - value) < 0.05, `${name} ${found} ${value}`);
          else assert.ok(Math.abs(found) > 0.3, `${name} ${found}`);
        }
      }
    });
  }

  it('finds ln 2 at 0 between softplus and relu, and that it is reached', () => {
    const gap = gapBetween(caseOf('softplus'), caseOf('relu'));
    assert.deepEqual(gap?.highest, { at: 0, value: Math.LN2 });
    assert.equal(gap?.lowest.value, 0);
    assert.ok(!Number.isFinite(gap?.lowest.at));
  });

  it('is not known to have a bound beside what oscillates', () => {
    assert.equal(gapBetween(caseOf('sine'), caseOf('tanh')), null);
    assert.equal(studyOf({ activation: 'sine' }).kind, 'activation');
  });
});
