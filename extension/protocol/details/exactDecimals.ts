import type { ExactMeasure } from '../../../core/divergence/distributionStudy';

/** Values in exact form to as many digits as asked, all of them right. */
export interface ExactDecimalsQuestion {
  readonly topic: 'exactDecimals';
  /** Significant digits, from 1 to 1000. */
  readonly digits: number;
}

export interface ExactDecimalsAnswer {
  readonly digits: number;
  readonly rows: readonly {
    readonly name: ExactMeasure;
    readonly text: string;
    /** Decided exactly: 0 where the value is zero and nowhere else. */
    readonly sign: -1 | 0 | 1;
    readonly decimal: string;
  }[];
}
