import { asItIs, assignments, nested, type Writer, type WrittenArray, withSlash } from './writer';

function list(written: WrittenArray): string {
  return nested(written, '[', ']');
}

function called(call: string, suffix: string): (written: WrittenArray) => string {
  return (written) => `${call}(${nested(written, '[', ']', ' '.repeat(call.length + 1))}${suffix})`;
}

function writer(
  name: 'python' | 'numpy' | 'torch',
  array: (written: WrittenArray) => string,
  [nan, infinity]: readonly [string, string],
): Writer {
  return {
    name,
    decimal: asItIs,
    fraction: withSlash,
    nan,
    infinity,
    minusInfinity: `-${infinity}`,
    mostDimensions: Number.POSITIVE_INFINITY,
    array,
    named: (parts) => assignments(parts, array, (key, value) => `${key} = ${value}`),
  };
}

/** Lists in lists. */
export const python = writer('python', list, ["float('nan')", "float('inf')"]);
/** What makes a NumPy array. */
export const numpy = writer('numpy', called('np.array', ''), ['np.nan', 'np.inf']);
/** What makes a PyTorch tensor of doubles. */
export const torch = writer('torch', called('torch.tensor', ', dtype=torch.float64'), [
  "float('nan')",
  "float('inf')",
]);
