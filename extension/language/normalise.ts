import type { ResolvedMeasure } from '../../core/divergence/continuous/comparison';
import type { MixtureSpec } from '../../core/divergence/continuous/measureSpec';
import { parseRational } from '../../core/exact/parseRational';
import { add, divide, printRational, type Rational, rational, zero } from '../../core/exact/rational';
import { toNumber } from '../../core/exact/toNumber';
import type { Span } from '../../core/problem';
import type { Study } from '../../core/study';
import { read } from '../../core/text';
import { Places } from '../../core/text/places';
import type { Notation, NumberArray } from '../../core/text/reading';
import { writtenNumber } from '../../core/text/written';
import type { TextEdit } from '../protocol/actions';

export type { TextEdit };

/** The edits, in offsets of the text that was read, after which a distribution sums (integrates) to one. */
export interface NormalisationPlan {
  readonly edits: readonly TextEdit[];
  /** Whether the new numbers are the exact quotients, and not their nearest doubles. */
  readonly exact: boolean;
}

/** More numbers are a data set, which no editor should rewrite by hand. */
const mostNumbers = 10_000;

/** Where `1/3` is a number to the tool whose notation it is. */
const takesFractions: ReadonlySet<Notation> = new Set<Notation>([
  'nabla-json',
  'assignments',
  'families',
  'python-list',
  'octave-literal',
  'parentheses',
  'plain',
  'r-literal',
  'julia',
  'latex',
]);

/**
 * Divides P or Q by its sum in the notation and format of the text: fractions stay exact fractions, counts become
 * exact decimals or fractions, decimals stay decimals, a density is divided by its integral. Null where a number
 * is negative or not finite, the sum is 0, or there is nothing to divide.
 */
export function planNormalisation(study: Study, distribution: 'P' | 'Q'): NormalisationPlan | null {
  switch (study.kind) {
    case 'distribution': {
      const { text, notation, p, q } = study.reading;
      const measure = distribution === 'P' ? p : q;
      return measure === null ? null : planNumbers(text, notation, measure.numbers);
    }
    case 'continuous': {
      const { text, notation } = study.reading;
      const measure = distribution === 'P' ? study.p : study.q;
      if (measure === null) return null;
      if (measure.spec.kind === 'density') return planDensity(text, measure.spec.span, measure.integral);
      if (measure.spec.kind === 'mixture') return planWeights(text, notation, measure, measure.spec);
      const probs = measure.spec.parameters.find(({ value }) => typeof value !== 'number');
      if (measure.family?.name !== 'categorical' || probs === undefined) return null;
      const list = read(text, { as: 'matrix', within: [probs.span] });
      return list.kind === 'matrix' ? planNumbers(text, notation, list.array) : null;
    }
    default:
      return null;
  }
}

/** The weights of a mixture of families; one that is not written is 1, and is written then. */
function planWeights(
  text: string,
  notation: Notation,
  { integral }: ResolvedMeasure,
  { components }: MixtureSpec,
): NormalisationPlan | null {
  const sum = components.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(integral - sum) > 1e-9 * sum) return null;
  const spans = components.map(({ weightSpan }) => weightSpan);
  return planNumbers(text, notation, {
    shape: [components.length],
    values: Float64Array.from(components, ({ weight }) => weight),
    places: Places.of(
      spans.map(({ offset }) => offset),
      spans.map(({ offset, length }) => offset + length),
    ),
    span: components[0]?.measure.span ?? { offset: 0, length: 0 },
  });
}

function planDensity(text: string, span: Span, integral: number): NormalisationPlan | null {
  if (!(integral > 0) || !Number.isFinite(integral) || integral === 1) return null;
  const written = text.slice(span.offset, span.offset + span.length);
  return { edits: [{ span, text: `(${written})/${integral}` }], exact: false };
}

function planNumbers(text: string, notation: Notation, array: NumberArray): NormalisationPlan | null {
  const { values, places } = array;
  if (values.length === 0 || values.length > mostNumbers) return null;
  const numbers: Rational[] = [];
  for (let index = 0; index < values.length; index++) {
    const value = parseRational(writtenNumber(text, array, index));
    if (value === null || value.numerator < 0n) return null;
    numbers.push(value);
  }
  const sum = numbers.reduce(add, zero);
  if (sum.numerator === 0n) return null;
  const isImplied = (index: number) => places.spanOf(index).length === 0;
  const slices = numbers.map((number, index) =>
    isImplied(index) ? printRational(number) : text.slice(places.startOf(index), places.endOf(index)),
  );
  // A factor that the text states once stays where it is.
  const factor = array.exponent ?? 0;
  const quotients = numbers.map((number) => scaled(divide(number, sum), -factor));
  const spell = spellingOf(text, notation, slices, places, quotients);
  const written = quotients.map((quotient, index) => spell(quotient, index));
  return {
    edits: written.flatMap(({ spelled }, index) => {
      const span = places.spanOf(index);
      return spelled === slices[index] ? [] : [{ span, text: isImplied(index) ? `${spelled} ` : spelled }];
    }),
    exact: written.every(({ exact }) => exact),
  };
}

function scaled(value: Rational, power: number): Rational {
  const ten = 10n ** BigInt(Math.abs(power));
  return power < 0
    ? rational(value.numerator, value.denominator * ten)
    : rational(value.numerator * ten, value.denominator);
}

interface Written {
  readonly spelled: string;
  readonly exact: boolean;
}

type Spell = (quotient: Rational, index: number) => Written;

const exactly = (spelled: string): Written => ({ spelled, exact: true });
const latexFraction = /\\([dtc]?frac)\s*\{/;
const slash = /\d(\s*\/\/?\s*)\d/;

function spellingOf(
  text: string,
  notation: Notation,
  slices: readonly string[],
  places: Places,
  quotients: readonly Rational[],
): Spell {
  const fraction = slices.find((slice) => latexFraction.test(slice) || slash.test(slice));
  if (fraction !== undefined) {
    const command = latexFraction.exec(fraction)?.[1];
    const mark = slash.exec(fraction)?.[1] ?? '/';
    return (quotient) => exactly(spelledFraction(quotient, command, mark));
  }
  const decimals = quotients.map(terminating);
  const isCounted = slices.every((slice) => /^\s*\d+\s*$/.test(slice));
  if (isCounted && takesFractions.has(notation) && decimals.some((decimal) => decimal === null)) {
    return (quotient, index) => {
      const spelled = spelledFraction(quotient, notation === 'latex' ? 'frac' : undefined, '/');
      const isBare = notation === 'nabla-json' && text.charAt(places.startOf(index) - 1) !== '"';
      return exactly(isBare && spelled.includes('/') ? `"${spelled}"` : spelled);
    };
  }
  return (quotient, index) => {
    const decimal = decimals[index] ?? String(toNumber(quotient));
    const spelled = inFormatOf(slices[index] ?? '', quotient, decimal);
    return { spelled, exact: decimals[index] !== null };
  };
}

function spelledFraction(value: Rational, latexCommand: string | undefined, mark: string): string {
  const { numerator, denominator } = value;
  if (denominator === 1n) return printRational(value);
  return latexCommand === undefined
    ? `${numerator}${mark}${denominator}`
    : `\\${latexCommand}{${numerator}}{${denominator}}`;
}

const mostPlaces = 17;

/** The decimal that the quotient is, where it ends within 17 places. */
function terminating({ numerator, denominator }: Rational): string | null {
  for (let places = 0; places <= mostPlaces; places++) {
    const scale = 10n ** BigInt(places);
    if ((numerator * scale) % denominator !== 0n) continue;
    const digits = String((numerator * scale) / denominator).padStart(places + 1, '0');
    return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }
  return null;
}

/** The decimal dressed as the number that it replaces: with its decimal comma, its percent sign, its type. */
function inFormatOf(slice: string, quotient: Rational, decimal: string): string {
  const hasComma = /^[^.]*\d,\d[^.]*$/.test(slice);
  const isPercent = slice.trimEnd().endsWith('%');
  const value = isPercent ? scaled(quotient, 2) : quotient;
  const number = isPercent ? (terminating(value) ?? String(toNumber(value))) : decimal;
  const digits = hasComma ? number.replace('.', ',') : number;
  const dressed = slice.replace(/(?<![A-Za-z_\d])[\d.][\d.,_']*(?:[eE][-+]?\d+)?(?![\d/])/, () => digits);
  const reread = parseRational(dressed);
  return reread !== null && toNumber(reread) === toNumber(quotient) ? dressed : decimal;
}
