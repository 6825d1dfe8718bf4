import { createProblem, hasError, type Problem, type Span } from '../../problem';
import type { Steps } from '../../steps';
import { childrenOf, type DensityExpression } from '../../text/densityExpression';
import { findFamily } from '../families';
import { domainContains, domainText } from '../families/domain';
import type { AlternativeParameter, Family, Parameter, ParameterValue } from '../families/family';
import type { ResolvedMeasure } from './comparison';
import { createDensity } from './densityDistribution';
import type { DensitySpec, FamilySpec, MeasureSpec, MixtureSpec, ParameterSpec } from './measureSpec';
import { parameterText } from './measureText';
import { createMixture } from './mixture';

export interface Resolution {
  readonly measure: ResolvedMeasure | null;
  readonly problems: readonly Problem[];
}

const NODES_AT_MOST = 500;
const COMPONENTS_AT_MOST = 64;

function failed(...problems: readonly Problem[]): Resolution {
  return { measure: null, problems };
}

/** The family and its parameters by name, or the density with its shape; what is wrong with them as problems. */
export function* resolveMeasure(spec: MeasureSpec, distribution: 'P' | 'Q'): Steps<Resolution> {
  switch (spec.kind) {
    case 'family':
      return resolveFamily(spec, distribution);
    case 'density':
      return yield* resolveDensity(spec, distribution);
    case 'mixture':
      return yield* resolveMixture(spec, distribution);
  }
}

interface Assigned {
  readonly parameter: Parameter;
  readonly value: ParameterValue;
  readonly span: Span;
}

const plainName = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '');

type Slot = { readonly parameter: Parameter; readonly alternative: AlternativeParameter | null };

/** The parameter that a name means: its own name first, then an alternative, then an alias. */
function findSlot(family: Family, name: string): Slot | null {
  const wanted = plainName(name);
  for (const parameter of family.parameters) {
    if (plainName(parameter.name) === wanted) return { parameter, alternative: null };
    const alternative = parameter.alternatives?.find((entry) => plainName(entry.name) === wanted);
    if (alternative !== undefined) return { parameter, alternative };
  }
  const aliased = family.parameters.find((parameter) =>
    parameter.aliases?.some((alias) => plainName(alias) === wanted),
  );
  return aliased === undefined ? null : { parameter: aliased, alternative: null };
}

function assign(family: Family, spec: ParameterSpec, position: number): Assigned | Problem {
  const known = family.parameters.map((parameter) => parameter.name);
  const byPosition = family.parameters[position];
  const slot =
    spec.name === null
      ? byPosition === undefined
        ? null
        : { parameter: byPosition, alternative: null }
      : findSlot(family, spec.name);
  if (slot === null) {
    return createProblem('parameter-domain', spec.nameSpan ?? spec.span, {
      owner: family.name,
      parameter: spec.name ?? String(position + 1),
      value: parameterText(spec.value),
      domain: known.join(', '),
      known,
    });
  }
  const { parameter, alternative } = slot;
  const domain = alternative?.domain ?? parameter.domain;
  const value =
    domainContains(domain, spec.value) && alternative !== null ? alternative.convert(spec.value) : spec.value;
  if (!domainContains(domain, spec.value) || value === null || !domainContains(parameter.domain, value)) {
    return createProblem('parameter-domain', spec.span, {
      owner: family.name,
      parameter: alternative?.name ?? parameter.name,
      value: parameterText(spec.value),
      domain: domainText(domain),
    });
  }
  return { parameter, value, span: spec.span };
}

/** A parameter that was left out and has no default, said at the family's name. */
function missing(spec: FamilySpec, family: Family, name: string): Problem {
  return createProblem('syntax', spec.nameSpan, {
    reason: 'missing-value',
    expected: name,
    family: family.name,
    parameters: family.parameters.map((parameter) => parameter.name),
  });
}

function resolveFamily(spec: FamilySpec, distribution: 'P' | 'Q'): Resolution {
  const found = findFamily(spec.name);
  if (found.found === null) {
    const data = { name: spec.name, suggestion: found.suggestion };
    return failed(createProblem('unknown-family', spec.nameSpan, data));
  }
  const family = found.found;
  const problems: Problem[] = [];
  const values: Record<string, ParameterValue> = {};
  const spans = new Map<string, Span>();
  for (const [position, parameter] of spec.parameters.entries()) {
    const assigned = assign(family, parameter, position);
    if ('code' in assigned) problems.push(assigned);
    else if (spans.has(assigned.parameter.name)) {
      const span = parameter.nameSpan ?? parameter.span;
      problems.push(
        createProblem('syntax', span, { reason: 'duplicate-key', found: assigned.parameter.name }),
      );
    } else {
      values[assigned.parameter.name] = assigned.value;
      spans.set(assigned.parameter.name, assigned.span);
    }
  }
  if (problems.length > 0) return failed(...problems);
  for (const parameter of family.parameters) {
    if (values[parameter.name] !== undefined) continue;
    if (parameter.default === undefined) problems.push(missing(spec, family, parameter.name));
    else values[parameter.name] = parameter.default;
  }
  if (problems.length > 0) return failed(...problems);
  const violation = family.violation?.(values) ?? null;
  if (violation !== null) {
    const { parameter, domain } = violation;
    const value = parameterText(values[parameter] ?? Number.NaN);
    const span = spans.get(parameter) ?? spec.span;
    return failed(createProblem('parameter-domain', span, { owner: family.name, parameter, value, domain }));
  }
  const measure = { spec, family, parameters: values, distribution: family.create(values), integral: 1 };
  const warnings: readonly Problem[] = [
    ...unnormalised(values.probs, spans.get('probs') ?? spec.span, distribution),
    ...varianceOrDeviation(spec),
  ];
  return { measure, problems: warnings };
}

/** `N(μ, ·)` is written with σ by some and with σ² by others; ours is σ, as in `torch.distributions`. */
function varianceOrDeviation(spec: FamilySpec): readonly Problem[] {
  const second = spec.parameters[1];
  if (spec.name !== 'N' || second === undefined || second.name !== null || second.value === 1) return [];
  return [createProblem('ambiguous-reading', second.span, { taken: 'σ', other: 'σ²' })];
}

/** Probabilities of a categorical that do not sum to one are divided by their sum, and that is said. */
function unnormalised(
  probs: ParameterValue | undefined,
  span: Span,
  distribution: 'P' | 'Q',
): readonly Problem[] {
  if (probs === undefined || typeof probs === 'number') return [];
  const sum = probs.reduce<number>((total, p) => total + (typeof p === 'number' ? p : 0), 0);
  if (Math.abs(sum - 1) <= 1e-9 * probs.length) return [];
  return [createProblem('not-normalised', span, { distribution, sum: String(sum), taken: 'normalised' })];
}

/** Weights whose sum is one but for printed rounding are divided by it; weights of 0 add nothing. */
function* resolveMixture(spec: MixtureSpec, distribution: 'P' | 'Q'): Steps<Resolution> {
  const size = spec.components.length;
  if (size > COMPONENTS_AT_MOST) {
    return failed(
      createProblem('too-large', spec.span, { what: 'mixture', size, limit: COMPONENTS_AT_MOST }),
    );
  }
  const problems: Problem[] = [];
  const components: { weight: number; measure: ResolvedMeasure; span: Span }[] = [];
  for (const { weight, weightSpan, measure } of spec.components) {
    if (!domainContains('non-negative', weight)) {
      const data = { owner: 'mixture', parameter: 'weights', value: String(weight) };
      problems.push(
        createProblem('parameter-domain', weightSpan, { ...data, domain: domainText('non-negative') }),
      );
    }
    const resolution = yield* resolveMeasure(measure, distribution);
    problems.push(...resolution.problems);
    if (resolution.measure !== null)
      components.push({ weight, measure: resolution.measure, span: measure.span });
  }
  if (hasError(problems) || components.length < size) return failed(...problems);
  const sum = components.reduce((total, { weight }) => total + weight, 0);
  if (sum === 0) {
    const data = { owner: 'mixture', parameter: 'weights', value: '0', domain: domainText('positive') };
    return failed(...problems, createProblem('parameter-domain', spec.span, data));
  }
  const divisor = isPrintedOne(sum, spec) ? sum : 1;
  const parts = components
    .filter(({ weight }) => weight > 0)
    .map(({ weight, measure }) => ({ weight: weight / divisor, of: measure.distribution }));
  const mixed = createMixture(parts);
  if (mixed === null) {
    const space = spaceOf(components[0]?.measure);
    const odd = components.find(({ measure }) => spaceOf(measure) !== space);
    const data = { owner: 'mixture', parameter: 'components', value: spaceOf(odd?.measure), domain: space };
    return failed(...problems, createProblem('parameter-domain', odd?.span ?? spec.span, data));
  }
  const measure: ResolvedMeasure = {
    spec,
    family: null,
    parameters: {},
    distribution: mixed,
    integral: components.reduce(
      (total, { weight, measure: of }) => total + (weight / divisor) * of.integral,
      0,
    ),
    components,
  };
  return { measure, problems };
}

function isPrintedOne(sum: number, { rounding, components }: MixtureSpec): boolean {
  const difference = Math.abs(sum - 1);
  return difference < rounding || difference <= 4 * Number.EPSILON * components.length;
}

/** Where the points of a distribution lie. */
function spaceOf(measure: ResolvedMeasure | undefined): string {
  const { distribution } = measure ?? {};
  switch (distribution?.kind) {
    case 'discrete':
      return 'ℤ';
    case 'multivariate':
      return distribution.space === 'simplex'
        ? `Δ${superscript(distribution.dimension - 1)}`
        : `ℝ${superscript(distribution.dimension)}`;
    default:
      return 'ℝ';
  }
}

function superscript(n: number): string {
  return String(n).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
}

function sizeOf(expression: DensityExpression): number {
  return childrenOf(expression).reduce((total, child) => total + sizeOf(child), 1);
}

function* resolveDensity(spec: DensitySpec, distribution: 'P' | 'Q'): Steps<Resolution> {
  const [lower, upper] = spec.support;
  const size = sizeOf(spec.expression);
  if (size > NODES_AT_MOST) {
    return failed(createProblem('too-large', spec.span, { what: 'density', size, limit: NODES_AT_MOST }));
  }
  const first = lower.value;
  const second = upper.value;
  if (!(first < second) || first === Number.POSITIVE_INFINITY) {
    return failed(
      createProblem('parameter-domain', Number.isNaN(first) ? lower.span : upper.span, {
        owner: 'density',
        parameter: 'support',
        value: String(Number.isNaN(first) ? first : second),
        domain: Number.isNaN(first) ? domainText('real') : `(${first}, ∞)`,
      }),
    );
  }
  const support = { lower: first, upper: second };
  const { distribution: density, divergesAt } = yield* createDensity(spec.expression, support);
  if (divergesAt !== null)
    return failed(createProblem('infinite-integral', spec.span, { distribution, at: divergesAt }));
  const measure = { spec, family: null, parameters: {}, distribution: density, integral: Number.NaN };
  return { measure, problems: [] };
}
