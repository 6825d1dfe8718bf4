import { formatWritten } from '../../core/derivation/formatNumber';
import { keyOf } from '../model/selection';
import { words } from '../words';
import { type EdgePlace, edgeWidth, fromRimToRim, type NodePlace } from './layout';
import { edgeValue, largestEdge, type Scene, sourceWords, standing } from './scene';

const signClass = (value: number) => (value < 0 ? 'negative' : Number.isNaN(value) ? 'unknown' : 'positive');

/** Dashes carry the sign beside the colour. */
const dashes = (value: number, width: number) =>
  value < 0 ? `${(5 + width).toFixed(1)} ${(3 + width * 0.6).toFixed(1)}` : undefined;

const ends = ({ start, end }: Pick<EdgePlace, 'start' | 'end'>) => ({
  x1: start.x,
  y1: start.y,
  x2: end.x,
  y2: end.y,
});

/** The bands under the path: one wide line, and in high contrast a narrower one of ground inside it. */
export function Casings({ scene, edges }: { readonly scene: Scene; readonly edges: readonly EdgePlace[] }) {
  const margin = scene.layout.form === 'full' ? 11 : 8;
  const largest = largestEdge(scene);
  const lit = edges.filter((edge) => {
    const place = standing(scene, keyOf({ kind: 'weight', ...edge }));
    return place === 'selected' || place === 'path';
  });
  const bands = lit.map((edge) => ({
    ...ends(edge),
    width: edgeWidth(scene.layout.form, edgeValue(scene, edge.layer, edge.to, edge.from), largest),
  }));
  for (const edge of lossEdges(scene)) {
    if (standing(scene, edge.key) === 'path' && standing(scene, 'loss') === 'path') {
      bands.push({ ...ends(edge), width: 1.5 });
    }
  }
  return (
    <g>
      {bands.map(({ width, ...line }) => (
        <line
          key={`o${line.x1} ${line.y1} ${line.x2} ${line.y2}`}
          class="casing"
          {...line}
          stroke-width={width + margin}
        />
      ))}
      {bands.map(({ width, ...line }) => (
        <line
          key={`i${line.x1} ${line.y1} ${line.x2} ${line.y2}`}
          class="casing-inside"
          {...line}
          stroke-width={width + margin * 0.64}
        />
      ))}
    </g>
  );
}

/** The lines from the last layer into the loss. */
export function lossEdges(scene: Scene) {
  const { layout } = scene;
  const loss = layout.loss;
  const last = layout.layers.length - 1;
  if (loss === null) return [];
  return layout.layers[last].map((node, neuron) => ({
    key: keyOf({ kind: 'neuron', layer: last, neuron }),
    ...fromRimToRim(node, loss),
  }));
}

export function LossEdges({ scene }: { readonly scene: Scene }) {
  return (
    <g>
      {lossEdges(scene).map((edge) => (
        <line
          key={edge.key}
          class={`loss-edge ${standing(scene, edge.key)}`}
          {...ends(edge)}
          stroke-width={1.5}
        />
      ))}
    </g>
  );
}

export function Edge({
  scene,
  edge,
  largest,
}: {
  readonly scene: Scene;
  readonly edge: EdgePlace;
  readonly largest: number;
}) {
  const { layer, from, to } = edge;
  const selection = { kind: 'weight', layer, from, to } as const;
  const key = keyOf(selection);
  const value = edgeValue(scene, layer, to, from);
  const width = edgeWidth(scene.layout.form, value, largest);
  const weights = scene.model.layers[layer].weights;
  const name = words.drawing.weight(
    sourceWords(layer, from, words.drawing),
    words.drawing.neuronName(to + 1),
    spoken(weights?.texts[to * scene.model.layers[layer].fanIn + from] ?? ''),
    scene.texts === null ? null : spoken(scene.texts.weight(layer, to, from)),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button element.
    <g
      class={`item edge ${standing(scene, key)} ${signClass(value)}`}
      role="button"
      tabindex={-1}
      data-rove
      data-key={key}
      data-column={layer + 0.5}
      aria-label={name}
      aria-pressed={standing(scene, key) === 'selected'}
      onClick={() => scene.select(selection)}
    >
      <line class="hit" {...ends(edge)} />
      <line
        class="stroke"
        {...ends(edge)}
        style={{ '--width': width.toFixed(2) }}
        stroke-dasharray={dashes(value, width)}
      />
    </g>
  );
}

/** A bias: a stub from above, with its name over it. */
export function BiasStub({
  scene,
  layer,
  to,
  node,
  largest,
}: {
  readonly scene: Scene;
  readonly layer: number;
  readonly to: number;
  readonly node: NodePlace;
  readonly largest: number;
}) {
  const { biases, biasGradient } = scene.model.layers[layer];
  if (biases === null) return null;
  const selection = { kind: 'bias', layer, to } as const;
  const key = keyOf(selection);
  const value = (scene.ink === 'gradients' ? biasGradient : biases)?.values[to] ?? 0;
  const width = edgeWidth(scene.layout.form, value, largest);
  const line = { x1: node.x, y1: node.y - node.r - 16, x2: node.x, y2: node.y - node.r };
  const place = standing(scene, key);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button element.
    <g
      class={`item edge bias ${place} ${signClass(value)}`}
      role="button"
      tabindex={-1}
      data-rove
      data-key={key}
      data-column={layer + 1}
      aria-label={words.drawing.bias(
        words.drawing.neuron(layer + 1, to + 1),
        spoken(biases.texts[to]),
        scene.texts === null ? null : spoken(scene.texts.bias(layer, to)),
      )}
      aria-pressed={place === 'selected'}
      onClick={() => scene.select(selection)}
    >
      <line class="hit" {...line} />
      {place === 'selected' ? <line class="casing" {...line} stroke-width={width + 9} /> : null}
      {place === 'selected' ? <line class="casing-inside" {...line} stroke-width={width + 6} /> : null}
      <line
        class="stroke"
        {...line}
        style={{ '--width': width.toFixed(2) }}
        stroke-dasharray={value < 0 ? '4 2.5' : undefined}
      />
    </g>
  );
}

/** A number as a screen reader says it: the minus in words. */
export function spoken(text: string): string {
  return formatWritten(text).replaceAll('−', words.drawing.minus);
}
