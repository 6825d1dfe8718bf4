import type { Factor } from '../../core/derivation/chainRule';
import type { PanelMemory } from '../../extension/protocol/panel';
import { entry, largestSize } from '../model/blocks';
import type { NetworkModel } from '../model/networkModel';
import { keyOf, type Path, type Selection } from '../model/selection';
import type { GradientTexts } from '../model/texts';
import type { NetworkLayout } from './layout';

/** Which numbers give edges their sign and width. */
export type EdgeInk = 'weights' | 'gradients';

/** What formula and table need to know, with a drawing or without. */
export interface Subject {
  readonly model: NetworkModel;
  readonly texts: GradientTexts | null;
  readonly digits: number;
  readonly sample: number;
  readonly shown: PanelMemory['layers'];
  readonly ink: EdgeInk;
  readonly selection: Selection | null;
  readonly path: Path | null;
  /** Discs: the number of the factor that stands on a piece of the drawing, by the piece's key. */
  readonly discs: ReadonlyMap<string, number>;
  readonly factors: readonly Factor[];
  select(selection: Selection): void;
}

/** All that the pieces of a drawing need to know. */
export interface Scene extends Subject {
  readonly layout: NetworkLayout;
}

/** Where a factor stands: the loss, a neuron, an edge or an input. */
export function placeKey(factor: Factor): string {
  switch (factor.kind) {
    case 'loss':
      return 'loss';
    case 'weight':
      return keyOf({ kind: 'weight', layer: factor.layer, from: factor.from, to: factor.to });
    case 'input':
      return keyOf({ kind: 'input', neuron: factor.neuron });
    case 'slope':
    case 'output':
    case 'output-gradient':
    case 'pre-activation-gradient':
      return `${factor.kind}:${keyOf({ kind: 'neuron', layer: factor.layer, neuron: factor.neuron })}`;
  }
}

export function discsOf(factors: readonly Factor[]): ReadonlyMap<string, number> {
  return new Map(factors.map((factor, index) => [placeKey(factor), index + 1]));
}

export function edgeValue(
  scene: Pick<Scene, 'model' | 'ink'>,
  layer: number,
  to: number,
  from: number,
): number {
  const { weights, weightGradient } = scene.model.layers[layer];
  return entry(scene.ink === 'gradients' ? weightGradient : weights, to, from);
}

export function largestEdge(scene: Pick<Scene, 'model' | 'ink'>): number {
  return Math.max(
    ...scene.model.layers.map((layer) =>
      largestSize(
        scene.ink === 'gradients'
          ? [...(layer.weightGradient?.values ?? []), ...(layer.biasGradient?.values ?? [])]
          : [...(layer.weights?.values ?? []), ...(layer.biases?.values ?? [])],
      ),
    ),
  );
}

/** How a piece stands to the selection: selected itself, on its path, aside of it, or nothing is selected. */
export type Standing = 'selected' | 'path' | 'aside' | 'plain';

export function standing(scene: Pick<Scene, 'selection' | 'path'>, key: string): Standing {
  if (scene.selection === null || scene.path === null) return 'plain';
  if (keyOf(scene.selection) === key) return 'selected';
  if (key === 'loss') return scene.path.reachesLoss && scene.selection.kind !== 'target' ? 'path' : 'plain';
  if (scene.path.incoming.has(key)) return 'plain';
  return scene.path.edges.has(key) || scene.path.nodes.has(key) ? 'path' : 'aside';
}

/** The name of where an edge comes from, in words. */
export function sourceWords(
  layer: number,
  from: number,
  words: { inputName(p: number): string; neuronName(k: number): string },
): string {
  return layer === 0 ? words.inputName(from + 1) : words.neuronName(from + 1);
}
