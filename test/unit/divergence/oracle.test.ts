import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ExactMeasure, Measures } from '../../../core/divergence/distributionStudy';
import { printRational } from '../../../core/exact/rational';
import { agrees, type Expected, type Tolerance } from '../support/agreement';
import { studyOf } from '../support/reading';

interface ExpectedTerms {
  readonly terms: readonly { readonly prime: number; readonly coefficient: string }[];
}

interface DivergenceCase {
  readonly name: string;
  readonly document: {
    readonly p: readonly (number | string)[];
    readonly q: readonly (number | string)[];
  };
  readonly expected: Readonly<Record<keyof Measures, Expected>> & {
    readonly exact?: Readonly<Record<ExactMeasure, ExpectedTerms>>;
    readonly error?: string;
  };
  readonly tolerance: Tolerance;
}

const cases = JSON.parse(
  readFileSync(new URL('../../oracle/divergences.json', import.meta.url), 'utf8'),
) as readonly DivergenceCase[];

describe('divergences of independent tools', () => {
  for (const { name, document, expected, tolerance } of cases) {
    const { exact, error, ...values } = expected;
    it(`${name}: ${error === undefined ? 'every measure agrees' : `says ${error}`}`, () => {
      const study = studyOf(document);
      if (error !== undefined) {
        assert.ok(
          study.problems.some(({ code }) => code === error),
          JSON.stringify(study.problems.map(({ code }) => code)),
        );
        return;
      }
      assert.ok(study.kind === 'distribution');
      const { measures, exact: forms } = study;
      for (const [key, wanted] of Object.entries(values)) {
        const value = measures[key as keyof Measures] ?? Number.NaN;
        assert.ok(agrees(value, wanted, tolerance), `${key} is ${value}, not ${wanted}`);
      }
      for (const [key, wanted] of Object.entries(exact ?? {})) {
        const form = forms[key as ExactMeasure];
        const terms = form?.terms.map(({ prime, coefficient }) => ({
          prime: Number(prime),
          coefficient: printRational(coefficient),
        }));
        assert.deepEqual(terms, wanted.terms, key);
      }
    });
  }
});
