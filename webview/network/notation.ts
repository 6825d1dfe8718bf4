import type { Factor } from '../../core/derivation/chainRule';
import {
  apply,
  difference,
  type Expression,
  fraction,
  number,
  of,
  power,
  product,
} from '../../core/derivation/expression';
import { type NotationContext, type NotationName, notationOf } from '../../core/derivation/notations';
import { printExpression } from '../../core/derivation/print';
import { latexPrinter } from '../../core/derivation/printers/latex';
import type { Quantity } from '../../core/derivation/quantity';
import type { NetworkModel } from '../model/networkModel';

/**
 * Names in LaTeX, in the notation that the panel shows. Layers come in counted from 0 by their weights,
 * neurons from 0. A page has one reader, so the notation is one for the whole of it.
 */
let notation = notationOf('sheet');
let context: NotationContext = { layers: 1, outputs: 1, isBatch: false, activations: [] };

/** What names are written in from now on, and for which network. */
export function setNotation(name: NotationName, model: NetworkModel | null): void {
  notation = notationOf(name);
  if (model === null) return;
  context = {
    layers: model.layers.length,
    outputs: lastWidth(model),
    isBatch: model.view.samples > 1,
    activations: model.layers.map(({ activation }) => activation),
  };
}

const printer = latexPrinter();

/** Terms of a sum that a band has room for. */
const mostTerms = 4;

export function latexOf(expression: Expression, digits = 6): string {
  return printExpression(expression, { notation, context, digits, most: mostTerms }, printer);
}

const nameOf = (quantity: Quantity) => latexOf(of(quantity));

export const lossSymbol = '\\mathcal{L}';

export function weightName(layer: number, from: number, to: number): string {
  return nameOf({ kind: 'weight', layer, from, to });
}

export function biasName(layer: number, to: number): string {
  return nameOf({ kind: 'bias', layer, to });
}

/** What an activation learns, such as the slope of prelu. */
export function learntName(layer: number, to: number): string {
  return nameOf({ kind: 'learnt', layer, neuron: to });
}

export function preActivationName(layer: number, neuron: number): string {
  return nameOf({ kind: 'pre-activation', layer, neuron });
}

export function outputName(layer: number, neuron: number): string {
  return nameOf({ kind: 'output', layer, neuron });
}

export function inputName(neuron: number): string {
  return nameOf({ kind: 'input', neuron });
}

/** ŷ, with an index where there is more than one output. */
export function predictionName(neuron: number): string {
  return nameOf({ kind: 'prediction', neuron });
}

export function targetName(index: number): string {
  return nameOf({ kind: 'target', index });
}

/**
 * A name for a label in the drawing, where its place says the layer: `weight[0, 1]` of a program's
 * `layers.0.weight[0, 1]`.
 */
export function drawnName(quantity: Quantity): string {
  return nameOf(quantity).replace(/\\mathtt\{layers\.\d+\./, '\\mathtt{');
}

/** What a drawn name takes beyond one letter with two corners, in the panel's units. */
export function drawnNameSurplus(): number {
  switch (notation.name) {
    case 'sheet':
      return 0;
    case 'textbook':
      return 8;
    case 'matrix':
      return 24;
    case 'pytorch':
      return 66;
  }
}

/** The weight from p to k of layer l. */
export function indexName(): string {
  return nameOf({ kind: 'weight', layer: 'l', from: 'p', to: 'k' });
}

export function slopeName(layer: number, neuron: number): string {
  return latexOf(slope(layer, neuron));
}

function slope(layer: number, neuron: number): Expression {
  return apply(
    { kind: 'activation', layer, order: 1, neuron },
    of({ kind: 'pre-activation', layer, neuron }),
  );
}

/** What can be selected, or is on the way to the loss, as a quantity. */
export type Derived = Extract<
  Quantity,
  { readonly kind: 'weight' | 'bias' | 'input' | 'pre-activation' | 'output' | 'prediction' }
>;

export function derivativeName(by: Derived): string {
  return nameOf({ kind: 'derivative', of: { kind: 'loss' }, by });
}

/** The same on one line. */
export function inlineDerivativeName(by: Derived): string {
  return inline(derivativeName(by));
}

function inline(latex: string): string {
  return latex.replace(/^\\frac\{(.*)\}\{(.*)\}$/, '$1/$2');
}

export function lastWidth(model: NetworkModel): number {
  return model.view.widths[model.view.widths.length - 1];
}

/** The loss as a formula in ŷ and y where it is short enough to stand in the header. */
export function lossFormula(model: NetworkModel): string | null {
  const loss = model.view.loss;
  if (loss === null) return null;
  const several = lastWidth(model) > 1 || model.view.samples > 1;
  const square = power(errorOf(0), number(2));
  if (loss.name === 'half_squared_error' && loss.reduction === 'sum') {
    if (!several) return latexOf(product(fraction(number(1), number(2)), square));
    const [predictions, targets] = (['predictions', 'targets'] as const).map((kind) => nameOf({ kind }));
    return `\\frac{1}{2}{\\lVert ${predictions} - ${targets}\\rVert}^{2}`;
  }
  return loss.name === 'mse_loss' && !several ? latexOf(square) : null;
}

function errorOf(neuron: number): Expression {
  return difference(of({ kind: 'prediction', neuron }), of({ kind: 'target', index: neuron }));
}

/** A factor's name on one line, for a label in the drawing. */
export function inlineFactorName(model: NetworkModel, factor: Factor): string {
  return inline(factorName(model, factor)).replace(/^\((.*)\)$/, '$1');
}

/** ∂L/∂ŷ, written out where the loss makes it a short difference. */
function lossFactorName(model: NetworkModel, neuron: number): string {
  const loss = model.view.loss;
  if (loss?.name === 'half_squared_error' && loss.reduction === 'sum') return `(${latexOf(errorOf(neuron))})`;
  if (loss?.name === 'mse_loss' && lastWidth(model) === 1 && model.view.samples === 1) {
    return latexOf(product(number(2), errorOf(neuron)));
  }
  return derivativeName({ kind: 'prediction', neuron });
}

export function factorName(model: NetworkModel, factor: Factor): string {
  switch (factor.kind) {
    case 'loss':
      return lossFactorName(model, factor.neuron);
    case 'output-gradient':
      return derivativeName({ kind: 'output', layer: factor.layer, neuron: factor.neuron });
    case 'pre-activation-gradient':
      return derivativeName({ kind: 'pre-activation', layer: factor.layer, neuron: factor.neuron });
    case 'slope':
      return slopeName(factor.layer, factor.neuron);
    case 'weight':
      return weightName(factor.layer, factor.from, factor.to);
    case 'input':
      return inputName(factor.neuron);
    case 'output':
      return outputName(factor.layer, factor.neuron);
  }
}
