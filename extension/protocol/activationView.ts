import type { WireNumber } from './wire';

/** Mathematics in LaTeX for the typesetter, and as a line of text. */
export interface MathText {
  readonly latex: string;
  readonly plain: string;
}

/** A line of the study: what it is, and what it is for this activation. */
export interface ActivationFact {
  /** Empty for a sentence that stands by itself. */
  readonly title: string;
  /** Null where there are words alone. */
  readonly math: MathText | null;
  /** Words after the mathematics, or in its place. */
  readonly text: string;
}

export interface ActivationFacts {
  readonly title: string;
  readonly facts: readonly ActivationFact[];
}

/** One x of a table, with what stands under it; null is an empty cell. */
export interface TableColumnView {
  readonly kind: 'end' | 'kink' | 'jump' | 'root' | 'special';
  readonly at: MathText;
  /** On both sides; the same text twice where there is one value. */
  readonly slope: { readonly left: MathText | null; readonly right: MathText | null };
  readonly value: {
    readonly left: MathText | null;
    readonly at: MathText | null;
    readonly right: MathText | null;
  };
  /** 0 at the foot of the row and 1 at its top, on each side: where the value stands and arrows end. */
  readonly height: { readonly left: number; readonly right: number };
}

export interface VariationTableView {
  readonly title: string;
  /** `φ′` over `φ`, or `φ″` over `φ′`. */
  readonly slopeName: MathText;
  readonly valueName: MathText;
  readonly columns: readonly TableColumnView[];
  /** The sign of the slope between each two columns. */
  readonly signs: readonly (-1 | 0 | 1)[];
  /** What the function does there, in a word. */
  readonly words: readonly string[];
}

export interface ActivationPlot {
  /** Of the axes. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** Between two corners; φ and φ′ at the same places. */
  readonly segments: readonly {
    readonly x: readonly number[];
    readonly value: readonly number[];
    readonly slope: readonly number[];
  }[];
  readonly asymptotes: readonly {
    readonly side: 'left' | 'right';
    readonly slope: number;
    readonly intercept: number;
    readonly equation: MathText;
  }[];
  readonly corners: readonly {
    readonly at: number;
    readonly value: number;
    readonly isJump: boolean;
    readonly name: string;
  }[];
  /** Points worth a dot: extrema, inflections, φ(0). */
  readonly points: readonly { readonly at: number; readonly value: number; readonly label: MathText }[];
  /** Where the text takes φ, as far as the axes reach: the point on the curve and its tangent. */
  readonly taken: readonly TakenPoint[];
  /** Whether the gap to ReLU is drawn: it is smooth and between the same asymptotes. */
  readonly hasGap: boolean;
}

export interface TakenPoint {
  /** Null where the text gives none. */
  readonly name: string | null;
  readonly at: number;
  readonly value: number;
  readonly slope: number;
}

export interface ActivationParts {
  readonly kind: 'activation';
  /** With its parameters: `softplus(beta=2)`. */
  readonly name: string;
  readonly groups: readonly ActivationFacts[];
  /** Every number of the input, finite or not. */
  readonly points: readonly {
    readonly name: string | null;
    readonly at: WireNumber;
    readonly value: WireNumber;
    readonly slope: WireNumber;
  }[];
  /** The outputs of a row, and ∂oᵢ/∂xⱼ; null without an input. */
  readonly row: {
    readonly input: readonly WireNumber[];
    readonly output: readonly WireNumber[];
    readonly jacobian: readonly (readonly WireNumber[])[] | null;
  } | null;
  /** All null for an activation of a whole row. */
  readonly plot: ActivationPlot | null;
  readonly variations: VariationTableView | null;
  readonly convexities: VariationTableView | null;
}
