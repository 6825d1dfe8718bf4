import type { ComponentChildren } from 'preact';
import { formatNumber, formatWritten } from '../../core/derivation/formatNumber';
import { entry } from '../model/blocks';
import { keyOf } from '../model/selection';
import { shortNumber } from '../model/texts';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { EdgeLabels } from './edgeLabels';
import { type EdgePlace, fromRimToRim, type NodePlace, type Point, pointAt } from './layout';
import * as notation from './notation';
import { type Scene, standing } from './scene';

export const Disc = ({ number }: { readonly number: number | undefined }) =>
  number === undefined ? null : <span class="disc">{number}</span>;

/** Text over the drawing. Positions are set from script, in units of the font's size. */
export function Label({
  at,
  class: name,
  dataKey,
  onClick,
  children,
}: {
  readonly at: Point;
  readonly class: string;
  readonly dataKey?: string;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the piece of the drawing below it is the button.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the piece of the drawing below it takes the keys.
    <div
      class={`label ${name}`}
      data-key={dataKey}
      onClick={onClick}
      style={{ left: `calc(${at.x.toFixed(2)} * var(--u))`, top: `calc(${at.y.toFixed(2)} * var(--u))` }}
    >
      {children}
    </div>
  );
}

function Reading({
  name,
  text,
  strong,
  disc,
}: {
  readonly name: string;
  readonly text: string;
  readonly strong?: boolean;
  readonly disc?: number;
}) {
  return (
    <>
      <Disc number={disc} />
      <Tex latex={name} />
      <span class={strong ? 'number strong' : 'number'}>
        {text.startsWith('−') ? null : <span class="ghost">−</span>}
        {text}
      </span>
    </>
  );
}

function NeuronReadings({
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
  const { shown, digits, sample, layout, discs } = scene;
  const model = scene.model.layers[layer];
  if (model.output === null || layout.form === 'small') return null;
  const key = keyOf({ kind: 'neuron', layer, neuron });
  const isLast = layer === scene.model.layers.length - 1;
  const output = isLast ? notation.predictionName(scene.model, neuron) : notation.outputName(layer, neuron);
  const o = entry(model.output, sample, neuron);
  const at = { x: node.x, y: node.y + node.r + 4 };
  const select = () => scene.select({ kind: 'neuron', layer, neuron });
  if (layout.form === 'compact') {
    if (!shown.values) return null;
    return (
      <Label at={at} class={`under mask ${standing(scene, key)}`} dataKey={key} onClick={select}>
        <Tex latex={output} />
        <span class="number">{shortNumber(o, digits, true)}</span>
      </Label>
    );
  }
  const narrow = layout.gap < 190;
  const text = (value: number) => shortNumber(value, digits, narrow);
  const factor = (kind: string) => (shown.factors ? discs.get(`${kind}:${key}`) : undefined);
  const rows: ComponentChildren[] = [];
  if (shown.values) {
    rows.push(
      <Reading
        key="s"
        name={notation.preActivationName(layer, neuron)}
        text={text(entry(model.preActivation, sample, neuron))}
      />,
      <Reading key="o" name={notation.outputName(layer, neuron)} text={text(o)} disc={factor('output')} />,
    );
  }
  if (shown.gradients && model.preActivationGradient !== null) {
    const delta = entry(model.preActivationGradient, sample, neuron);
    const name = `\\partial ${notation.lossSymbol}/\\partial ${notation.preActivationName(layer, neuron)}`;
    rows.push(<Reading key="d" name={name} text={text(delta)} />);
  }
  const derivatives = [
    { kind: 'output-gradient', of: notation.outputName(layer, neuron), value: model.outputGradient },
    {
      kind: 'pre-activation-gradient',
      of: notation.preActivationName(layer, neuron),
      value: model.preActivationGradient,
    },
  ];
  for (const { kind, of, value } of derivatives) {
    const disc = factor(kind);
    if (disc === undefined) continue;
    const name = `\\partial ${notation.lossSymbol}/\\partial ${of}`;
    rows.push(
      <Reading key={kind} name={name} text={text(entry(value, sample, neuron))} strong disc={disc} />,
    );
  }
  const slope = factor('slope');
  if (slope !== undefined) {
    rows.push(
      <Reading
        key="slope"
        name={notation.slopeName(layer, neuron)}
        text={text(entry(model.slope, sample, neuron))}
        strong
        disc={slope}
      />,
    );
  }
  if (rows.length === 0) return null;
  return (
    <Label at={at} class={`under mask readings ${standing(scene, key)}`} dataKey={key} onClick={select}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name.
        <span class="reading" key={index}>
          {row}
        </span>
      ))}
    </Label>
  );
}

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
  return (
    <Label
      at={{ x: node.x - node.r - 6, y: node.y }}
      class={`before ${standing(scene, key)}`}
      dataKey={key}
      onClick={() => scene.select({ kind: 'input', neuron })}
    >
      {hasDisc ? <Disc number={number} /> : null}
      <Tex latex={notation.inputName(neuron)} />
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
      <Tex latex={notation.biasName(layer, to)} />
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

function LossLabels({ scene, node }: { readonly scene: Scene; readonly node: NodePlace }) {
  const { model, layout, shown, discs, digits, factors } = scene;
  const last = model.layers.length - 1;
  const place = standing(scene, 'loss');
  const select = () => scene.select({ kind: 'loss' });
  if (layout.form !== 'full') {
    return (
      <Label
        at={{ x: node.x, y: node.y - node.r - 11 }}
        class={`centre ${place}`}
        dataKey="loss"
        onClick={select}
      >
        <Tex latex={notation.lossSymbol} />
      </Label>
    );
  }
  const narrow = layout.gap < 190;
  const disc = shown.factors ? discs.get('loss') : undefined;
  const first = factors[0];
  const targets = model.target;
  const single = targets !== null && targets.columns === 1;
  return (
    <>
      <Label
        at={{ x: node.x, y: node.y + node.r + 4 }}
        class={`under readings ${place}`}
        dataKey="loss"
        onClick={select}
      >
        <span class="reading">
          <Reading name={notation.lossSymbol} text={shortNumber(model.loss ?? Number.NaN, digits, narrow)} />
        </span>
        {disc === undefined || first === undefined ? null : (
          <span class="reading">
            <Reading
              name={notation
                .factorName(model, first)
                .replace(/^\((.*)\)$/, '$1')
                .replace(/^\\frac\{(.*)\}\{(.*)\}$/, '$1/$2')}
              text={shortNumber(first.value, digits, narrow)}
              strong
              disc={disc}
            />
          </span>
        )}
      </Label>
      {single && shown.values ? (
        <Label
          at={{ x: node.x, y: node.y - node.r - 26 }}
          class={`centre ${standing(scene, 'y0')}`}
          dataKey="y0"
          onClick={() => scene.select({ kind: 'target', index: 0 })}
        >
          <Tex latex={notation.targetName(model, 0)} />
          <span class="number">{formatWritten(targets.texts[scene.sample])}</span>
        </Label>
      ) : null}
      {shown.values && layout.layers[last].length === 1 && layout.gap * 0.72 > 150 ? (
        <Label
          at={{
            x: pointAt(fromRimToRim(layout.layers[last][0], node), 0.5).x,
            y: node.y - 17,
          }}
          class={`centre ${place}`}
        >
          <Tex latex="\hat{y}" />
          <span class="number">
            {formatNumber(entry(model.layers[last].output, scene.sample, 0), digits)}
          </span>
        </Label>
      ) : null}
    </>
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
        // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its index.
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
        // biome-ignore lint/suspicious/noArrayIndexKey: an input is its index.
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
