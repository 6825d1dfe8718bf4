import { formatShort, listNumbers } from '../../../core/derivation/formatNumber';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import type { NumberArray } from '../../../core/text/reading';
import type { FeatureContext } from '../feature';
import type { Hint, HintKinds } from './hint';

/** Larger layers get no hints: a page of numbers beside a page of numbers. */
const mostNeurons = 100;
/** Derivatives of one row. */
const mostDerivatives = 8;
/** An editor cuts the hints of a line at about forty characters. */
const mostDigits = 4;

/** After the weights of each neuron what it computes, and how the loss changes with them. */
export function neuronHints(context: FeatureContext, kinds: HintKinds): readonly Hint[] {
  const { study } = context;
  if (study.kind !== 'network' || study.layers.length === 0) return [];
  return study.reading.layers.flatMap(({ weights, written }, layer) => {
    const [rows] = weights.shape;
    // The rows of a kernel are sources.
    if (rows > mostNeurons || written === 'kernel') return [];
    return linesOf(context, study, layer).flatMap((neurons) => {
      return hintsOfLine(context, study, kinds, { layer, neurons });
    });
  });
}

/** The neurons of a layer by the line on which their weights end: a matrix on one line has its hints after it. */
function linesOf({ document }: FeatureContext, { reading }: NetworkStudy, layer: number) {
  const { weights } = reading.layers[layer];
  const lines = new Map<number, number[]>();
  for (let neuron = 0; neuron < weights.shape[0]; neuron++) {
    const { line } = document.positionAt(endOfRow(reading.text, weights, neuron));
    lines.set(line, [...(lines.get(line) ?? []), neuron]);
  }
  return [...lines.values()];
}

interface Line {
  readonly layer: number;
  readonly neurons: readonly number[];
}

function hintsOfLine(
  { words, digits }: FeatureContext,
  study: NetworkStudy,
  kinds: HintKinds,
  { layer, neurons }: Line,
): readonly Hint[] {
  const { weights } = study.reading.layers[layer];
  const last = neurons.at(-1) ?? 0;
  const at = endOfRow(study.reading.text, weights, last);
  const trace = study.layers[layer];
  const number = (value: number) => formatShort(value, Math.min(digits, mostDigits));
  const together = (values: readonly number[]) =>
    values.length === 1 ? number(values[0]) : `(${listNumbers(values.map(number))})`;
  const hints: Hint[] = [];
  // Of several samples no one is the neuron's own.
  if (kinds.neurons && study.samples === 1) {
    const pre = `s = ${together(neurons.map((neuron) => trace.preActivation.values[neuron]))}`;
    const isSame = trace.output.columns === trace.preActivation.columns;
    const output = `o = ${together(neurons.map((neuron) => trace.output.values[neuron]))}`;
    const label = isSame ? listNumbers([pre, output]) : pre;
    hints.push({
      at,
      label,
      tooltip: words.hints.neuron(layer + 1, neurons.map((neuron) => neuron + 1).join(', ')),
    });
  }
  const gradient = study.gradients?.[layer].weights;
  if (kinds.gradients && gradient !== undefined && gradient.columns <= mostDerivatives) {
    const { columns, values } = gradient;
    const rows = neurons.map((neuron) => {
      return listNumbers(Array.from(values.subarray(neuron * columns, (neuron + 1) * columns), number));
    });
    const label = `∂ℒ/∂w = (${rows.join(' | ')})`;
    hints.push({
      at,
      label,
      tooltip: words.hints.gradient(layer + 1, neurons.map((neuron) => neuron + 1).join(', ')),
    });
  }
  return hints;
}

/** After the bracket that closes the row, or after its last number where no bracket does. */
function endOfRow(text: string, { places, shape }: NumberArray, row: number): number {
  const columns = shape.at(-1) ?? 1;
  let at = 0;
  for (let index = row * columns; index < (row + 1) * columns; index++)
    at = Math.max(at, places.endOf(index));
  const quoted = text.charAt(at) === '"' || text.charAt(at) === "'" ? at + 1 : at;
  const closes = /^\s*[\])}]/.exec(text.slice(quoted, quoted + 20));
  return closes === null ? quoted : quoted + closes[0].length;
}
