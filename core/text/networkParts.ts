import type { Span } from '../problem';
import type { NamedChoice, NetworkTerms, NumberArray, ReadingChoice, WordToken } from './reading';

/** One layer as it was written, before widths decide what its rows mean. */
export interface LayerParts {
  readonly weights: NumberArray;
  /** True for columns = destination, as Keras writes it. */
  readonly isKernel: boolean;
  readonly biases: NumberArray | null;
  readonly activation: NamedChoice | null;
  readonly dialect?: WordToken;
  readonly span: Span;
}

/** A network as it was written, from JSON, assignments or matrices alone. */
export interface NetworkParts extends NetworkTerms {
  readonly layers: readonly LayerParts[];
  /**
   * True for matrix text: a column is a vector there, and where the later layers are [W b], so is a
   * first one without an input. In the design's JSON a list of lists is a list of samples.
   */
  readonly matrixText: boolean;
  readonly choices: readonly ReadingChoice[];
}
