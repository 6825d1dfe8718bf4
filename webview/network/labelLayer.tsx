import { formatWritten } from '../../core/derivation/formatNumber';
import { keyOf } from '../model/selection';
import { shortNumber } from '../model/texts';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { EdgeLabels } from './edgeLabels';
import { Disc, Label } from './label';
import { type EdgePlace, fitsInside, type NodePlace } from './layout';
import * as notation from './notation';
import { LossLabels, NeuronReadings } from './readings';
import { type Scene, standing } from './scene';

function InputName({
  scene,
  neuron,
  node,
}: {
  readonly scene: Scene;
  readonly neuron: number;
  readonly node: NodePlace;
}) {
  if (scene.layout.form === 'small') return null;
  const key = keyOf({ kind: 'input', neuron });
  const number = scene.shown.factors ? scene.discs.get(key) : undefined;
  const hasDisc = number !== undefined && scene.layout.form === 'full';
  const { input } = scene.model;
  const text = input === null ? '' : formatWritten(input.texts[scene.sample * input.columns + neuron]);
  const outside = !fitsInside(text, node) && node.x - node.r > 60;
  return (
    <Label
      at={{ x: node.x - node.r - 6, y: node.y }}
      class={`before ${standing(scene, key)}`}
      dataKey={key}
      onClick={() => scene.select({ kind: 'input', neuron })}
    >
      {hasDisc ? <Disc number={number} /> : null}
      <Tex latex={notation.inputName(neuron)} />
      {outside ? <span class="number">{text}</span> : null}
    </Label>
  );
}

function BiasLabel({
  scene,
  layer,
  to,
  node,
}: {
  readonly scene: Scene;
  readonly layer: number;
  readonly to: number;
  readonly node: NodePlace;
}) {
  const { biases } = scene.model.layers[layer];
  if (biases === null || scene.layout.form !== 'full') return null;
  const selection = { kind: 'bias', layer, to } as const;
  const key = keyOf(selection);
  if (!scene.shown.weights && !scene.shown.gradients && standing(scene, key) !== 'selected') return null;
  return (
    <Label
      at={{ x: node.x, y: node.y - node.r - 26 }}
      class={`centre mask ${standing(scene, key)}`}
      dataKey={key}
      onClick={() => scene.select(selection)}
    >
      <Tex latex={notation.drawnName(selection)} />
      {scene.shown.weights ? <span class="number">{formatWritten(biases.texts[to])}</span> : null}
      {scene.shown.gradients && scene.texts !== null ? (
        <span class="number quiet">
          ∂{' '}
          {shortNumber(
            scene.model.layers[layer].biasGradient?.values[to] ?? Number.NaN,
            scene.digits,
            scene.layout.gap < 260,
          )}
        </span>
      ) : null}
    </Label>
  );
}

function Heads({ scene }: { readonly scene: Scene }) {
  const { layout, model } = scene;
  const y = layout.foot;
  const long = layout.gap > 130;
  return (
    <>
      <Label at={{ x: layout.inputs[0].x, y }} class="centre head">
        {words.columns.input}
      </Label>
      {model.layers.map((layer, index) => (
        <Label at={{ x: layout.layers[index][0].x, y }} class="centre head" key={index}>
          {long ? words.columns.layer(index + 1, layer.activation) : words.columns.layerShort(index + 1)}
        </Label>
      ))}
      {layout.loss === null ? null : (
        <Label at={{ x: layout.loss.x, y }} class="centre head">
          {words.columns.loss}
        </Label>
      )}
    </>
  );
}

export function LabelLayer({
  scene,
  edges,
}: {
  readonly scene: Scene;
  readonly edges: readonly EdgePlace[];
}) {
  const { layout } = scene;
  return (
    <div class="labels" aria-hidden="true">
      <EdgeLabels scene={scene} edges={edges} />
      {layout.inputs.map((node, neuron) => (
        <InputName key={neuron} scene={scene} neuron={neuron} node={node} />
      ))}
      {layout.layers.flatMap((nodes, layer) =>
        nodes.flatMap((node, neuron) => [
          <NeuronReadings
            key={`r${layer}.${neuron}`}
            scene={scene}
            layer={layer}
            neuron={neuron}
            node={node}
          />,
          <BiasLabel key={`b${layer}.${neuron}`} scene={scene} layer={layer} to={neuron} node={node} />,
        ]),
      )}
      {layout.loss === null ? null : <LossLabels scene={scene} node={layout.loss} />}
      <Heads scene={scene} />
    </div>
  );
}
