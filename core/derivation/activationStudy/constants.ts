import type { Parameters } from '../../network/activations/activation';
import { isShort, numberLatex, shortText } from './formulaText';

/** A number with its closed form, where one is known. */
export interface Exact {
  readonly value: number;
  readonly latex: string;
  readonly plain: string;
  /** False where the text has six digits of more. */
  readonly isExact: boolean;
}

const exactly = (value: number, latex: string, plain: string): Exact => ({
  value,
  latex,
  plain,
  isExact: true,
});

/** As a decimal; not exact where it takes more than six digits. */
export function decimal(value: number): Exact {
  return lazily(value, isShort(value), () => [numberLatex(value), shortText(value)]);
}

/** Written when it is read: a study is kept, and may be shown with another decimal mark. */
function lazily(
  value: number,
  isExact: boolean,
  write: () => readonly [latex: string, plain: string],
): Exact {
  return {
    value,
    isExact,
    get latex() {
      return write()[0];
    },
    get plain() {
      return write()[1];
    },
  };
}

const half = exactly(1 / 2, '\\tfrac{1}{2}', '1/2');
const rootHalf = exactly(Math.SQRT1_2, '\\tfrac{\\sqrt{2}}{2}', '√2/2');
const minusRootHalf = exactly(-Math.SQRT1_2, '-\\tfrac{\\sqrt{2}}{2}', '−√2/2');
const rootTwo = exactly(Math.SQRT2, '\\sqrt{2}', '√2');
const minusRootTwo = exactly(-Math.SQRT2, '-\\sqrt{2}', '−√2');
const halfPi = exactly(Math.PI / 2, '\\tfrac{\\pi}{2}', 'π/2');
const minusHalfPi = exactly(-Math.PI / 2, '-\\tfrac{\\pi}{2}', '−π/2');
const pi = exactly(Math.PI, '\\pi', 'π');
const minusPi = exactly(-Math.PI, '-\\pi', '−π');
const rootOfE = exactly(Math.exp(-0.5), 'e^{-1/2}', 'e^(−1/2)');

/** A point where φ, φ′ or the point itself has a closed form that six digits would hide. */
export interface SpecialPoint {
  readonly at: Exact;
  readonly value?: Exact;
  readonly slope?: Exact;
}

const zero = decimal(0);

/** `√b/2`, or a decimal where the root is one. */
function halfRoot(b: number): Exact {
  const root = Math.sqrt(b);
  if (Number.isInteger(root)) return decimal(root / 2);
  return lazily(root / 2, isShort(b), () => [`\\tfrac{\\sqrt{${numberLatex(b)}}}{2}`, `√${shortText(b)}/2`]);
}

function lnTwoOver(beta: number): Exact {
  if (beta === 1) return exactly(Math.LN2, '\\ln 2', 'ln 2');
  return lazily(Math.LN2 / beta, isShort(beta), () => [
    `\\tfrac{\\ln 2}{${numberLatex(beta)}}`,
    `(ln 2)/${shortText(beta)}`,
  ]);
}

/** Points worth a column of their own, by the name of the activation. */
export const specialPoints: Readonly<Record<string, (parameters: Parameters) => readonly SpecialPoint[]>> = {
  gaussian: () => [
    { at: minusRootHalf, value: rootOfE },
    { at: rootHalf, value: rootOfE },
  ],
  gelu: ({ approximate }) =>
    approximate === 0
      ? [{ at: minusRootTwo }, { at: zero, slope: half }, { at: rootTwo }]
      : [{ at: zero, slope: half }],
  logsigmoid: () => [{ at: zero, value: exactly(-Math.LN2, '-\\ln 2', '−ln 2'), slope: half }],
  mish: () => [{ at: zero, slope: exactly(3 / 5, '\\tfrac{3}{5}', '3/5') }],
  sigmoid: () => [{ at: zero, value: half, slope: exactly(1 / 4, '\\tfrac{1}{4}', '1/4') }],
  silu: () => [{ at: zero, slope: half }],
  sine: () => [{ at: minusPi }, { at: minusHalfPi }, { at: zero }, { at: halfPi }, { at: pi }],
  softplus: ({ beta, threshold }) =>
    threshold === Number.POSITIVE_INFINITY ? [{ at: zero, value: lnTwoOver(beta), slope: half }] : [],
  squareplus: ({ b }) => [{ at: zero, value: halfRoot(b), slope: half }],
};

/** A number of one of the points by its closed form, and any other as a decimal. */
export function exactPoint(points: readonly SpecialPoint[], at: number): SpecialPoint | undefined {
  if (!Number.isFinite(at)) return undefined;
  return points.find((point) => Math.abs(point.at.value - at) <= 4e-15 * Math.max(1, Math.abs(at)));
}
