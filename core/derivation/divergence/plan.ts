import type { DistributionStudy } from '../../divergence/distributionStudy';
import type { LogPrimeSum } from '../../exact/logPrimeSum';
import { parseRational } from '../../exact/parseRational';
import { divide, greatestCommonDivisor, type Rational, rational } from '../../exact/rational';
import { toNumber } from '../../exact/toNumber';
import { writtenNumber } from '../../text/written';
import {
  apply,
  difference,
  type Expression,
  exactNumber,
  fraction,
  negative,
  number,
  of,
  product,
  type RepeatedExpression,
  sum,
} from '../expression';
import type { DistributionName, Quantity } from '../quantity';
import type { Derivation, Equation, Hypothesis, PlannedStep, Side } from '../step';
import { distributionValues, probabilities } from './distributionValues';

/** Outcomes up to which each has an equation of its own. */
const mostOutcomes = 12;

interface Direction {
  readonly study: DistributionStudy;
  readonly from: DistributionName;
  readonly to: DistributionName;
}

/**
 * KL(P‖Q), or KL(Q‖P), line by line: the supports, the sum, its exact form, entropy and cross-entropy,
 * Jensen's inequality and KL ≥ 0. One distribution alone has its entropy.
 */
export function planDivergence(study: DistributionStudy, from: DistributionName): Derivation {
  const values = distributionValues(study);
  const to = from === 'P' ? 'Q' : 'P';
  if (study.q === null) return { values, steps: [entropyStep({ study, from: 'P', to: 'P' })] };
  const direction: Direction = { study, from, to };
  const isSupported = isDominated(direction);
  const steps: PlannedStep[] = [supportStep(direction), termsStep(direction, isSupported)];
  if (isSupported) {
    const closed = closedStep(direction);
    steps.push(
      ...(closed === null ? [] : [closed]),
      entropyStep(direction),
      crossEntropyStep(direction),
      ...jensenSteps(direction),
      positivityStep(direction),
    );
  }
  return { values, steps };
}

const keyed = (name: string, { from, to }: Direction) => `${name}${from}${to}`;

function isDominated({ study, from, to }: Direction): boolean {
  const q = probabilities(study, to);
  return probabilities(study, from).every((value, outcome) => value === 0 || q[outcome] > 0);
}

function step(
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

/** P ≪ Q: where q is 0, p is 0. */
function supportStep(direction: Direction): PlannedStep {
  return step('support', direction, [], () => [], [
    { name: 'absolutely-continuous', holds: isDominated(direction) },
  ]);
}

function logarithm({ study }: Direction, argument: Expression): Expression {
  return apply({ kind: 'logarithm', base: study.reading.base }, argument);
}

/** Outcomes where the first distribution has mass: 0 ln 0 is 0 and stands in no sum. */
function outcomesWithMass({ study, from }: Direction): readonly number[] {
  return [...probabilities(study, from).keys()].filter((outcome) => probabilities(study, from)[outcome] > 0);
}

/** Σ body over the outcomes with mass. */
function overOutcomes(direction: Direction, body: (outcome: number | 'i') => Expression): RepeatedExpression {
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

const at = (name: DistributionName, outcome: number | 'i') => of({ kind: 'probability', of: name, outcome });

function termsStep(direction: Direction, isSupported: boolean): PlannedStep {
  const { from, to } = direction;
  const left = of({ kind: 'kullback-leibler', of: from, to });
  const written = overOutcomes(direction, (outcome) => klTerm(direction, outcome));
  const definition = { relation: '=', expression: { ...written, isKept: true } } as const;
  return step('kl-terms', direction, [keyed('support', direction)], () => {
    if (!isSupported) return [{ left, sides: [definition], numbersOf: null, value: left }];
    const ratios = exactRatios(direction);
    const sides = [definition, { relation: '=', expression: written } as const];
    const inNumbers: Equation = { left, sides, numbersOf: 1, value: left };
    return ratios === null
      ? [inNumbers]
      : [inNumbers, { left, sides: [{ relation: '=', expression: ratios }], numbersOf: null, value: left }];
  });
}

function klTerm(direction: Direction, outcome: number | 'i'): Expression {
  const p = at(direction.from, outcome);
  return product(p, logarithm(direction, fraction(p, at(direction.to, outcome))));
}

/** Σ p ln r with r = p/q as a fraction in lowest terms; null where the numbers are not written exactly. */
function exactRatios(direction: Direction): Expression | null {
  const outcomes = outcomesWithMass(direction);
  if (outcomes.length > mostOutcomes) return null;
  const terms: Expression[] = [];
  for (const outcome of outcomes) {
    const p = exactProbability(direction.study, direction.from, outcome);
    const q = exactProbability(direction.study, direction.to, outcome);
    if (p === null || q === null || q.numerator === 0n) return null;
    const ratio = divide(p, q);
    terms.push(
      product(exactNumber(p, toNumber(p)), logarithm(direction, exactNumber(ratio, toNumber(ratio)))),
    );
  }
  return sum(...terms);
}

function exactProbability(study: DistributionStudy, of: DistributionName, outcome: number): Rational | null {
  const measure = of === 'P' ? study.reading.p : study.reading.q;
  if (measure === null) return null;
  const exact = parseRational(writtenNumber(study.reading.text, measure.numbers, outcome));
  return exact === null || toNumber(exact) !== probabilities(study, of)[outcome] ? null : exact;
}

function closedStep(direction: Direction): PlannedStep | null {
  const { study, from, to } = direction;
  const exact = study.exact[from === 'P' ? 'klPQ' : 'klQP'];
  if (exact === undefined) return null;
  const left = of({ kind: 'kullback-leibler', of: from, to });
  return step('kl-closed', direction, [keyed('kl-terms', direction)], () => [
    {
      left,
      sides: [{ relation: '=', expression: closedForm(exact, study.reading.base) }],
      numbersOf: null,
      value: left,
    },
  ]);
}

/** (32 ln 2 + 55 ln 3 − 50 ln 5)/25. */
function closedForm({ terms }: LogPrimeSum, base: number): Expression {
  if (terms.length === 0) return number(0);
  const common = terms.reduce((multiple, { coefficient }) => {
    const { denominator } = coefficient;
    return (multiple / greatestCommonDivisor(multiple, denominator)) * denominator;
  }, 1n);
  const parts = terms.map(({ prime, coefficient }) => {
    const multiple = coefficient.numerator * (common / coefficient.denominator);
    const size = multiple < 0n ? -multiple : multiple;
    const term = product(integer(size), apply({ kind: 'logarithm', base }, integer(prime)));
    return multiple < 0n ? negative(term) : term;
  });
  return common === 1n ? sum(...parts) : fraction(sum(...parts), integer(common));
}

function integer(value: bigint): Expression {
  return value === 1n ? number(1) : exactNumber(rational(value), Number(value));
}

function entropyStep(direction: Direction): PlannedStep {
  const { from } = direction;
  const key = `entropy${from}`;
  const title = { what: 'entropy', of: from } as const;
  const left = of({ kind: 'entropy', of: from });
  const body = (outcome: number | 'i') => product(at(from, outcome), logarithm(direction, at(from, outcome)));
  return {
    key,
    title,
    make: () => ({ key, title, uses: [], equations: [overAll(direction, left, body)] }),
  };
}

/** −Σ p ln(…): in letters with ∑, then with numbers. */
function overAll(
  direction: Direction,
  left: Expression,
  body: (outcome: number | 'i') => Expression,
): Equation {
  const written = overOutcomes(direction, body);
  return {
    left,
    sides: [
      { relation: '=', expression: negative({ ...written, isKept: true }) },
      { relation: '=', expression: negative(written) },
    ],
    numbersOf: 1,
    value: left,
  };
}

/** H(P, Q), and KL(P‖Q) = H(P, Q) − H(P) on the numbers. */
function crossEntropyStep(direction: Direction): PlannedStep {
  const { from, to } = direction;
  const cross = of({ kind: 'cross-entropy', of: from, to });
  const kl = of({ kind: 'kullback-leibler', of: from, to });
  const body = (outcome: number | 'i') => product(at(from, outcome), logarithm(direction, at(to, outcome)));
  return step(
    'kl-entropies',
    direction,
    [`entropy${from}`, keyed('kl-terms', direction)],
    () => [
      overAll(direction, cross, body),
      {
        left: kl,
        sides: [{ relation: '=', expression: difference(cross, of({ kind: 'entropy', of: from })) }],
        numbersOf: 0,
        value: kl,
      },
    ],
    [{ name: 'finite-entropy', holds: Number.isFinite(direction.study.measures.entropyP) }],
  );
}

const atLeastZero: Side = { relation: '≥', expression: number(0) };

const massOf = ({ from, to }: Direction): Quantity => ({ kind: 'mass', of: to, where: from });

/**
 * −ln x + ln m + (x − m)/m ≥ 0 at each x = q/p, with m = E X: a convex function is above its supporting
 * line, −ln m − (x − m)/m.
 */
function jensenSteps(direction: Direction): readonly PlannedStep[] {
  const { from, to, study } = direction;
  const outcomes = outcomesWithMass(direction);
  if (outcomes.length > mostOutcomes || !sumsToOne(direction, from)) return [];
  const { base } = study.reading;
  const mean = of(massOf(direction));
  const ratio = (outcome: number | 'i') => fraction(at(to, outcome), at(from, outcome));
  const scale = base === Math.E ? [] : [logarithmOfBase(base)];
  const line = (outcome: number): Equation => {
    const gap = sum(
      negative(logarithm(direction, ratio(outcome))),
      logarithm(direction, mean),
      fraction(difference(ratio(outcome), mean), product(mean, ...scale)),
    );
    return { left: gap, sides: [], numbersOf: null, value: gap, bounds: [atLeastZero] };
  };
  const expectation = overOutcomes(direction, (outcome) => product(at(from, outcome), ratio(outcome)));
  return [
    step(
      'jensen',
      direction,
      [],
      () => [
        {
          left: of({ kind: 'expectation', of: 'X' }),
          sides: [{ relation: '=', expression: expectation }],
          numbersOf: 0,
          value: mean,
        },
        {
          left: of({ kind: 'expectation', of: 'f(X)' }),
          sides: [
            {
              relation: '=',
              expression: overOutcomes(direction, (outcome) =>
                product(at(from, outcome), negative(logarithm(direction, ratio(outcome)))),
              ),
            },
          ],
          numbersOf: 0,
          value: of({ kind: 'kullback-leibler', of: from, to }),
          bounds: [
            { relation: '≥', expression: negative(logarithm(direction, mean)) },
            { relation: '=', expression: negativeLogarithmOfMass(direction) },
          ],
        },
      ],
      [
        { name: 'convex', holds: true },
        { name: 'integrable', holds: true },
      ],
    ),
    step('jensen-line', direction, [keyed('jensen', direction)], () => outcomes.map(line)),
  ];
}

function logarithmOfBase(base: number): Expression {
  return apply({ kind: 'logarithm', base: Math.E }, number(base));
}

/** −ln Q({P > 0}) as a number. */
function negativeLogarithmOfMass(direction: Direction): Expression {
  const value = distributionValues(direction.study).valueOf(massOf(direction));
  return number(
    typeof value === 'number' ? 0 - Math.log(value) / Math.log(direction.study.reading.base) : Number.NaN,
  );
}

/** KL = E(−ln(q/p)) ≥ −ln E(q/p) = −ln Q({p > 0}) ≥ 0. */
function positivityStep(direction: Direction): PlannedStep {
  const { from, to, study } = direction;
  const kl = of({ kind: 'kullback-leibler', of: from, to });
  const mass = of(massOf(direction));
  const ratio = (outcome: number | 'i') => fraction(at(to, outcome), at(from, outcome));
  const sumOf = (body: (outcome: number | 'i') => Expression): Expression => overOutcomes(direction, body);
  const hypotheses: readonly Hypothesis[] = [
    { name: 'not-negative', holds: true },
    { name: `sums-to-one-${from}`, holds: sumsToOne(direction, from) },
    { name: `sums-to-one-${to}`, holds: sumsToOne(direction, to) },
    { name: 'absolutely-continuous', holds: true },
    { name: 'convex', holds: true },
  ];
  if (!sumsToOne(direction, from) || !sumsToOne(direction, to)) {
    return step('positivity', direction, [], () => [], hypotheses);
  }
  return step(
    'positivity',
    direction,
    [keyed('kl-terms', direction), keyed('jensen', direction)],
    () => [
      {
        left: kl,
        sides: [
          { relation: '=', expression: sumOf((outcome) => klTerm(direction, outcome)) },
          {
            relation: '=',
            expression: sumOf((outcome) =>
              product(at(from, outcome), negative(logarithm(direction, ratio(outcome)))),
            ),
          },
          {
            relation: '≥',
            expression: negative(
              logarithm(
                direction,
                sumOf((outcome) => product(at(from, outcome), ratio(outcome))),
              ),
            ),
          },
          { relation: '=', expression: negative(logarithm(direction, mass)) },
          { relation: '≥', expression: number(0) },
        ],
        numbersOf: null,
        value: null,
      },
      { left: kl, sides: [], numbersOf: null, value: kl, bounds: [atLeastZero] },
    ],
    [...hypotheses, { name: 'integrable', holds: Number.isFinite(study.measures.klPQ ?? 0) }],
  );
}

function sumsToOne({ study }: Direction, name: DistributionName): boolean {
  return !study.problems.some(
    (problem) => problem.code === 'not-normalised' && problem.data.distribution === name,
  );
}
