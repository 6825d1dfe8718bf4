import { logOnePlusExp } from '../special/logarithms';

/**
 * A part of the real line on which an integrand is smooth inside, and how it is mapped to a variable u
 * in which it is smooth up to the ends: to [0, 1]; tanh-sinh, where an end may be singular; exp-sinh, to infinity.
 */
export type Piece =
  | { readonly kind: 'inner'; readonly from: number; readonly to: number }
  | { readonly kind: 'end'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'tail';
      readonly from: number;
      readonly direction: 1 | -1;
      readonly scale: number;
      /** The distance to the break before it, which may be far less than the scale: so near the nodes begin. */
      readonly finest: number;
      /** ln of how far out the nodes go. */
      readonly reach: number;
    };

/** A node of the rule: the abscissa, its exact distances from the piece's lower and upper end, and ln dx/du. */
export interface Node {
  readonly x: number;
  readonly fromLower: number;
  readonly toUpper: number;
  readonly logJacobian: number;
}

/** The interval that a piece covers. */
export function pieceEnds(piece: Piece): readonly [number, number] {
  if (piece.kind !== 'tail') return [piece.from, piece.to];
  return piece.direction === 1
    ? [piece.from, Number.POSITIVE_INFINITY]
    : [Number.NEGATIVE_INFINITY, piece.from];
}

const HALF_PI = Math.PI / 2;
/** Tails are followed to 1e300, or to 1e150 where an integrand needs the square of x, which is a double still. */
export const FARTHEST = 690;
export const SQUARE_IS_DOUBLE = 345;

export function pieceRange(piece: Piece): readonly [number, number] {
  switch (piece.kind) {
    case 'inner':
      return [0, 1];
    case 'end': {
      const limit = Math.asinh(Math.min(700, 690 + Math.log(piece.to - piece.from)) / Math.PI);
      return [-limit, limit];
    }
    case 'tail':
      return [
        -Math.asinh((45 + Math.max(0, Math.log(piece.scale / piece.finest))) / HALF_PI),
        Math.asinh(Math.max(1, piece.reach - Math.log(piece.scale)) / HALF_PI),
      ];
  }
}

/** The logarithm of the distance from the end that a node is near, and its derivative by u, beside the ends of the range. */
export function logDistance(piece: Piece, u: number): { readonly value: number; readonly slope: number } {
  const factor = piece.kind === 'end' ? Math.PI : HALF_PI;
  const origin = Math.log(piece.kind === 'tail' ? piece.scale : piece.to - piece.from);
  return { value: origin + factor * Math.sinh(u), slope: factor * Math.cosh(u) };
}

/** Where u lands. Source of the two maps: Takahasi and Mori, Publ. RIMS 9 (1974) 721. */
export function nodeAt(piece: Piece, u: number): Node {
  switch (piece.kind) {
    case 'inner': {
      const width = piece.to - piece.from;
      const fromLower = u * width;
      const toUpper = (1 - u) * width;
      const x = u < 0.5 ? piece.from + fromLower : piece.to - toUpper;
      return { x, fromLower, toUpper, logJacobian: Math.log(width) };
    }
    case 'end': {
      const y = Math.PI * Math.sinh(u);
      const width = piece.to - piece.from;
      const fromLower = width / (1 + Math.exp(-y));
      const toUpper = width / (1 + Math.exp(y));
      return {
        x: y < 0 ? piece.from + fromLower : piece.to - toUpper,
        fromLower,
        toUpper,
        logJacobian:
          Math.log(width) + Math.log(Math.PI * Math.cosh(u)) - logOnePlusExp(y) - logOnePlusExp(-y),
      };
    }
    case 'tail': {
      const y = HALF_PI * Math.sinh(u);
      const distance = piece.scale * Math.exp(y);
      const upwards = piece.direction === 1;
      return {
        x: piece.from + piece.direction * distance,
        fromLower: upwards ? distance : Number.POSITIVE_INFINITY,
        toUpper: upwards ? Number.POSITIVE_INFINITY : distance,
        logJacobian: Math.log(piece.scale) + y + Math.log(HALF_PI * Math.cosh(u)),
      };
    }
  }
}
