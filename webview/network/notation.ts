import type { Factor } from '../../core/derivation/chainRule';
import type { NetworkModel } from '../model/networkModel';
import type { Selection } from '../model/selection';

/**
 * LaTeX in the sheet's notation: w_{pk}^l by its source layer, s, o and b by their destination
 * layer. Layers come in counted from 0 by their weights, neurons from 0; names count neurons from 1.
 */
export const lossSymbol = '\\mathcal{L}';

function pair(first: number, second: number): string {
  return first > 8 || second > 8 ? `${first + 1},${second + 1}` : `${first + 1}${second + 1}`;
}

export function weightName(layer: number, from: number, to: number): string {
  return `w_{${pair(from, to)}}^{${layer}}`;
}

export function biasName(layer: number, to: number): string {
  return `b_{${to + 1}}^{${layer + 1}}`;
}

/** What an activation learns, such as the slope of prelu. */
export function learntName(layer: number, to: number): string {
  return `a_{${to + 1}}^{${layer + 1}}`;
}

export function preActivationName(layer: number, neuron: number): string {
  return `s_{${neuron + 1}}^{${layer + 1}}`;
}

export function outputName(layer: number, neuron: number): string {
  return `o_{${neuron + 1}}^{${layer + 1}}`;
}

export function inputName(neuron: number): string {
  return `x_{${neuron + 1}}`;
}

/** ŷ, with an index where there is more than one output. */
export function predictionName(model: NetworkModel, neuron: number): string {
  return lastWidth(model) > 1 ? `\\hat{y}_{${neuron + 1}}` : '\\hat{y}';
}

export function targetName(model: NetworkModel, index: number): string {
  return (model.target?.columns ?? 1) > 1 ? `y_{${index + 1}}` : 'y';
}

export function slopeName(layer: number, neuron: number): string {
  return `\\varphi'(${preActivationName(layer, neuron)})`;
}

export function derivativeName(of: string): string {
  return `\\frac{\\partial ${lossSymbol}}{\\partial ${of}}`;
}

export function lastWidth(model: NetworkModel): number {
  return model.view.widths[model.view.widths.length - 1];
}

export function selectionName(model: NetworkModel, selection: Selection): string {
  switch (selection.kind) {
    case 'weight':
      return weightName(selection.layer, selection.from, selection.to);
    case 'bias':
      return biasName(selection.layer, selection.to);
    case 'neuron':
      return preActivationName(selection.layer, selection.neuron);
    case 'input':
      return inputName(selection.neuron);
    case 'target':
      return targetName(model, selection.index);
    case 'loss':
      return lossSymbol;
  }
}

/** The loss as a formula in ŷ and y where it is short enough to stand in the header. */
export function lossFormula(model: NetworkModel): string | null {
  const loss = model.view.loss;
  if (loss === null) return null;
  const several = lastWidth(model) > 1 || model.view.samples > 1;
  if (loss.name === 'half_squared_error' && loss.reduction === 'sum') {
    return several ? '\\tfrac{1}{2}{\\lVert\\hat{y} - y\\rVert}^{2}' : '\\tfrac{1}{2}(\\hat{y} - y)^{2}';
  }
  if (loss.name === 'mse_loss' && !several) return '(\\hat{y} - y)^{2}';
  return null;
}

/** A factor's name on one line, for a label in the drawing. */
export function inlineFactorName(model: NetworkModel, factor: Factor): string {
  return factorName(model, factor)
    .replace(/^\\frac\{(.*)\}\{(.*)\}$/, '$1/$2')
    .replace(/^\((.*)\)$/, '$1');
}

/** ∂L/∂ŷ, written out where the loss makes it a short difference. */
function lossFactorName(model: NetworkModel, neuron: number): string {
  const loss = model.view.loss;
  const prediction = predictionName(model, neuron);
  const difference = `${prediction} - ${targetName(model, neuron)}`;
  if (loss?.name === 'half_squared_error' && loss.reduction === 'sum') return `(${difference})`;
  if (loss?.name === 'mse_loss' && lastWidth(model) === 1 && model.view.samples === 1) {
    return `2(${difference})`;
  }
  return derivativeName(prediction);
}

export function factorName(model: NetworkModel, factor: Factor): string {
  switch (factor.kind) {
    case 'loss':
      return lossFactorName(model, factor.neuron);
    case 'output-gradient':
      return derivativeName(outputName(factor.layer, factor.neuron));
    case 'pre-activation-gradient':
      return derivativeName(preActivationName(factor.layer, factor.neuron));
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
