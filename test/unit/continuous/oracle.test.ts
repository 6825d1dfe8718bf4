import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compareMeasures } from '../../../core/divergence/continuous/compareMeasures';
import type { MeasureName } from '../../../core/divergence/continuous/comparison';
import { type MeasureDocument, specOf } from './specs';

interface OracleCase {
  readonly name: string;
  readonly document: { readonly p: MeasureDocument; readonly q: MeasureDocument };
  readonly expected: {
    readonly error?: string;
    readonly normalised?: { readonly p: boolean; readonly q: boolean };
    readonly integral?: { readonly p: number; readonly q: number };
  } & Readonly<Partial<Record<MeasureName, number | 'Infinity'>>>;
  readonly tolerance: { readonly relative: number; readonly absolute: number };
}

const cases = JSON.parse(
  readFileSync(new URL('../../oracle/continuous.json', import.meta.url), 'utf8'),
) as readonly OracleCase[];

const names: readonly MeasureName[] = ['klPQ', 'klQP', 'entropyP', 'crossEntropyPQ'];

describe('families and densities against mpmath and torch', () => {
  it('has all 220 cases', () => assert.equal(cases.length, 220));

  for (const { name, document, expected, tolerance } of cases) {
    it(`agrees on ${name}`, () => {
      const result = compareMeasures(specOf(document.p), specOf(document.q));
      const near = (actual: number | undefined, wanted: number | 'Infinity', what: string) => {
        const value = Number(wanted);
        const close =
          actual === value ||
          (actual !== undefined &&
            Math.abs(actual - value) <= tolerance.relative * Math.abs(value) + tolerance.absolute);
        assert.ok(close, `${what}: ${actual}, not ${wanted}`);
      };
      if (expected.error !== undefined) {
        assert.ok(result.problems.some(({ code }) => code === expected.error));
        return;
      }
      const codes = result.problems.map(({ code }) => code);
      const off = expected.normalised !== undefined && !(expected.normalised.p && expected.normalised.q);
      assert.deepEqual(new Set(codes), new Set(off ? ['not-normalised'] : []));
      if (expected.normalised !== undefined) assert.equal(result.normalised !== null, off);
      if (expected.integral !== undefined) {
        near(result.p?.integral, expected.integral.p, 'integral of p');
        near(result.q?.integral, expected.integral.q, 'integral of q');
      }
      for (const measure of names) {
        const wanted = expected[measure];
        if (wanted !== undefined) near(result.values[measure]?.value, wanted, measure);
      }
    });
  }
});
