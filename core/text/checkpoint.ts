import type { ArrayProgress } from './arrayProgress';
import type { ArrayState } from './arrayState';
import { type ShapeState, unknown } from './nestedShape';
import { carriedMark } from './numberStore';
import { carriedRemarks, type Remarks } from './remarks';
import type { Joining, Mark } from './trackRecall';

/** All that the reading of an array is at one place: from states that agree on, the same text is read in the same way. */
export interface Checkpoint extends Mark {
  readonly progress: Readonly<ArrayProgress>;
  readonly shape: ShapeState;
  /** The value of the last number. */
  readonly lastValue: number;
  readonly remarks: Remarks;
}

export function checkpointAt(at: number, { now, shape, source, start }: ArrayState): Checkpoint {
  const { store, remarks } = source;
  return {
    at,
    progress: { ...now },
    shape: shape.state,
    numbers: store.markFrom(start),
    lastValue: store.length === 0 ? Number.NaN : store.lastValue,
    remarks,
  };
}

/** How the readings of an array are joined. */
export const joiningOfArrays: Joining<Checkpoint> = { agree, carried, looks: ({ progress }) => progress };

function agree(one: Checkpoint, other: Checkpoint): boolean {
  return !hasExtra(one) && !hasExtra(other) && essenceOf(one) === essenceOf(other);
}

/** Whether an element too many waits to be reported with its place. */
function hasExtra({ shape }: Checkpoint): boolean {
  return shape.frames.some(({ extraStart }) => extraStart !== unknown);
}

function essenceOf({ at, progress, shape, numbers, lastValue }: Checkpoint): string {
  const { lineBreak, lastEnd } = progress;
  const counted = { numbers: 0, blocksBelow: 0, blocksBeside: 0, farLooks: 0, reach: 0 };
  const places = { lineBreak: lineBreak < 0 ? 1 : lineBreak - at, lastEnd: lastEnd - at };
  const frames = shape.frames.map((frame, level) => ({
    ...frame,
    extraEnd: 0,
    ...(level > 0 ? {} : isInRows(shape) ? { rows: 0 } : { count: 0 }),
  }));
  const last = [numbers.lastStart - at, numbers.lastEnd - at, String(lastValue)];
  return JSON.stringify([{ ...progress, ...counted, ...places }, { ...shape, frames, broken: false }, last]);
}

/** Whether numbers in the outermost bracket are counted by rows of a known length. */
function isInRows({ leafDepth, columns }: ShapeState): boolean {
  return leafDepth === 1 && columns !== unknown;
}

/** Null where what is counted decided something in between, or something was said. */
function carried(now: Checkpoint, from: Checkpoint, to: Checkpoint): Checkpoint | null {
  const shift = now.at - from.at;
  const remarks = carriedRemarks(now.remarks, from.remarks, to.remarks);
  if (remarks === null || hasExtra(to)) return null;
  const shape = carriedShape(now.shape, from.shape, to.shape);
  if (shape === null) return null;
  const { progress } = to;
  const added = (key: 'numbers' | 'blocksBelow' | 'blocksBeside' | 'farLooks') =>
    now.progress[key] + progress[key] - from.progress[key];
  return {
    at: to.at + shift,
    progress: {
      ...progress,
      lineBreak: progress.lineBreak < 0 ? -1 : progress.lineBreak + shift,
      lastEnd: progress.lastEnd + shift,
      numbers: added('numbers'),
      blocksBelow: added('blocksBelow'),
      blocksBeside: added('blocksBeside'),
      farLooks: added('farLooks'),
      reach: progress.farLooks === from.progress.farLooks ? now.progress.reach : progress.reach,
    },
    shape,
    numbers: carriedMark(now.numbers, from.numbers, to.numbers, shift),
    lastValue: to.lastValue,
    remarks,
  };
}

function carriedShape(now: ShapeState, from: ShapeState, to: ShapeState): ShapeState | null {
  const [outer, ...inner] = to.frames;
  const [ofNow, ofFrom] = [now.frames[0], from.frames[0]];
  if (outer === undefined || ofNow === undefined || ofFrom === undefined) return null;
  const [count, rows] = [ofNow.count - ofFrom.count, ofNow.rows - ofFrom.rows];
  // The first row to end says how long all are.
  if (count !== 0 && from.leafDepth === 1 && isInRows(to)) return null;
  const frames = [{ ...outer, count: outer.count + count, rows: outer.rows + rows }, ...inner];
  return { ...to, frames, broken: now.broken || (to.broken && !from.broken) };
}
