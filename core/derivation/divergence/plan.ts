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
  sum,
  written,
} from '../expression';
import { listNumbers } from '../formatNumber';
import type { DistributionName } from '../quantity';
import type { Derivation, Equation, PlannedStep, Side } from '../step';
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
  step,
  supportOf,
} from './direction';
import { distributionValues, probabilities } from './distributionValues';
import { jensenSteps, positivityStep } from './jensen';

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
  const closed = isSupported ? closedStep(direction) : null;
  if (closed !== null) steps.push(closed);
  if (isSupported) {
    steps.push(entropyStep(direction), crossEntropyStep(direction), ...jensenSteps(direction));
  }
  return { values, steps: [...steps, positivityStep(direction)] };
}

/** P ≪ Q: where q is 0, p is 0. Both supports, and each outcome at which it fails. */
function supportStep(direction: Direction): PlannedStep {
  const { study, from, to } = direction;
  const holds = isDominated(direction);
  const inside = supportOf(study, from);
  const zeros = inside.filter((outcome) => probabilities(study, to)[outcome] === 0);
  return step(
    'support',
    direction,
    [],
    () => [
      {
        left: supportName(from),
        sides: [
          { relation: '=', expression: setOf(inside) },
          { relation: holds ? '⊂' : '⊄', expression: setOf(supportOf(study, to)) },
          { relation: '=', expression: supportName(to) },
        ],
        numbersOf: null,
        value: null,
      },
      ...zeros.slice(0, mostOutcomes).map((outcome): Equation => {
        const p = at(from, outcome);
        const bounds: readonly Side[] = [
          { relation: '>', expression: number(0) },
          { relation: '=', expression: at(to, outcome) },
        ];
        return { left: p, sides: [], numbersOf: null, value: p, bounds };
      }),
    ],
    [{ name: 'absolutely-continuous', holds }],
  );
}

const supportName = (name: DistributionName) =>
  written(() => ({ latex: `\\operatorname{supp} ${name}`, plain: `supp ${name}` }));

/** {0, 1, …, 9}, in braces. */
function setOf(outcomes: readonly number[]): Expression {
  const shown = outcomes.length > mostOutcomes ? [...outcomes.slice(0, 3), '…', outcomes.at(-1)] : outcomes;
  return written(() => {
    const list = listNumbers(shown.map(String));
    return {
      latex: `\\{${list.replaceAll('\u202f', '\\,').replaceAll('…', '\\dots')}\\}`,
      plain: `{${list}}`,
    };
  });
}

function termsStep(direction: Direction, isSupported: boolean): PlannedStep {
  const { from, to } = direction;
  const left = of({ kind: 'kullback-leibler', of: from, to });
  const term = (outcome: number | 'i') => klTerm(direction, outcome);
  const sumOfTerms = overOutcomes(direction, term);
  const definition = { relation: '=', expression: keptSum(direction, term) } as const;
  return step('kl-terms', direction, [keyed('support', direction)], () => {
    if (!isSupported) return [{ left, sides: [definition], numbersOf: null, value: left }];
    const ratios = exactRatios(direction);
    const sides = [definition, { relation: '=', expression: sumOfTerms } as const];
    const inNumbers: Equation = { left, sides, numbersOf: 1, value: left };
    return ratios === null
      ? [inNumbers]
      : [inNumbers, { left, sides: [{ relation: '=', expression: ratios }], numbersOf: null, value: left }];
  });
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
  return terms.length === 1
    ? terms[0]
    : { kind: 'terms', operation: 'sum', count: terms.length, at: (index) => terms[index] };
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
  return {
    left,
    sides: [
      { relation: '=', expression: negative(keptSum(direction, body)) },
      { relation: '=', expression: negative(overOutcomes(direction, body)) },
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
  const own = (outcome: number | 'i') => product(at(from, outcome), logarithm(direction, at(from, outcome)));
  const parts = difference(keptSum(direction, own), keptSum(direction, body));
  return step(
    'kl-entropies',
    direction,
    [`entropy${from}`, keyed('kl-terms', direction)],
    () => [
      overAll(direction, cross, body),
      {
        left: kl,
        sides: [
          { relation: '=', expression: parts },
          { relation: '=', expression: difference(cross, of({ kind: 'entropy', of: from })) },
        ],
        numbersOf: 1,
        value: kl,
      },
    ],
    [{ name: 'finite-entropy', holds: Number.isFinite(direction.study.measures.entropyP) }],
  );
}
