import { formatNumber, formatWritten } from '../../core/derivation/formatNumber';
import { entry } from '../model/blocks';
import { keyOf, type Selection } from '../model/selection';
import { words } from '../words';
import { spoken } from './edges';
import { activationGlyph, type Glyph, lossGlyph } from './glyph';
import { fitsInside, type NodePlace } from './layout';
import { type Scene, standing } from './scene';

const isLit = (place: string) => place === 'selected' || place === 'path';

function GlyphLines({
  glyph,
  lit,
  small,
}: {
  readonly glyph: Glyph;
  readonly lit: boolean;
  readonly small: boolean;
}) {
  const { start, end } = glyph.tangent;
  return (
    <>
      <path class="curve" d={glyph.curve} />
      {lit ? <line class="tangent" x1={start.x} y1={start.y} x2={end.x} y2={end.y} /> : null}
      <circle class="dot" cx={glyph.point.x} cy={glyph.point.y} r={(lit ? 3 : 2.2) * (small ? 0.8 : 1)} />
    </>
  );
}

/** A layer whose activation mixes its neurons: their outputs as bars, this neuron's one solid. */
function RowBars({
  scene,
  layer,
  neuron,
  node,
}: {
  readonly scene: Scene;
  readonly layer: number;
  readonly neuron: number;
  readonly node: NodePlace;
}) {
  const { output, width } = scene.model.layers[layer];
  if (output === null || width > 8) return null;
  const size = node.r * 1.3;
  const step = size / width;
  const row = Array.from({ length: width }, (_, k) => entry(output, scene.sample, k));
  const largest = Math.max(...row.map(Math.abs)) || 1;
  return (
    <>
      {row.map((value, k) => {
        const height = Math.max(1, (Math.abs(value) / largest) * size * 0.8);
        return (
          <rect
            key={k}
            class={k === neuron ? 'bar own' : 'bar'}
            x={node.x - size / 2 + k * step + step * 0.12}
            y={node.y + size * 0.4 - height}
            width={step * 0.76}
            height={height}
          />
        );
      })}
    </>
  );
}

interface ItemProps {
  readonly scene: Scene;
  readonly selection: Selection;
  readonly column: number;
  readonly name: string;
  readonly children: preact.ComponentChildren;
}

function Item({ scene, selection, column, name, children }: ItemProps) {
  const key = keyOf(selection);
  const place = standing(scene, key);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button element.
    <g
      class={`item node ${place}`}
      role="button"
      tabindex={-1}
      data-rove
      data-key={key}
      data-column={column}
      aria-label={name}
      aria-pressed={place === 'selected'}
      onClick={() => scene.select(selection)}
    >
      {children}
    </g>
  );
}

export function InputNode({
  scene,
  neuron,
  node,
}: {
  readonly scene: Scene;
  readonly neuron: number;
  readonly node: NodePlace;
}) {
  const { input } = scene.model;
  const text = input?.texts[scene.sample * input.columns + neuron] ?? null;
  const fits = text !== null && fitsInside(formatWritten(text), node);
  return (
    <Item
      scene={scene}
      selection={{ kind: 'input', neuron }}
      column={0}
      name={words.drawing.input(neuron + 1, text === null ? null : spoken(text))}
    >
      <circle class="rim" cx={node.x} cy={node.y} r={node.r} />
      {fits ? (
        <text class={text.length > 3 ? 'inside small' : 'inside'} x={node.x} y={node.y}>
          {formatWritten(text)}
        </text>
      ) : null}
    </Item>
  );
}

export function NeuronNode({
  scene,
  layer,
  neuron,
  node,
}: {
  readonly scene: Scene;
  readonly layer: number;
  readonly neuron: number;
  readonly node: NodePlace;
}) {
  const model = scene.model.layers[layer];
  const key = keyOf({ kind: 'neuron', layer, neuron });
  const name = words.drawing.neuron(layer + 1, neuron + 1);
  const s = entry(model.preActivation, scene.sample, neuron);
  const delta = entry(model.preActivationGradient, scene.sample, neuron);
  const glyph = node.r > 6 ? activationGlyph(model, neuron, scene.sample, node) : null;
  const lit = isLit(standing(scene, key));
  return (
    <Item
      scene={scene}
      selection={{ kind: 'neuron', layer, neuron }}
      column={layer + 1}
      name={
        model.preActivation === null
          ? name
          : words.drawing.neuronValue(
              name,
              spoken(formatNumber(s, scene.digits)),
              spoken(formatNumber(entry(model.output, scene.sample, neuron), scene.digits)),
              model.preActivationGradient === null ? null : spoken(formatNumber(delta, scene.digits)),
            )
      }
    >
      <circle class="rim" cx={node.x} cy={node.y} r={node.r} />
      {glyph !== null ? <GlyphLines glyph={glyph} lit={lit} small={node.r < 20} /> : null}
      {glyph === null && node.r > 6 && model.slope === null ? (
        <RowBars scene={scene} layer={layer} neuron={neuron} node={node} />
      ) : null}
    </Item>
  );
}

export function LossNode({ scene, node }: { readonly scene: Scene; readonly node: NodePlace }) {
  const { model } = scene;
  const first = scene.factors[0];
  const output = first?.kind === 'loss' ? first.neuron : 0;
  const glyph = lossGlyph(model, output, scene.sample, node);
  return (
    <Item
      scene={scene}
      selection={{ kind: 'loss' }}
      column={model.layers.length + 1}
      name={words.drawing.loss(spoken(formatNumber(model.loss ?? Number.NaN, scene.digits)))}
    >
      <rect
        class="rim"
        x={node.x - node.r}
        y={node.y - node.r}
        width={node.r * 2}
        height={node.r * 2}
        rx={node.r > 20 ? 6 : 4}
      />
      {glyph === null ? null : (
        <GlyphLines glyph={glyph} lit={isLit(standing(scene, 'loss'))} small={node.r < 20} />
      )}
    </Item>
  );
}
