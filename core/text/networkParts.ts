import type { Span } from '../problem';
import type {
  GradientClaim,
  NamedChoice,
  NumberArray,
  NumberToken,
  ReadingChoice,
  WordToken,
} from './reading';

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
export interface NetworkParts {
  readonly layers: readonly LayerParts[];
  readonly input: NumberArray | null;
  readonly target: NumberArray | null;
  readonly loss: NamedChoice | null;
  readonly reduction: NamedChoice | null;
  readonly learningRate: NumberToken | null;
  readonly optimizer?: NamedChoice;
  readonly gradient?: GradientClaim;
  /** v of a product J v with the Jacobian of the outputs, in the shape of a gradient; often left out. */
  readonly direction?: GradientClaim;
  /** u of a product uᵀ J, in the shape of the output; often left out. */
  readonly covector?: NumberArray;
  readonly dialect?: WordToken;
  readonly dtype?: WordToken;
  /**
   * True for matrix text: a column is a vector there, and where the later layers are [W b], so is a
   * first one without an input. In the design's JSON a list of lists is a list of samples.
   */
  readonly matrixText: boolean;
  /** True where the weights fit the shapes both ways round, and nothing settles which is meant. */
  readonly isOrientationOpen?: true;
  readonly choices: readonly ReadingChoice[];
}
