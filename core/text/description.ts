import { comma, isLineBreak } from './characters';
import { matchAt } from './notations/callEnds';

/** What Rust's ndarray and candle print behind an array: its shape, strides, layout, type and device. */
const description =
  /, shape=\[[\d, ]*\](?:, (?:strides=\[[-\d, ]*\]|layout=[\w ()|]+|(?:const |dynamic )?ndim=\d+))*|\s*\bTensor\[\[[\d, ]*\],\s*\w+(?:,\s*\w+(?::\d+)?)?\]/y;

/** The end of what describes an array that ends at `at`; `at` where nothing does. */
export function endOfDescription(text: string, at: number, limit: number): number {
  const unit = text.charCodeAt(at);
  return unit === comma || isLineBreak(unit)
    ? at + (matchAt(description, text, at, limit)?.[0].length ?? 0)
    : at;
}
