import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { closedForms } from '../../../core/divergence/closedForms';
import { integratePair, type PairIntegrals } from '../../../core/divergence/continuous/byQuadrature';
import { sumPair } from '../../../core/divergence/continuous/bySeries';
import { divergenceFinite, entropyFinite } from '../../../core/divergence/continuous/finiteness';
import { componentPlace, components } from '../../../core/divergence/continuous/pairTerms';
import { families, findFamily } from '../../../core/divergence/families';
import type { Distribution } from '../../../core/divergence/families/distribution';
import type { Family, ParameterValues } from '../../../core/divergence/families/family';
import { finish } from '../../../core/steps';
import { parametersOf } from './randomParameters';

function familyNamed(name: string): Family {
  const { found } = findFamily(name);
  if (found === null) throw new Error(`no family ${name}`);
  return found;
}

/** The named components alone, by quadrature or as a series, whatever closed forms there are. */
function measured(
  p: Distribution,
  q: Distribution,
  names: readonly (typeof components)[number][],
): PairIntegrals {
  const wanted = Uint8Array.from(components, (component) => (names.includes(component) ? 1 : 0));
  if (p.kind === 'continuous' && q.kind === 'continuous') return finish(integratePair(p, q, wanted, 0, 0));
  if (p.kind === 'discrete' && q.kind === 'discrete') return finish(sumPair(p, q, wanted));
  throw new Error('not a pair of one variable');
}

const univariate = families.filter(
  ({ parameters }) =>
    !parameters.some(({ domain }) => domain === 'real-vector' || domain === 'positive-vector'),
);
const within = (actual: number, wanted: number, tolerance: number) =>
  Math.abs(actual - wanted) <= tolerance * Math.max(1, Math.abs(wanted));

describe('closed forms', () => {
  for (const form of closedForms) {
    const familyP = familyNamed(form.p);
    if (!univariate.includes(familyP)) continue;
    const familyQ = familyNamed(form.q);
    it(`KL(${form.p} ‖ ${form.q}) agrees with quadrature or summation`, () => {
      let compared = 0;
      const compare = (parametersP: ParameterValues, parametersQ: ParameterValues) => {
        const p = familyP.create(parametersP);
        const q = familyQ.create(parametersQ);
        if (p.kind === 'multivariate' || q.kind === 'multivariate') return;
        if (divergenceFinite(p, q, 'P').finite !== true) return;
        if (form.applies?.(parametersP, parametersQ) === false) return;
        compared++;
        const found = measured(p, q, ['massP', 'massQ', 'klPQ']);
        const at = (name: (typeof components)[number]) => found.values[componentPlace(name)] ?? Number.NaN;
        const value = form.kl(parametersP, parametersQ);
        assert.ok(within(at('massP'), 1, 1e-12), `mass ${at('massP')}`);
        assert.ok(
          within(value, at('klPQ'), 1e-11),
          `${value} by the formula, ${at('klPQ')} by integration of ${JSON.stringify([parametersP, parametersQ])}`,
        );
      };
      const extra: ParameterValues =
        form.q === 'negative_binomial' || form.q === 'binomial' ? { total_count: 7 } : {};
      const ofP = parametersOf(familyP).map((values) => narrowed(form.p, form.q, withCount(values, extra)));
      const ofQ = parametersOf(familyQ).map((values) => withCount(values, extra));
      const contained = ofQ.map((values) => widened(form.p, form.q, values));
      fc.assert(fc.property(ofP, contained, compare), { numRuns: 12, seed: 11 });
      assert.ok(compared >= 4, `only ${compared} finite pairs`);
    });
  }

  it('have a formula in both forms and a source', () => {
    for (const { formula, source } of closedForms) {
      assert.ok(formula.latex.length > 0 && formula.plain.length > 0 && source.length > 0);
    }
  });

  it('are 0 for a distribution and itself', () => {
    for (const form of closedForms.filter(({ p, q }) => p === q)) {
      const family = familyNamed(form.p);
      if (!univariate.includes(family)) continue;
      fc.assert(
        fc.property(parametersOf(family), (parameters) => {
          assert.ok(Math.abs(form.kl(parameters, parameters)) <= 1e-14);
        }),
        { numRuns: 20, seed: 3 },
      );
    }
  });
});

/** The same number of trials for both, where the closed form asks for it. */
function withCount(values: ParameterValues, count: ParameterValues): ParameterValues {
  return 'total_count' in values ? { ...values, ...count } : values;
}

/** A uniform inside Q's support, others with the two moments that a normal asks for. */
function narrowed(p: string, q: string, values: ParameterValues): ParameterValues {
  const { low, high, alpha, df, concentration } = values;
  if (p === 'student_t' && typeof df === 'number') return { ...values, df: df + 2 };
  if (p === 'inverse_gamma' && q !== p && typeof concentration === 'number') {
    return { ...values, concentration: concentration + 2 };
  }
  if (p === 'pareto' && typeof alpha === 'number') return { ...values, alpha: alpha + 2 };
  const bounded = ['beta', 'continuous_bernoulli', 'exponential', 'gamma', 'pareto'].includes(q);
  if (p !== 'uniform' || !bounded || typeof low !== 'number' || typeof high !== 'number') return values;
  return { low: (low + 3) / 10, high: (high + 3.5) / 10 };
}

/** A uniform wide enough for P's support, a Pareto that starts below a uniform: else every pair is infinite. */
function widened(p: string, q: string, values: ParameterValues): ParameterValues {
  if (q === 'uniform' && p === 'von_mises') return { low: -3.5, high: 4 };
  if (q === 'uniform' && p !== 'uniform') return { low: -0.5, high: 1.5 };
  if (q === 'uniform') return { low: -4, high: 5 };
  return q === 'pareto' ? { ...values, scale: 0.04 } : values;
}

describe('families', () => {
  for (const family of univariate) {
    it(`${family.name} integrates to one and has the entropy of its formula`, () => {
      fc.assert(
        fc.property(parametersOf(family), (parameters) => {
          const distribution = family.create(parameters);
          if (distribution.kind === 'multivariate') return;
          assert.equal(entropyFinite(distribution).finite, true);
          const found = measured(distribution, distribution, ['massP', 'entropyP']);
          const mass = found.values[componentPlace('massP')] ?? Number.NaN;
          const entropy = found.values[componentPlace('entropyP')] ?? Number.NaN;
          assert.ok(within(mass, 1, 1e-12), `mass ${mass} of ${JSON.stringify(parameters)}`);
          assert.equal(family.entropy === null, distribution.entropy === null);
          if (distribution.entropy !== null) {
            assert.ok(
              within(distribution.entropy, entropy, 1e-11),
              `${distribution.entropy}, not ${entropy} for ${JSON.stringify(parameters)}`,
            );
          }
        }),
        { numRuns: 12, seed: 7 },
      );
    });
  }
});

describe('the page about families', () => {
  const page = readFileSync(new URL('../../../docs/families.md', import.meta.url), 'utf8').replaceAll(
    '\\|',
    '¦',
  );

  it('lists every family in order, with its aliases', () => {
    const rows = page.split('\n').filter((line) => line.split('|').length === 7 && line.startsWith('| `'));
    const listed = rows.map((row) =>
      [
        ...(row
          .split('|', 3)
          .join('|')
          .matchAll(/`([^`]+)`/g) ?? []),
      ].map((match) => match[1]),
    );
    assert.deepEqual(
      listed,
      families.map(({ name, aliases }) => [name, ...aliases]),
    );
  });

  it('lists no name twice', () => {
    const names = families.flatMap(({ name, aliases }) =>
      [name, ...aliases].map((entry) => entry.toLowerCase()),
    );
    assert.equal(new Set(names).size, names.length);
  });

  it('lists every closed form', () => {
    const rows = page.split('\n').filter((line) => line.split('|').length === 4 && line.startsWith('| `'));
    const listed = rows.flatMap((row) => {
      const [p, ...qs] = [...row.matchAll(/`([^`]+)`/g)].map((match) => match[1]);
      return qs.map((q) => `${p} ${q}`);
    });
    assert.deepEqual(new Set(listed), new Set(closedForms.map(({ p, q }) => `${p} ${q}`)));
  });
});
