import type { WireNumber } from '../wire';

/** The normals nearest to P by KL(P‖N) and by KL(N‖P). */
export interface ProjectionsQuestion {
  readonly topic: 'projections';
}

export interface ProjectionAnswer {
  readonly loc: WireNumber;
  readonly scale: WireNumber;
  /** KL(P‖N) and KL(N‖P) in the unit of the base. */
  readonly forward: WireNumber;
  readonly reverse: WireNumber;
}

export interface ProjectionsAnswer {
  readonly base: number;
  /** Null where P has no variance. */
  readonly forward: ProjectionAnswer | null;
  /** Null where KL(N‖P) is infinite for every normal, or its least was not found. */
  readonly reverse: ProjectionAnswer | null;
  readonly curves: {
    readonly x: readonly number[];
    readonly p: readonly WireNumber[];
    readonly forward: readonly WireNumber[] | null;
    readonly reverse: readonly WireNumber[] | null;
  } | null;
}
