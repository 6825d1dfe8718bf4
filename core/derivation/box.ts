/** A name that a notation gives, with what stands at its corners. */
export interface Sign {
  readonly name: Name;
  /** Indices under the line. */
  readonly below?: readonly string[];
  /** Above the line; the first may be a layer, the last a sample. */
  readonly above?: readonly string[];
  /** Behind the name in square brackets, as a program indexes: `weight[0, 1]`. */
  readonly entry?: readonly string[];
  /** Bracketed as a whole, with this under the bracket: [W₁]₂₃. */
  readonly bracketed?: readonly string[];
  readonly prime?: true;
}

/** The same name for each printer. */
export interface Name {
  readonly latex: string;
  readonly plain: string;
  /** How it is set where letters have styles. */
  readonly style: 'italic' | 'upright' | 'bold' | 'code';
}

export type Mark = '+' | '−' | '·' | '⊙' | '=' | '≈' | '≥' | '≤' | '→' | '⋯' | '⋮' | '⋱' | ',';

/**
 * An equation after the notation has named its quantities and brackets, signs and folds have been
 * settled: what is left to a printer is how to write each piece.
 */
export type Box =
  | { readonly box: 'row'; readonly items: readonly Box[] }
  /** `place` is the piece of the drawing that it belongs to. */
  | { readonly box: 'sign'; readonly sign: Sign; readonly place: string | null }
  | { readonly box: 'number'; readonly number: NumberText; readonly place: string | null }
  | { readonly box: 'mark'; readonly mark: Mark }
  /** A formula that is text already. */
  | { readonly box: 'written'; readonly latex: string; readonly plain: string }
  | { readonly box: 'fraction'; readonly top: Box; readonly bottom: Box; readonly place: string | null }
  /** ∂ of something. */
  | { readonly box: 'partial'; readonly of: Box }
  | { readonly box: 'power'; readonly base: Box; readonly exponent: Box }
  | { readonly box: 'transpose'; readonly of: Box }
  | { readonly box: 'brackets'; readonly inner: Box }
  /** One of two brackets between which a line is broken. */
  | { readonly box: 'bracket'; readonly side: 'open' | 'close'; readonly isTall: boolean }
  | { readonly box: 'matrix'; readonly rows: readonly (readonly Box[])[] }
  /** One entry of a matrix, with its row and column under it. */
  | { readonly box: 'entry'; readonly of: Box; readonly below: readonly string[] }
  | { readonly box: 'shape'; readonly of: Box; readonly rows: number; readonly columns: number }
  | {
      readonly box: 'repeated';
      readonly operation: 'sum' | 'product';
      readonly from: string;
      /** Null where `from` is a condition. */
      readonly to: string | null;
      readonly body: Box;
    }
  | { readonly box: 'absolute'; readonly inner: Box }
  /** A function with its arguments in brackets; ln of a single number stands without, and so does a matrix. */
  | { readonly box: 'call'; readonly name: Sign; readonly inner: Box; readonly isBare: boolean };

/** A number as text, without its sign: minus and signs of other scripts are the printer's. */
export interface NumberText {
  readonly isNegative: boolean;
  /** `0.351475`, `9`, `∞`, `NaN`; with the decimal mark of `decimalMark`. */
  readonly digits: string;
  /** Of ten. */
  readonly exponent?: number;
  /** Of a fraction. */
  readonly denominator?: string;
}
