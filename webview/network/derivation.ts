import type { Factor } from '../../core/derivation/chainRule';
import { formatNumber, formatWritten } from '../../core/derivation/formatNumber';
import { entry } from '../model/blocks';
import type { NetworkModel } from '../model/networkModel';
import type { Path, Selection } from '../model/selection';
import type { GradientTexts } from '../model/texts';
import * as notation from './notation';

/** A factor as the formula shows it. */
export interface ShownFactor {
  readonly latex: string;
  readonly text: string;
  /** The key of the piece of the drawing on which it stands. */
  readonly factor: Factor;
}

/** What the formula's band says about a selection. */
export interface Derivation {
  /** The left side: ∂L/∂w. */
  readonly name: string;
  /** The selected thing itself, for the sentence beside the formula. */
  readonly subject: string;
  readonly factors: readonly ShownFactor[];
  /** The first factors that together are ∂L/∂o, 0 for none. */
  readonly grouped: number;
  readonly groupName: string;
  readonly groupText: string;
  /** This sample's product; the total where there is one sample. */
  readonly value: number;
  readonly valueText: string;
  /** Over the batch; null for one sample. */
  readonly total: { readonly text: string; readonly samples: number } | null;
  /** Lines of a second formula under the first: how the neuron came to its value. */
  readonly forward: readonly string[];
  /** ∂L/∂ of the selection, for "raise it by 0.01"; null where it is no parameter or input. */
  readonly slope: number | null;
}

/** As written where the factor stands in the text, else computed. */
function factorText(model: NetworkModel, factor: Factor, sample: number, digits: number): string {
  if (factor.kind === 'weight') {
    const { weights, fanIn } = model.layers[factor.layer];
    const text = weights?.texts[factor.to * fanIn + factor.from];
    if (text !== undefined) return formatWritten(text);
  }
  if (factor.kind === 'input') {
    const text = model.input?.texts[sample * model.input.columns + factor.neuron];
    if (text !== undefined) return formatWritten(text);
  }
  return formatNumber(factor.value, digits);
}

export function derive(
  model: NetworkModel,
  selection: Selection,
  path: Path,
  sample: number,
  digits: number,
  texts: GradientTexts | null,
): Derivation | null {
  switch (selection.kind) {
    case 'weight':
    case 'bias':
      return path.rule === null ? null : ofParameter(model, selection, path.rule, digits, texts);
    case 'neuron':
      return ofNeuron(model, selection.layer, selection.neuron, sample, digits);
    case 'input':
      return ofInput(model, selection.neuron, sample, digits);
    case 'target':
    case 'loss':
      return null;
  }
}

function ofParameter(
  model: NetworkModel,
  selection: Extract<Selection, { kind: 'weight' | 'bias' }>,
  rule: NonNullable<Path['rule']>,
  digits: number,
  texts: GradientTexts | null,
): Derivation {
  const subject = notation.selectionName(model, selection);
  const batch = model.view.samples > 1;
  const own = rule.factors.findIndex(
    ({ kind, ...factor }) =>
      (kind === 'slope' || kind === 'pre-activation-gradient') &&
      'layer' in factor &&
      factor.layer === selection.layer,
  );
  const grouped = own >= 2 ? own : 0;
  const group = rule.factors.slice(0, grouped).reduce((product, { value }) => product * value, 1);
  const totalText = texts?.of(selection) ?? formatNumber(rule.total, digits);
  return {
    name: notation.derivativeName(subject),
    subject,
    factors: rule.factors.map((factor) => ({
      factor,
      latex: notation.factorName(model, factor),
      text: factorText(model, factor, rule.sample, digits),
    })),
    grouped,
    groupName: notation.derivativeName(notation.outputName(selection.layer, selection.to)),
    groupText: formatNumber(group, digits),
    value: batch ? rule.product : rule.total,
    valueText: batch || rule.total === 0 ? formatNumber(rule.product, digits) : totalText,
    total: batch ? { text: totalText, samples: model.view.samples } : null,
    forward: [],
    slope: rule.total,
  };
}

function ofNeuron(
  model: NetworkModel,
  layer: number,
  neuron: number,
  sample: number,
  digits: number,
): Derivation | null {
  const trace = model.layers[layer];
  if (trace.preActivation === null) return null;
  const forward = forwardOf(model, layer, neuron, sample, digits);
  const s = notation.preActivationName(layer, neuron);
  const empty = { grouped: 0, groupName: '', groupText: '', total: null, slope: null };
  if (trace.preActivationGradient === null) {
    const o = entry(trace.output, sample, neuron);
    return {
      ...empty,
      name: notation.outputName(layer, neuron),
      subject: s,
      factors: [],
      value: o,
      valueText: formatNumber(o, digits),
      forward,
    };
  }
  const delta = entry(trace.preActivationGradient, sample, neuron);
  const factors: Factor[] =
    trace.slope === null
      ? []
      : [
          { kind: 'output-gradient', layer, neuron, value: entry(trace.outputGradient, sample, neuron) },
          { kind: 'slope', layer, neuron, value: entry(trace.slope, sample, neuron) },
        ];
  return {
    ...empty,
    name: notation.derivativeName(s),
    subject: s,
    factors: factors.map((factor) => ({
      factor,
      latex: notation.factorName(model, factor),
      text: formatNumber(factor.value, digits),
    })),
    value: delta,
    valueText: formatNumber(delta, digits),
    forward,
  };
}

/** s as the sum that it is, in letters and, for a narrow layer, in numbers; then o. */
function forwardOf(
  model: NetworkModel,
  layer: number,
  neuron: number,
  sample: number,
  digits: number,
): readonly string[] {
  const { weights, biases, fanIn, preActivation, output, activation } = model.layers[layer];
  const s = notation.preActivationName(layer, neuron);
  const sNumber = number(formatNumber(entry(preActivation, sample, neuron), digits));
  const oNumber = number(formatNumber(entry(output, sample, neuron), digits));
  const source = (p: number) => (layer === 0 ? notation.inputName(p) : notation.outputName(layer - 1, p));
  const bias = biases === null ? '' : ` + ${notation.biasName(layer, neuron)}`;
  const lines: string[] = [];
  if (weights !== null && fanIn <= 4) {
    const sourceText = (p: number) =>
      layer === 0
        ? formatWritten(model.input?.texts[sample * (model.input?.columns ?? 0) + p] ?? '')
        : formatNumber(entry(model.layers[layer - 1].output, sample, p), digits);
    const inputs = Array.from({ length: fanIn }, (_, p) => p);
    const terms = inputs.map((p) => `${notation.weightName(layer, p, neuron)} ${source(p)}`).join(' + ');
    const numbers = inputs
      .map(
        (p) =>
          `${grouped(formatWritten(weights.texts[neuron * fanIn + p]))} \\cdot ${grouped(sourceText(p))}`,
      )
      .join(' + ');
    const biasNumber = biases === null ? '' : ` + ${grouped(formatWritten(biases.texts[neuron]))}`;
    lines.push(`${s} = ${terms}${bias}`, `\\phantom{${s}} = ${numbers}${biasNumber} = ${sNumber}`);
  } else {
    const index = layer === 0 ? 'x_p' : `o_p^{${layer}}`;
    lines.push(`${s} = \\sum_{p=1}^{${fanIn}} w_{p${neuron + 1}}^{${layer}} ${index}${bias} = ${sNumber}`);
  }
  const phi = activation.length > 1 ? `\\mathrm{${activation.replaceAll('_', '\\_')}}` : '\\varphi';
  lines.push(`${notation.outputName(layer, neuron)} = ${phi}(${s}) = ${oNumber}`);
  return lines;
}

/** A written number for LaTeX: a real minus, a fraction bar as it is, powers of ten raised. */
function number(text: string): string {
  if (text.includes('×')) {
    const [mantissa, power = ''] = text.split(' × ');
    const exponent = [...power.slice(2)]
      .map((digit) => (digit === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)))
      .join('');
    return `${number(mantissa)} \\times 10^{${exponent}}`;
  }
  return text.replace('−', '-').replace('∞', '\\infty').replace('NaN', '\\mathrm{NaN}');
}

function grouped(text: string): string {
  return text.startsWith('−') || text.includes('×') ? `(${number(text)})` : number(text);
}

/** ∂L/∂x_p = Σ_k ∂L/∂s_k · w_pk. */
function ofInput(model: NetworkModel, neuron: number, sample: number, digits: number): Derivation | null {
  const first = model.layers[0];
  if (first.preActivationGradient === null || first.weights === null) return null;
  let slope = 0;
  for (let k = 0; k < first.fanOut; k++) {
    slope += entry(first.preActivationGradient, sample, k) * entry(first.weights, k, neuron);
  }
  const subject = notation.inputName(neuron);
  const name = notation.derivativeName(subject);
  const term = (k: number) =>
    `${notation.derivativeName(notation.preActivationName(0, k))} ${notation.weightName(0, neuron, k)}`;
  const sum =
    first.fanOut <= 3
      ? Array.from({ length: first.fanOut }, (_, k) => term(k)).join(' + ')
      : `\\sum_{k=1}^{${first.fanOut}} \\frac{\\partial ${notation.lossSymbol}}{\\partial s_k^{1}} w_{${neuron + 1}k}^{0}`;
  return {
    name,
    subject,
    factors: [],
    grouped: 0,
    groupName: '',
    groupText: '',
    value: slope,
    valueText: formatNumber(slope, digits),
    total: null,
    forward: [`${name} = ${sum}`],
    slope,
  };
}
