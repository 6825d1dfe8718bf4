import type { DistributionStudy } from '../../divergence/distributionStudy';
import { apply, type Expression, fraction, of, product, type RepeatedExpression } from '../expression';
import type { DistributionName } from '../quantity';
import type { Equation, Hypothesis, PlannedStep } from '../step';
import { probabilities } from './distributionValues';

/** Outcomes up to which each has an equation of its own. */
export const mostOutcomes = 12;

/** KL(from‖to) of a study. */
export interface Direction {
  readonly study: DistributionStudy;
  readonly from: DistributionName;
  readonly to: DistributionName;
}

export const keyed = (name: string, { from, to }: Direction) => `${name}${from}${to}`;

export function isDominated({ study, from, to }: Direction): boolean {
  const q = probabilities(study, to);
  return probabilities(study, from).every((value, outcome) => value === 0 || q[outcome] > 0);
}

export function step(
  what: Extract<PlannedStep['title'], { from: DistributionName }>['what'],
  direction: Direction,
  uses: readonly string[],
  equations: () => readonly Equation[],
  hypotheses: readonly Hypothesis[] = [],
): PlannedStep {
  const key = keyed(what, direction);
  const { from, to } = direction;
  const title = { what, from, to } as const;
  return { key, title, make: () => ({ key, title, uses, hypotheses, equations: equations() }) };
}

export function logarithm({ study }: Direction, argument: Expression): Expression {
  return apply({ kind: 'logarithm', base: study.reading.base }, argument);
}

/** Outcomes where a distribution has mass. */
export function supportOf(study: DistributionStudy, name: DistributionName): readonly number[] {
  const masses = probabilities(study, name);
  return [...masses.keys()].filter((outcome) => masses[outcome] > 0);
}

/** Outcomes that stand in the sums, as 0 ln 0 is 0. */
export function outcomesWithMass({ study, from }: Direction): readonly number[] {
  return supportOf(study, from);
}

/** Σ body over the outcomes with mass. */
export function overOutcomes(
  direction: Direction,
  body: (outcome: number | 'i') => Expression,
): RepeatedExpression {
  const only = outcomesWithMass(direction);
  const { length } = probabilities(direction.study, direction.from);
  return {
    kind: 'repeated',
    operation: 'sum',
    index: 'i',
    count: length,
    outcomes: { of: direction.from, only: only.length === length ? null : only },
    body: body('i'),
  };
}

/** The same as ∑ also where it is short. */
export function keptSum(direction: Direction, body: (outcome: number | 'i') => Expression): Expression {
  return { ...overOutcomes(direction, body), isKept: true };
}

export const at = (name: DistributionName, outcome: number | 'i') =>
  of({ kind: 'probability', of: name, outcome });

export function klTerm(direction: Direction, outcome: number | 'i'): Expression {
  const p = at(direction.from, outcome);
  return product(p, logarithm(direction, fraction(p, at(direction.to, outcome))));
}

/** X = q/p at an outcome. */
export function ratioAt({ from, to }: Direction, outcome: number | 'i'): Expression {
  return fraction(at(to, outcome), at(from, outcome));
}

export function sumsToOne({ study }: Direction, name: DistributionName): boolean {
  return !study.problems.some(
    (problem) => problem.code === 'not-normalised' && problem.data.distribution === name,
  );
}
