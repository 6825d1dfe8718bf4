import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { printers } from '../../../core/divergence/printers';
import { definitionOf, type PrintVerdict, verdictOf } from '../../../core/divergence/printers/compare';
import type { Expected } from '../support/agreement';
import { distributionStudyOf } from '../support/reading';

interface Run {
  readonly tool: string;
  readonly name: string;
  readonly p: readonly number[];
  readonly q: readonly number[];
  readonly prints: Readonly<Record<string, Expected | readonly Expected[]>>;
}

const runs = JSON.parse(
  readFileSync(new URL('../../oracle/printers.json', import.meta.url), 'utf8'),
) as readonly Run[];

function printerOf(call: string) {
  const printer = printers.find((known) => known.call === call);
  assert.ok(printer !== undefined, call);
  return printer;
}

function verdict(
  call: string,
  p: readonly (number | string)[],
  q: readonly (number | string)[],
): PrintVerdict {
  const study = distributionStudyOf({ p, q });
  const printer = printerOf(call);
  return verdictOf(printer, printer.print(study.p, study.q ?? study.p), study);
}

describe('what other libraries print', () => {
  for (const { tool, name, p, q, prints } of runs) {
    it(`${tool} was run on ${name}, and printed the same but for its own rounding`, () => {
      for (const [call, wanted] of Object.entries(prints)) {
        const printed = printerOf(call).print(Float64Array.from(p), Float64Array.from(q));
        const { values } = printed;
        // Before SciPy 1.17 the logarithm of a ratio near one kept the rounding of the ratio.
        const rounding = printed.rounding + (tool === 'SciPy 1.10.1' ? 2 ** -50 : 0);
        const expected = (Array.isArray(wanted) ? wanted : [wanted]).map(Number);
        assert.equal(values.length, expected.length);
        for (const [i, value] of values.entries()) {
          const isLost = Math.abs(expected[i]) <= rounding || Number.isNaN(expected[i]);
          const isNear = Math.abs(value - expected[i]) <= rounding;
          const isSame = Object.is(value, expected[i]) || isNear || (isLost && !(Math.abs(value) > rounding));
          assert.ok(isSame, `${call} is ${value}, not ${expected[i]}, within ${rounding}`);
        }
      }
    });
  }

  it('was checked by running every call that says so', () => {
    for (const { call, known } of printers) {
      assert.equal(
        runs.some(({ prints }) => call in prints),
        known === 'run',
        call,
      );
    }
  });

  it('is the definition where nothing is special, but for the conventions that say otherwise', () => {
    const [p, q] = [
      [0.36, 0.48, 0.16],
      [0.2, 0.3, 0.5],
    ];
    for (const { call, conventions } of printers) {
      const other = ['mean-over-outcomes', 'mean-over-first-dimension', 'twice'] as const;
      const wanted = conventions.includes('unreduced')
        ? 'terms'
        : other.some((convention) => conventions.includes(convention))
          ? 'differs'
          : 'same';
      assert.equal(verdict(call, p, q), wanted, call);
    }
  });

  it('differs by the floors and clips of Keras and philentropy where Q has a zero', () => {
    const [p, q] = [
      [0.5, 0.5],
      [1, 0],
    ];
    assert.equal(verdict('scipy.stats.entropy(P, Q)', p, q), 'same');
    assert.equal(verdict('keras.losses.kl_divergence(P, Q)', p, q), 'differs');
    const { values } = printerOf('philentropy::KL(rbind(P, Q))').print(
      Float64Array.from(p),
      Float64Array.from(q),
    );
    assert.ok(Math.abs(values[0] - (0.5 * Math.log2(0.5) + 0.5 * Math.log2(0.5e5))) < 1e-12);
  });

  it('tells normalising from taking as given', () => {
    const [p, q] = [
      [3, 5, 2],
      [0.2, 0.3, 0.5],
    ];
    assert.equal(verdict('scipy.stats.entropy(P, Q)', p, q), 'same-normalised');
    assert.equal(verdict('scipy.special.rel_entr(P, Q).sum()', p, q), 'same');
    assert.equal(verdict('scipy.special.kl_div(P, Q).sum()', p, q), 'differs');
  });

  it('says that rounding is all that is printed for nearly equal P and Q', () => {
    const p = ['0.500000000001', '0.299999999999', '0.2'];
    assert.equal(verdict('scipy.spatial.distance.jensenshannon(P, Q)', p, [0.5, 0.3, 0.2]), 'rounding');
    assert.equal(
      verdict("torch.nn.functional.kl_div(Q.log(), P, reduction='sum')", p, [0.5, 0.3, 0.2]),
      'rounding',
    );
  });

  it('compares in the unit in which it prints, whatever the base of the text', () => {
    const study = distributionStudyOf({ p: [0.5, 0.5], q: [0.25, 0.75], base: 10 });
    const nats = definitionOf(printerOf('scipy.stats.entropy(P, Q)'), study, study.measures);
    assert.ok(Math.abs((nats ?? 0) - 0.5 * Math.log(4 / 3)) < 1e-15);
  });
});
