import {
  apply,
  difference,
  type Expression,
  fraction,
  negative,
  number,
  of,
  product,
  sum,
  symbol,
  written,
} from '../expression';
import type { DistributionName } from '../quantity';
import type { Equation, Hypothesis, PlannedStep, Side } from '../step';
import {
  at,
  type Direction,
  isDominated,
  keptSum,
  keyed,
  klTerm,
  logarithm,
  mostOutcomes,
  outcomesWithMass,
  overOutcomes,
  ratioAt,
  step,
  sumsToOne,
} from './direction';
import { distributionValues, probabilities } from './distributionValues';

const atLeastZero: Side = { relation: '≥', expression: number(0) };

/** What Jensen's inequality is about: f = −ln, X = q/p under P. */
function partsOf(direction: Direction) {
  const { from: under, to: over } = direction;
  const mean = of({ kind: 'expectation', of: 'X', over, under });
  return {
    mean,
    image: of({ kind: 'expectation', of: 'f(X)', over, under }),
    slope: of({ kind: 'supporting-line', part: 'slope', over, under }),
    intercept: of({ kind: 'supporting-line', part: 'intercept', over, under }),
    /** f(E X), and that as a number. */
    imageOfMean: negative(logarithm(direction, mean)),
    imageOfMeanValue: number(imageOfMean(direction)),
  };
}

function imageOfMean({ study, from: under, to: over }: Direction): number {
  const mean = distributionValues(study).valueOf({ kind: 'expectation', of: 'X', over, under });
  if (typeof mean !== 'number') throw new RangeError('an expectation is a number');
  // Not −0.
  return 0 - Math.log(mean) / Math.log(study.reading.base);
}

/** f(E X) ≤ E f(X) on the numbers, and why: the line that supports f at E X. */
export function jensenSteps(direction: Direction): readonly PlannedStep[] {
  if (outcomesWithMass(direction).length > mostOutcomes || !sumsToOne(direction, direction.from)) return [];
  const { from } = direction;
  const { mean, image, imageOfMean, imageOfMeanValue } = partsOf(direction);
  const expectation = (body: (outcome: number | 'i') => Expression): Side => ({
    relation: '=',
    expression: overOutcomes(direction, (outcome) => product(at(from, outcome), body(outcome))),
  });
  const imageAt = (outcome: number | 'i') => negative(logarithm(direction, ratioAt(direction, outcome)));
  const statement = () => [
    {
      left: mean,
      sides: [expectation((outcome) => ratioAt(direction, outcome))],
      numbersOf: 0,
      value: mean,
    },
    {
      left: image,
      sides: [expectation(imageAt)],
      numbersOf: 0,
      value: image,
      bounds: [
        { relation: '≥', expression: imageOfMean } as const,
        { relation: '=', expression: imageOfMeanValue } as const,
      ],
    },
  ];
  const hypotheses: readonly Hypothesis[] = [
    { name: 'convex', holds: true },
    { name: 'integrable', holds: true },
    { name: 'interior', holds: true },
  ];
  return [
    step('jensen', direction, [], statement, hypotheses),
    step('jensen-line', direction, [keyed('jensen', direction)], () => supportingLine(direction)),
  ];
}

/**
 * α = f′(E X) and β = f(E X) − α E X; f(x) ≥ αx + β at each x = q/p; and the expectation of that, which is
 * Jensen's inequality.
 */
function supportingLine(direction: Direction): readonly Equation[] {
  const { mean, image, slope, intercept, imageOfMean, imageOfMeanValue } = partsOf(direction);
  const { base } = direction.study.reading;
  const scale = base === Math.E ? [] : [apply({ kind: 'logarithm', base: Math.E }, number(base))];
  const one = base === Math.E ? number(1) : fraction(number(1), product(...scale));
  const line = (x: Expression) => sum(product(slope, x), intercept);
  const x = symbol('x');
  const above = (outcome: number): Equation => {
    const ratio = ratioAt(direction, outcome);
    const onLine = line(ratio);
    return {
      left: negative(logarithm(direction, ratio)),
      sides: [],
      numbersOf: 'left',
      value: negative(logarithm(direction, ratio)),
      bounds: [
        { relation: '≥', expression: onLine },
        { relation: '=', expression: number(lineAt(direction, outcome)) },
      ],
    };
  };
  return [
    {
      left: slope,
      sides: [{ relation: '=', expression: negative(fraction(number(1), product(mean, ...scale))) }],
      numbersOf: null,
      value: slope,
    },
    {
      left: intercept,
      sides: [{ relation: '=', expression: difference(one, logarithm(direction, mean)) }],
      numbersOf: null,
      value: intercept,
    },
    {
      left: negative(logarithm(direction, x)),
      sides: [{ relation: '≥', expression: line(x) }],
      numbersOf: null,
      value: null,
    },
    ...outcomesWithMass(direction).map(above),
    {
      left: image,
      sides: [],
      numbersOf: null,
      value: image,
      bounds: [
        { relation: '≥', expression: line(mean) },
        { relation: '=', expression: imageOfMean },
        { relation: '=', expression: imageOfMeanValue },
      ],
    },
  ];
}

function lineAt({ study, from: under, to: over }: Direction, outcome: number): number {
  const values = distributionValues(study);
  const [slope, intercept] = (['slope', 'intercept'] as const).map((part) =>
    Number(values.valueOf({ kind: 'supporting-line', part, over, under })),
  );
  return (slope * probabilities(study, over)[outcome]) / probabilities(study, under)[outcome] + intercept;
}

/** KL = E ln(p/q) = E(−ln(q/p)) ≥ −ln E(q/p) = −ln Q({P > 0}) ≥ 0. */
export function positivityStep(direction: Direction): PlannedStep {
  const { from, to } = direction;
  const holds = isDominated(direction);
  const areNormalised = sumsToOne(direction, from) && sumsToOne(direction, to);
  const kl = of({ kind: 'kullback-leibler', of: from, to });
  const hypotheses: readonly Hypothesis[] = [
    { name: 'not-negative', holds: true },
    { name: `sums-to-one-${from}`, holds: sumsToOne(direction, from) },
    { name: `sums-to-one-${to}`, holds: sumsToOne(direction, to) },
    { name: 'absolutely-continuous', holds },
    { name: 'convex', holds: true },
    ...(holds ? ([{ name: 'integrable', holds: true }] as const) : []),
  ];
  const value: Equation = { left: kl, sides: [], numbersOf: null, value: kl, bounds: [atLeastZero] };
  const uses = holds
    ? [keyed('kl-terms', direction), keyed('jensen', direction)]
    : [keyed('support', direction)];
  const equations = () => (areNormalised ? (holds ? [linesOf(direction), value] : [value]) : []);
  return step('positivity', direction, uses, equations, hypotheses);
}

function linesOf(direction: Direction): Equation {
  const { from, to } = direction;
  const ratio = (outcome: number | 'i') => ratioAt(direction, outcome);
  const total = (body: (outcome: number | 'i') => Expression) => keptSum(direction, body);
  const terms = total((outcome) => klTerm(direction, outcome));
  const logs = total((outcome) => product(at(from, outcome), logarithm(direction, ratio(outcome))));
  const mean = total((outcome) => product(at(from, outcome), ratio(outcome)));
  const mass = of({ kind: 'mass', of: to, where: from });
  const minusLog = (inner: Expression) => negative(logarithm(direction, inner));
  return {
    left: of({ kind: 'kullback-leibler', of: from, to }),
    sides: [
      { relation: '=', expression: terms },
      { relation: '=', expression: expected(direction, '', '', [from, to], terms) },
      { relation: '=', expression: expected(direction, '−', '', [to, from], negative(logs)) },
      { relation: '=', expression: expected(direction, '', '−', [to, from], negative(logs)) },
      { relation: '≥', expression: imageOfExpected(direction, minusLog(mean)) },
      { relation: '=', expression: minusLog(mean) },
      { relation: '=', expression: minusLog(total((outcome) => at(to, outcome))) },
      { relation: '=', expression: minusLog(mass) },
      atLeastZero,
    ],
    numbersOf: null,
    value: null,
  };
}

type Ratio = readonly [numerator: DistributionName, denominator: DistributionName];

/** `− E(− ln(q/p))` with its signs before the expectation and before the logarithm. */
function expected(
  { study, from }: Direction,
  before: '' | '−',
  inside: '' | '−',
  [numerator, denominator]: Ratio,
  means: Expression,
): Expression {
  const [p, q] = [numerator.toLowerCase(), denominator.toLowerCase()];
  const log = logarithmName(study.reading.base);
  const minus = (sign: '' | '−') => (sign === '' ? '' : '-');
  return written(
    () => ({
      latex: `${minus(before)}\\operatorname{E}_{${from}}\\left( ${minus(inside)}${log.latex} \\frac{${p}}{${q}} \\right)`,
      plain: `${before}E_${from}(${inside}${log.plain}(${p}/${q}))`,
    }),
    means,
  );
}

/** `−ln E(q/p)`. */
function imageOfExpected({ study, from, to }: Direction, means: Expression): Expression {
  const [p, q] = [from.toLowerCase(), to.toLowerCase()];
  const log = logarithmName(study.reading.base);
  return written(
    () => ({
      latex: `-${log.latex} \\operatorname{E}_{${from}}\\left( \\frac{${q}}{${p}} \\right)`,
      plain: `−${log.plain} E_${from}(${q}/${p})`,
    }),
    means,
  );
}

function logarithmName(base: number) {
  return base === Math.E ? { latex: '\\ln', plain: 'ln' } : { latex: `\\log_{${base}}`, plain: `log${base}` };
}
