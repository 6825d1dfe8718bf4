import type { WireNumber } from '../wire';

/** What happens to a gradient on its way back, layer by layer, and what other choices would make of it. */
export interface DiagnosisQuestion {
  readonly topic: 'diagnosis';
}

export interface LayerDiagnosisView {
  readonly activation: string;
  readonly width: number;
  /** ‖∂L/∂s‖/‖∂L/∂o‖: |φ′(s)| in a chain. Null behind a layer that lets nothing through. */
  readonly slope: WireNumber | null;
  /** ‖Wᵀ ∂L/∂s‖/‖∂L/∂s‖: |w| in a chain. */
  readonly weights: WireNumber | null;
  /** log₁₀ of the product of all factors from the output to ∂L/∂s of this layer. */
  readonly log10: WireNumber;
  readonly log10OfWeightGradient: WireNumber;
  /** log₁₀ of the steepest slopes multiplied, and of the real ones. */
  readonly log10Bound: WireNumber | null;
  readonly log10Slopes: WireNumber;
  readonly dead: number;
  readonly saturated: number;
}

export interface AlternativeView {
  readonly activation: string;
  readonly isOwn: boolean;
  /** log₁₀ of the product back to the first layer, with the weights of the text. */
  readonly asWritten: WireNumber;
  readonly drawn: readonly {
    readonly initialisation: string;
    readonly lowest: WireNumber;
    readonly median: WireNumber;
    readonly highest: WireNumber;
  }[];
}

export interface DiagnosisAnswer {
  readonly of: 'loss' | 'outputs';
  /** From the first layer to the last. */
  readonly layers: readonly LayerDiagnosisView[];
  /** Null where that would cost too much. */
  readonly alternatives: readonly AlternativeView[] | null;
}
