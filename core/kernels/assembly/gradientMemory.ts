// How the module reads its plan (core/kernels/gradientLayout.ts), and the room that this thread works in.
import { firstLayer, layerBytes } from '../gradientLayout';

/** A layer is passed about as its address. */
export function layerOf(index: i32): usize {
  return <usize>(firstLayer + index * layerBytes);
}

export function word(at: usize): i32 {
  return load<i32>(at);
}

export function address(at: usize): usize {
  return <usize>load<u32>(at);
}

/** Bytes of so many numbers of the build. */
export function bytesOf(count: i32): usize {
  return (<usize>count) << alignof<Element>();
}

/** Sums, and behind them a packed block: every thread has its own (`roomBytes` of the plan). */
export let room: usize = 0;

/** To be called once, before anything is run. */
export function workIn(start: usize): void {
  room = start;
}
