import { carriedMark } from './numberStore';
import { carriedRemarks, type Remarks } from './remarks';
import type { Joining, Mark } from './trackRecall';

/** Where the reader of a table is, at the beginning of a row. */
export interface RowPlace {
  readonly at: number;
  /** Rows so far. */
  readonly rows: number;
  /** Where the last of them ends. */
  readonly lastEnd: number;
}

/** All that the reading of a table is at the beginning of a row. */
export interface RowMark extends RowPlace, Mark {
  /** What its reader has told of the rows so far; rows are read alike only where it is the same. */
  readonly told: string;
  readonly remarks: Remarks;
}

const near = { farLooks: 0, reach: 0 };

/** How the readings of a table are joined: a row is read by itself. */
export const joiningOfRows: Joining<RowMark> = { agree, carried, looks: () => near };

function agree(one: RowMark, other: RowMark): boolean {
  return (
    one.told === other.told &&
    one.rows > 0 === other.rows > 0 &&
    one.lastEnd - one.at === other.lastEnd - other.at &&
    one.numbers.lastEnd - one.at === other.numbers.lastEnd - other.at
  );
}

function carried(now: RowMark, from: RowMark, to: RowMark): RowMark | null {
  const shift = now.at - from.at;
  const remarks = carriedRemarks(now.remarks, from.remarks, to.remarks);
  if (remarks === null || to.told !== from.told) return null;
  return {
    at: to.at + shift,
    rows: now.rows + to.rows - from.rows,
    lastEnd: to.lastEnd + shift,
    told: to.told,
    numbers: carriedMark(now.numbers, from.numbers, to.numbers, shift),
    remarks,
  };
}
