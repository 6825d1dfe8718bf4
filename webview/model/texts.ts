import { alignDecimals, formatNumber } from '../../core/derivation/formatNumber';
import type { NetworkModel } from './networkModel';
import type { Selection } from './selection';

/**
 * The gradient's numbers as they stand everywhere in one view: all share the decimals of the
 * largest, so that table, drawing and formula show the same digits.
 */
export interface GradientTexts {
  weight(layer: number, to: number, from: number): string;
  bias(layer: number, to: number): string;
  /** Null where the selection is no parameter or there is no loss. */
  of(selection: Selection): string | null;
}

export function createGradientTexts(model: NetworkModel, digits: number): GradientTexts | null {
  if (model.layers.some((layer) => layer.weightGradient === null)) return null;
  const weights: number[] = [];
  const biases: number[] = [];
  const places = model.layers.map(({ weightGradient, biasGradient }) => {
    const place = { weights: weights.length, biases: biases.length };
    for (const value of weightGradient?.values ?? []) weights.push(value);
    for (const value of biasGradient?.values ?? []) biases.push(value);
    return place;
  });
  const aligned = alignDecimals([...weights, ...biases], digits);
  const texts: GradientTexts = {
    weight: (layer, to, from) => aligned[places[layer].weights + to * model.layers[layer].fanIn + from],
    bias: (layer, to) => aligned[weights.length + places[layer].biases + to],
    of(selection) {
      if (selection.kind === 'weight') return texts.weight(selection.layer, selection.to, selection.from);
      if (selection.kind === 'bias') return texts.bias(selection.layer, selection.to);
      return null;
    },
  };
  return texts;
}

/** Digits that a drawing has room for: all, or three where it is narrow. */
export function shortNumber(value: number, digits: number, narrow: boolean): string {
  return formatNumber(value, narrow ? Math.min(3, digits) : digits);
}
