import type { ActivationFacts, ActivationPlot, MathText } from '../activationView';

/** The shown activation beside another one. */
export interface ComparisonQuestion {
  readonly topic: 'comparison';
  /** The name of the other, with its usual parameters; null asks for the names alone. */
  readonly with: string | null;
}

export interface ComparisonAnswer {
  /** What it can be compared with. */
  readonly names: readonly string[];
  /** Null where nothing is compared. */
  readonly compared: Comparison | null;
}

export interface Comparison {
  readonly name: string;
  /** The curves of the shown one on the stretch that shows both. */
  readonly plot: ActivationPlot;
  readonly other: Pick<ActivationPlot, 'segments' | 'corners'>;
  /** Where the two are farthest apart, where there is such a place in the plot. */
  readonly gap: {
    readonly at: number;
    readonly value: number;
    readonly other: number;
    readonly label: MathText;
  } | null;
  /** What is known of the difference. */
  readonly facts: ActivationFacts;
}
