import type { Factor } from '../../core/derivation/chainRule';
import { apply, type Expression, number, of, product, sum, sumOver } from '../../core/derivation/expression';
import { formatNumber, formatWritten } from '../../core/derivation/formatNumber';
import { entry, type WrittenMatrix } from '../model/blocks';
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
  const subject =
    selection.kind === 'weight'
      ? notation.weightName(selection.layer, selection.from, selection.to)
      : notation.biasName(selection.layer, selection.to);
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
    name: notation.derivativeName(selection),
    subject,
    factors: rule.factors.map((factor) => ({
      factor,
      latex: notation.factorName(model, factor),
      text: factorText(model, factor, rule.sample, digits),
    })),
    grouped,
    groupName: notation.derivativeName({ kind: 'output', layer: selection.layer, neuron: selection.to }),
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
    name: notation.derivativeName({ kind: 'pre-activation', layer, neuron }),
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
  const s = of({ kind: 'pre-activation', layer, neuron });
  const o = of({ kind: 'output', layer, neuron });
  const source = (p: number | 'p'): Expression =>
    of(layer === 0 ? { kind: 'input', neuron: p } : { kind: 'output', layer: layer - 1, neuron: p });
  const weighted = sumOver(
    'p',
    fanIn,
    product(of({ kind: 'weight', layer, from: 'p', to: neuron }), source('p')),
  );
  const letters = biases === null ? weighted : sum(weighted, of({ kind: 'bias', layer, to: neuron }));
  const value = (expression: Expression) => notation.latexOf(expression, digits);
  const sValue = value(number(entry(preActivation, sample, neuron)));
  const lines: string[] = [];
  if (weights !== null && fanIn <= 4) {
    const terms = Array.from({ length: fanIn }, (_, p) =>
      product(
        writtenNumber(weights, neuron * fanIn + p),
        layer === 0
          ? writtenNumber(model.input, sample * (model.input?.columns ?? 0) + p)
          : number(entry(model.layers[layer - 1].output, sample, p)),
      ),
    );
    const bias = biases === null ? [] : [writtenNumber(biases, neuron)];
    const name = value(s);
    lines.push(
      `${name} = ${value(letters)}`,
      `\\phantom{${name}} = ${value(sum(...terms, ...bias))} = ${sValue}`,
    );
  } else {
    lines.push(`${value(s)} = ${value(letters)} = ${sValue}`);
  }
  const call = activation === 'identity' ? s : apply({ kind: 'activation', layer, order: 0, neuron }, s);
  lines.push(`${value(o)} = ${value(call)} = ${value(number(entry(output, sample, neuron)))}`);
  return lines;
}

/** A number as it stands in the text. */
function writtenNumber(block: WrittenMatrix | null, index: number): Expression {
  const text = block?.texts[index] ?? '';
  const start = block?.starts[index] ?? 0;
  const value = block?.values[index] ?? Number.NaN;
  const written = { text, span: { offset: start, length: text.length } };
  return { kind: 'number', value, ...(text === '' ? {} : { written }) };
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
  const name = notation.derivativeName({ kind: 'input', neuron });
  const body = product(
    of({ kind: 'derivative', of: { kind: 'loss' }, by: { kind: 'pre-activation', layer: 0, neuron: 'k' } }),
    of({ kind: 'weight', layer: 0, from: neuron, to: 'k' }),
  );
  const paths = notation.latexOf(sumOver('k', first.fanOut, body));
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
    forward: [`${name} = ${paths}`],
    slope,
  };
}
