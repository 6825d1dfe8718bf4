import { alignDecimals, formatNumber, listNumbers } from '../../../core/derivation/formatNumber';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import type { NumberArray } from '../../../core/text/reading';
import type { FeatureContext } from '../feature';
import type { Hint, HintKinds } from './hint';

/** Larger layers get no hints: a page of numbers beside a page of numbers. */
const mostNeurons = 100;
/** Derivatives of one row. */
const mostDerivatives = 8;

/** After the weights of each neuron what it computes, and how the loss changes with them. */
export function neuronHints(context: FeatureContext, kinds: HintKinds): readonly Hint[] {
  const { study } = context;
  if (study.kind !== 'network' || study.layers.length === 0) return [];
  return study.reading.layers.flatMap(({ weights, written }, layer) => {
    const [rows] = weights.shape;
    // The rows of a kernel are sources.
    if (rows > mostNeurons || written === 'kernel') return [];
    return Array.from({ length: rows }, (_, neuron) =>
      hintsOfNeuron(context, study, kinds, layer, neuron),
    ).flat();
  });
}

function hintsOfNeuron(
  { words, digits }: FeatureContext,
  study: NetworkStudy,
  kinds: HintKinds,
  layer: number,
  neuron: number,
): readonly Hint[] {
  const at = endOfRow(study.reading.text, study.reading.layers[layer].weights, neuron);
  const trace = study.layers[layer];
  const hints: Hint[] = [];
  // Of several samples no one is the neuron's own.
  if (kinds.neurons && study.samples === 1) {
    const pre = formatNumber(trace.preActivation.values[neuron], digits);
    const isSame = trace.output.columns === trace.preActivation.columns;
    const output = isSame ? formatNumber(trace.output.values[neuron], digits) : null;
    const label = output === null ? `s = ${pre}` : listNumbers([`s = ${pre}`, `o = ${output}`]);
    hints.push({ at, label, tooltip: words.hints.neuron(layer + 1, neuron + 1) });
  }
  const gradient = study.gradients?.[layer].weights;
  if (kinds.gradients && gradient !== undefined && gradient.columns <= mostDerivatives) {
    const row = gradient.values.subarray(neuron * gradient.columns, (neuron + 1) * gradient.columns);
    const label = `∂ℒ/∂w = (${listNumbers(alignDecimals(row, digits))})`;
    hints.push({ at, label, tooltip: words.hints.gradient(layer + 1, neuron + 1) });
  }
  return hints;
}

/** After the bracket that closes the row, or after its last number where no bracket does. */
function endOfRow(text: string, { starts, ends, shape }: NumberArray, row: number): number {
  const columns = shape.at(-1) ?? 1;
  let at = 0;
  for (let index = row * columns; index < (row + 1) * columns; index++) at = Math.max(at, ends[index] ?? 0);
  const quoted = text.charAt(at) === '"' || text.charAt(at) === "'" ? at + 1 : at;
  const closes = /^\s*[\])}]/.exec(text.slice(quoted, quoted + 20));
  return starts.length === 0 || closes === null ? quoted : quoted + closes[0].length;
}
