import type { DefinitionLink, Location, Position } from 'vscode-languageserver-protocol';
import type { Span } from '../../../core/problem';
import type { NetworkReading } from '../../../core/text/reading';
import { type FeatureContext, rangeOf } from '../feature';
import { columnSpans, isPlain, type NumberPlace, neuronSpans, numberAt, usesOf } from './neurons';

/**
 * From a number to what it works on: a weight to the neuron, or the input, whose value it multiplies; a bias
 * and a target to the neuron that they are for.
 */
export function definitionAt(context: FeatureContext, position: Position): DefinitionLink[] {
  const { document, study } = context;
  if (study.reading.kind !== 'network') return [];
  const found = numberAt(study.reading, document.offsetAt(position));
  if (found === null) return [];
  const originSelectionRange = rangeOf(document, found.span);
  return madeAt(context, study.reading, found.place).map((span) => {
    const range = rangeOf(document, span);
    return { targetUri: document.uri, targetRange: range, targetSelectionRange: range, originSelectionRange };
  });
}

function madeAt(context: FeatureContext, reading: NetworkReading, place: NumberPlace): readonly Span[] {
  const { layers, input } = reading;
  switch (place.kind) {
    case 'weight':
      if (place.layer === 0) return input === null ? [] : columnSpans(input, place.from);
      return isPlain(context, place.layer - 1) ? neuronSpans(reading, place.layer - 1, place.from) : [];
    case 'bias':
      return neuronSpans(reading, place.layer, place.to);
    case 'target':
      return neuronSpans(reading, layers.length - 1, place.index);
    case 'input':
      return [];
  }
}

/** Where the value of the neuron that a number belongs to is used: the weights of the next layer, or the target. */
export function referencesAt(
  context: FeatureContext,
  position: Position,
  withDeclaration: boolean,
): Location[] {
  const { document, study } = context;
  if (study.reading.kind !== 'network') return [];
  const found = numberAt(study.reading, document.offsetAt(position));
  if (found === null) return [];
  return usedAt(context, study.reading, found.place, withDeclaration).map((span) => ({
    uri: document.uri,
    range: rangeOf(document, span),
  }));
}

function usedAt(
  context: FeatureContext,
  reading: NetworkReading,
  place: NumberPlace,
  withDeclaration: boolean,
): readonly Span[] {
  switch (place.kind) {
    case 'weight':
    case 'bias': {
      const { layer, to } = place;
      const declared = withDeclaration ? neuronSpans(reading, layer, to) : [];
      return isPlain(context, layer) ? [...declared, ...usesOf(reading, layer, to)] : declared;
    }
    case 'input': {
      const [first] = reading.layers;
      return first === undefined ? [] : columnSpans(first.weights, place.index);
    }
    case 'target':
      return [];
  }
}
