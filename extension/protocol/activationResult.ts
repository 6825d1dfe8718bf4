import type { Convexity, Monotony } from '../../core/derivation/activationStudy/activationStudy';
import type { ResultProblem } from './resultProblem';
import type { WireNumber } from './wire';

interface Place {
  readonly at: number;
  readonly value: WireNumber | null;
  /** Where it is no closed form: the derivative changes its sign between these two. */
  readonly between?: readonly [number, number];
}

interface Corner {
  readonly left: WireNumber;
  readonly right: WireNumber;
  readonly chosen: number;
  readonly discontinuous: boolean;
  readonly frameworks: Readonly<Record<string, number | 'not known'>>;
}

interface Table {
  readonly at: readonly WireNumber[];
  /** Limits on both sides; null where there is none. */
  readonly value: readonly { readonly left: WireNumber | null; readonly right: WireNumber | null }[];
  /** Of the derivative between each two places. */
  readonly signs: readonly (-1 | 0 | 1)[];
}

/** What is left out does not apply: an activation of a whole row has its formula alone. */
export interface ActivationResult {
  readonly kind: 'activation';
  readonly name: string;
  readonly parameters: Readonly<Record<string, WireNumber | string>>;
  readonly elementwise: boolean;
  readonly formula: string;
  /** Of each number of the input, with its name where it has one; a kink where the number is on one. */
  readonly points?: readonly {
    readonly name?: string;
    readonly at: WireNumber;
    readonly value: WireNumber;
    readonly derivative: WireNumber;
    readonly kink?: Corner;
  }[];
  /** Of an activation of a whole row, with an input: a row for each output. */
  readonly output?: readonly WireNumber[];
  readonly jacobian?: readonly (readonly WireNumber[])[];
  readonly derivative?: string;
  readonly secondDerivative?: string;
  readonly range?: readonly {
    readonly lower: WireNumber;
    readonly upper: WireNumber;
    readonly includesLower: boolean;
    readonly includesUpper: boolean;
  }[];
  readonly limits?: { readonly left: WireNumber | null; readonly right: WireNumber | null };
  readonly asymptotes?: readonly {
    readonly side: 'left' | 'right';
    readonly slope: number;
    readonly intercept: number;
  }[];
  readonly period?: number | null;
  readonly monotony?: Monotony;
  readonly strictly?: boolean;
  readonly convexity?: Convexity;
  readonly extrema?: readonly (Place & { readonly kind: 'minimum' | 'maximum' })[];
  readonly inflections?: readonly Place[];
  /** Bounds of φ′. */
  readonly slopes?: { readonly lowest: WireNumber; readonly highest: WireNumber };
  readonly kinks?: readonly (Corner & { readonly at: number })[];
  readonly variations?: Table;
  readonly convexities?: Table;
  /** The largest of φ(x) − max(0, x), of smooth forms of relu. */
  readonly reluGap?: { readonly at: number; readonly value: number; readonly text: string };
  readonly problems: readonly ResultProblem[];
}
