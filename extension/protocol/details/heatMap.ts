import type { WireNumber } from '../wire';

/** A matrix of a layer, or the one that was read, at no more cells than there is room for. */
export interface HeatMapQuestion {
  readonly topic: 'heatMap';
  /** From 0. */
  readonly layer: number;
  readonly of: 'weights' | 'weightGradient';
  /** Cells at most. */
  readonly rows: number;
  readonly columns: number;
}

export interface HeatMapAnswer {
  readonly rows: number;
  readonly columns: number;
  /**
   * Row-major. Where the matrix has more entries than cells, each cell holds the entry of largest
   * magnitude among those that fall into it, so that no large entry is lost in an average.
   */
  readonly values: readonly WireNumber[];
  /** Of all finite entries; null where there is none. */
  readonly range: readonly [number, number] | null;
}
