import { createProblem, type Problem } from '../../problem';
import type { Steps } from '../../steps';
import { evaluateExpression } from '../../text/densityExpression';
import type { ContinuousDistribution, DiscreteDistribution } from '../families/distribution';
import { integratePair, type PairIntegrals } from './byQuadrature';
import { sumPair, type Totals } from './bySeries';
import type {
  MeasureComparison,
  MeasureName,
  MeasureValue,
  MeasureValues,
  ResolvedMeasure,
  SupportFact,
} from './comparison';
import {
  chiSquareFinite,
  crossEntropyFinite,
  divergenceFinite,
  entropyFinite,
  type Verdict,
} from './finiteness';
import { knownCrossEntropy, knownDivergence, knownEntropy, knownJeffreys } from './knownValues';
import { type Component, componentPlace, components, SCALED_FROM } from './pairTerms';
import { apart } from './singularPair';
import { disjoint } from './supports';

export type OneVariable = ContinuousDistribution | DiscreteDistribution;

/** A density counts as normalised where its integral is this near to one, or as near as it is known. */
const NORMALISED_WITHIN = 1e-7;
/** A value whose error is larger than this, relatively and absolutely, is not given. */
const WORTHLESS = 1e-5;

const one = { value: 1, error: 0 };

type Verdicts = Readonly<Record<MeasureName, Verdict>>;

const finite: Verdict = { finite: true };

function verdictsOf(p: OneVariable, q: OneVariable): Verdicts {
  const klPQ = divergenceFinite(p, q, 'P');
  const klQP = divergenceFinite(q, p, 'Q');
  const chiSquare = chiSquareFinite(p, q);
  return {
    entropyP: entropyFinite(p),
    entropyQ: entropyFinite(q),
    crossEntropyPQ: crossEntropyFinite(p, q, 'P'),
    crossEntropyQP: crossEntropyFinite(q, p, 'Q'),
    klPQ,
    klQP,
    jensenShannon: finite,
    jeffreys: klPQ.finite === true ? klQP : klPQ,
    totalVariation: finite,
    hellinger: finite,
    chiSquare,
    renyi2: chiSquare,
  };
}

/** The measures of which each component is the integral; masses are always wanted. */
const needs: Readonly<Partial<Record<Component, MeasureName>>> = {
  entropyP: 'entropyP',
  entropyQ: 'entropyQ',
  crossEntropyPQ: 'crossEntropyPQ',
  crossEntropyQP: 'crossEntropyQP',
  klPQ: 'klPQ',
  klQP: 'klQP',
  jeffreys: 'jeffreys',
  chiSquare: 'chiSquare',
};

function wantedComponents(verdicts: Verdicts, single: boolean): Uint8Array {
  return Uint8Array.from(components, (component) => {
    if (single) return component === 'massP' || component === 'entropyP' ? 1 : 0;
    const measure = needs[component];
    return measure === undefined || verdicts[measure].finite !== false ? 1 : 0;
  });
}

const undecided: MeasureValue = { value: Number.NaN, method: 'undecided', error: Number.POSITIVE_INFINITY };

/** χ² and Rényi's divergence where ∫p²/q is near or above the greatest double; χ² may then be +∞ for want of doubles. */
function scaledValues(
  { values, errors, logScale }: PairIntegrals,
  method: 'quadrature' | 'series',
): MeasureValues {
  if (logScale <= SCALED_FROM) return {};
  const index = componentPlace('scaledMoment');
  const scaled = values[index] ?? Number.NaN;
  const error = (errors[index] ?? Number.NaN) / scaled;
  if (!(error < WORTHLESS)) return { renyi2: undecided, chiSquare: undecided };
  const renyi = logScale + Math.log(scaled);
  const chiSquare = Math.expm1(renyi);
  return {
    renyi2: { value: renyi, method, error: error + Number.EPSILON * renyi },
    chiSquare: { value: chiSquare, method, error: chiSquare * (error + Number.EPSILON * renyi) },
  };
}

/** Values from integrals, before closed forms take the place of some. */
function valuesFrom(
  integrals: PairIntegrals,
  method: 'quadrature' | 'series',
  single: boolean,
): MeasureValues {
  const at = (component: Component) => integrals.values[componentPlace(component)] ?? Number.NaN;
  const errorOf = (component: Component) => integrals.errors[componentPlace(component)] ?? Number.NaN;
  const measured = (value: number, error: number): MeasureValue => {
    const known = Number.isFinite(value) && error <= WORTHLESS * Math.max(1, Math.abs(value));
    return known ? { value, method, error } : undecided;
  };
  const plain = (component: Component) => measured(at(component), errorOf(component));
  const above: MeasureValue = { value: Number.POSITIVE_INFINITY, method, error: Number.POSITIVE_INFINITY };
  const { isAbove } = integrals;
  if (single) return { entropyP: plain('entropyP') };
  const gap = at('massQ') - at('massP');
  const gapError = errorOf('massQ') + errorOf('massP');
  const excess = Math.abs(gap) <= 4 * gapError ? 0 : gap;
  const squared = Math.max(0, at('squaredHellinger'));
  const root = Math.sqrt(squared);
  const squaredError = errorOf('squaredHellinger');
  const moment = at('chiSquare') + (excess === 0 ? 0 : 2 * (at('massP') - 1) - (at('massQ') - 1));
  return {
    entropyP: plain('entropyP'),
    entropyQ: plain('entropyQ'),
    crossEntropyPQ: plain('crossEntropyPQ'),
    crossEntropyQP: plain('crossEntropyQP'),
    klPQ: measured(at('klPQ') - excess, errorOf('klPQ') + (excess === 0 ? 0 : gapError)),
    klQP: measured(at('klQP') + excess, errorOf('klQP') + (excess === 0 ? 0 : gapError)),
    jensenShannon: plain('jensenShannon'),
    jeffreys: plain('jeffreys'),
    totalVariation: plain('totalVariation'),
    hellinger: measured(
      root,
      root > 0 ? Math.min(squaredError / root, Math.sqrt(squaredError)) : Math.sqrt(squaredError),
    ),
    chiSquare: plain('chiSquare'),
    renyi2: measured(Math.log1p(moment), errorOf('chiSquare') / (1 + moment)),
    ...scaledValues(integrals, method),
    ...(isAbove.PQ ? { crossEntropyPQ: above, klPQ: above, chiSquare: above, renyi2: above } : {}),
    ...(isAbove.QP ? { crossEntropyQP: above, klQP: above } : {}),
    ...(isAbove.PQ || isAbove.QP ? { jeffreys: above } : {}),
  };
}

/** +∞ where support or tails say so (−∞ for the entropy of a density with too strong a pole), else the measured value. */
function withVerdicts(values: MeasureValues, verdicts: Verdicts): MeasureValues {
  const result: Partial<Record<MeasureName, MeasureValue>> = {};
  for (const name of Object.keys(values) as MeasureName[]) {
    const verdict = verdicts[name];
    const value = values[name];
    if (verdict.finite === false) {
      const { reason } = verdict;
      const pole = reason.kind === 'tail' && reason.at.every(Number.isFinite) && name.startsWith('entropy');
      const infinity = pole ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      result[name] = { value: infinity, method: reason.kind, error: 0, reason };
    } else if (value !== undefined) result[name] = value;
  }
  return result;
}

function withClosedForms(
  values: MeasureValues,
  verdicts: Verdicts,
  p: ResolvedMeasure,
  q: ResolvedMeasure,
): MeasureValues {
  const result: Partial<Record<MeasureName, MeasureValue>> = { ...values };
  const known = (name: MeasureName, value: MeasureValue | null): MeasureValue | null => {
    if (value === null || verdicts[name].finite === false) return null;
    result[name] = value;
    return value;
  };
  const entropyP = known('entropyP', knownEntropy(p));
  const entropyQ = known('entropyQ', knownEntropy(q));
  const pq = verdicts.klPQ.finite === false ? null : known('klPQ', knownDivergence(p, q));
  const qp = verdicts.klQP.finite === false ? null : known('klQP', knownDivergence(q, p));
  known('crossEntropyPQ', knownCrossEntropy(entropyP, pq, 'PQ'));
  known('crossEntropyQP', knownCrossEntropy(entropyQ, qp, 'QP'));
  known('jeffreys', knownJeffreys(pq, qp));
  return result;
}

function supportFactsOf(verdicts: Verdicts): readonly SupportFact[] {
  const fact = (verdict: Verdict, direction: 'PQ' | 'QP'): readonly SupportFact[] =>
    verdict.finite === false && verdict.reason.kind === 'support'
      ? [{ direction, where: verdict.reason.where }]
      : [];
  return [...fact(verdicts.klPQ, 'PQ'), ...fact(verdicts.klQP, 'QP')];
}

function* integralsOf(
  p: OneVariable,
  q: OneVariable,
  wanted: Uint8Array,
  shiftP: number,
  shiftQ: number,
  totals: Totals,
): Steps<PairIntegrals> {
  if (p.kind === 'continuous' && q.kind === 'continuous') {
    return yield* integratePair(p, q, wanted, shiftP, shiftQ);
  }
  if (p.kind === 'discrete' && q.kind === 'discrete') {
    return yield* sumPair(shifted(p, shiftP), shifted(q, shiftQ), wanted, totals);
  }
  throw new Error('a density has no sum, and a mass no integral');
}

function shifted(distribution: DiscreteDistribution, shift: number): DiscreteDistribution {
  return shift === 0 ? distribution : { ...distribution, logMass: (k) => distribution.logMass(k) + shift };
}

/** Two densities on the line, or two distributions on the integers; or one of them (`q` null). */
export function* compareOneVariable(
  measureP: ResolvedMeasure,
  p: OneVariable,
  measureQ: ResolvedMeasure | null,
  q: OneVariable | null,
): Steps<MeasureComparison> {
  const other = q ?? p;
  const single = measureQ === null;
  const entropyP = single && measureP.family !== null ? knownEntropy(measureP) : null;
  if (entropyP !== null) return alone(measureP, entropyP);
  const verdicts = verdictsOf(p, other);
  const wanted = wantedComponents(verdicts, single);
  const method = p.kind === 'continuous' ? 'quadrature' : 'series';
  const given = { p: measureP.integral, q: (measureQ ?? measureP).integral };
  const integrals = yield* integralsOf(p, other, wanted, 0, 0, given);
  const problems = [...negativeProblems(measureP, integrals.negativeAt.p, 'P')];
  if (measureQ !== null) problems.push(...negativeProblems(measureQ, integrals.negativeAt.q, 'Q'));
  if (problems.length > 0) {
    return { p: measureP, q: measureQ, values: {}, normalised: null, supportFacts: [], problems };
  }
  const massP = massOf(measureP, integrals, 'massP');
  const massQ = measureQ === null ? one : massOf(measureQ, integrals, 'massQ');
  const finished = (found: PairIntegrals, unit: boolean): MeasureValues => {
    const decided = withVerdicts(valuesFrom(found, method, single), verdicts);
    if (measureQ === null) return decided;
    const values = withClosedForms(decided, verdicts, measureP, measureQ);
    return unit && disjoint(p, other) ? { ...values, ...apart([p.support], [other.support]) } : values;
  };
  const off = ![massP, massQ].every(isOne);
  const normalised = off
    ? finished(
        yield* integralsOf(p, other, wanted, -Math.log(massP.value), -Math.log(massQ.value), { p: 1, q: 1 }),
        true,
      )
    : null;
  return {
    p: { ...measureP, integral: massP.value },
    q: measureQ === null ? null : { ...measureQ, integral: massQ.value },
    values: finished(integrals, !off),
    normalised,
    supportFacts: single ? [] : supportFactsOf(verdicts),
    problems: [
      ...massProblems(measureP, massP, 'P'),
      ...(measureQ === null ? [] : massProblems(measureQ, massQ, 'Q')),
    ],
  };
}

/** One family whose entropy has a formula: nothing is left to integrate. */
function alone(p: ResolvedMeasure, entropyP: MeasureValue): MeasureComparison {
  return { p, q: null, values: { entropyP }, normalised: null, supportFacts: [], problems: [] };
}

interface Mass {
  readonly value: number;
  readonly error: number;
}

function massOf(measure: ResolvedMeasure, integrals: PairIntegrals, component: 'massP' | 'massQ'): Mass {
  if (!Number.isNaN(measure.integral)) return { value: measure.integral, error: 0 };
  const index = componentPlace(component);
  return { value: integrals.values[index] ?? Number.NaN, error: integrals.errors[index] ?? Number.NaN };
}

function isOne({ value, error }: Mass): boolean {
  return Math.abs(value - 1) <= Math.max(NORMALISED_WITHIN, error);
}

function massProblems(measure: ResolvedMeasure, mass: Mass, distribution: 'P' | 'Q'): readonly Problem[] {
  if (isOne(mass)) return [];
  const sum = String(Number(mass.value.toPrecision(12)));
  const of = measure.spec.kind === 'mixture' ? {} : ({ of: 'density' } as const);
  return [createProblem('not-normalised', measure.spec.span, { distribution, sum, ...of })];
}

function negativeProblems(measure: ResolvedMeasure, at: number, distribution: 'P' | 'Q'): readonly Problem[] {
  if (Number.isNaN(at)) return [];
  const ofParts = (measure.components ?? []).flatMap((part) =>
    negativeProblems(part.measure, at, distribution),
  );
  if (measure.spec.kind !== 'density') return ofParts;
  const value = evaluateExpression(measure.spec.expression, at);
  return value >= 0
    ? []
    : [createProblem('negative-density', measure.spec.span, { distribution, at, value })];
}
