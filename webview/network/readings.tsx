import { formatNumber, formatWritten } from '../../core/derivation/formatNumber';
import { entry } from '../model/blocks';
import { keyOf } from '../model/selection';
import { shortNumber } from '../model/texts';
import { Tex } from '../parts/tex';
import { Disc, Label } from './label';
import { fromRimToRim, type NodePlace, pointAt } from './layout';
import * as notation from './notation';
import { type Scene, standing } from './scene';

interface ReadingProps {
  readonly name: string;
  readonly text: string;
  readonly strong?: boolean;
  readonly disc?: number;
}

/** A name and its number. The minus hangs, so that digits align. */
function Reading({ name, text, strong = false, disc }: ReadingProps) {
  return (
    <span class="reading">
      <span class="reading-name">
        <Disc number={disc} />
        <Tex latex={name} />
      </span>
      <span class={strong ? 'number strong' : 'number'}>
        {text.startsWith('−') ? null : <span class="ghost">−</span>}
        {text}
      </span>
    </span>
  );
}

interface NeuronProps {
  readonly scene: Scene;
  readonly layer: number;
  readonly neuron: number;
  readonly node: NodePlace;
}

/** Numbers in a drawing are cut to three digits where its columns stand close. */
export const isCramped = (scene: Scene) => scene.layout.gap < 190;

/** Under a neuron: s, o, on demand ∂L/∂s, then the factors that stand on it. */
export function NeuronReadings(props: NeuronProps) {
  const { scene, layer, neuron, node } = props;
  if (scene.model.layers[layer].output === null || scene.layout.form === 'small') return null;
  const key = keyOf({ kind: 'neuron', layer, neuron });
  const factors = scene.layout.form === 'full' ? factorsOf(props, key) : [];
  // Room is kept for four lines.
  const values = valuesOf(props, factors.length < 2);
  if (values.length + factors.length === 0) return null;
  return (
    <Label
      at={{ x: node.x, y: node.y + node.r + 4 }}
      class={`under readings ${standing(scene, key)}`}
      dataKey={key}
      onClick={() => scene.select({ kind: 'neuron', layer, neuron })}
    >
      <span class="pairs">
        {values.map((reading) => (
          <Reading key={reading.name} {...reading} />
        ))}
      </span>
      {factors.map((reading) => (
        <Reading key={reading.name} {...reading} strong />
      ))}
    </Label>
  );
}

function valuesOf({ scene, layer, neuron }: NeuronProps, withGradient: boolean): readonly ReadingProps[] {
  const { shown, digits, sample, layout, discs } = scene;
  const model = scene.model.layers[layer];
  const o = entry(model.output, sample, neuron);
  if (layout.form === 'compact') {
    const isLast = layer === scene.model.layers.length - 1;
    const name = isLast ? notation.predictionName(neuron) : notation.outputName(layer, neuron);
    return shown.values ? [{ name, text: shortNumber(o, digits, true) }] : [];
  }
  const text = (value: number) => shortNumber(value, digits, isCramped(scene));
  const s = notation.preActivationName(layer, neuron);
  const disc = shown.factors ? discs.get(`output:${keyOf({ kind: 'neuron', layer, neuron })}`) : undefined;
  const values: ReadingProps[] = [];
  if (shown.values) values.push({ name: s, text: text(entry(model.preActivation, sample, neuron)) });
  if (shown.values || disc !== undefined)
    values.push({ name: notation.outputName(layer, neuron), text: text(o), disc });
  if (withGradient && shown.gradients && model.preActivationGradient !== null) {
    const name = notation.inlineDerivativeName({ kind: 'pre-activation', layer, neuron });
    values.push({ name, text: text(entry(model.preActivationGradient, sample, neuron)) });
  }
  return values;
}

function factorsOf({ scene, layer, neuron }: NeuronProps, key: string): readonly ReadingProps[] {
  const { shown, digits, sample, discs } = scene;
  if (!shown.factors) return [];
  const model = scene.model.layers[layer];
  const candidates = [
    {
      kind: 'output-gradient',
      name: notation.inlineDerivativeName({ kind: 'output', layer, neuron }),
      block: model.outputGradient,
    },
    {
      kind: 'pre-activation-gradient',
      name: notation.inlineDerivativeName({ kind: 'pre-activation', layer, neuron }),
      block: model.preActivationGradient,
    },
    { kind: 'slope', name: notation.slopeName(layer, neuron), block: model.slope },
  ];
  return candidates.flatMap(({ kind, name, block }) => {
    const disc = discs.get(`${kind}:${key}`);
    const text = shortNumber(entry(block, sample, neuron), digits, isCramped(scene));
    return disc === undefined ? [] : [{ name, text, disc }];
  });
}

/** Around the loss: its value, its factor, the target over it, and ŷ on the line that leads to it. */
export function LossLabels({ scene, node }: { readonly scene: Scene; readonly node: NodePlace }) {
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
  const text = (value: number) => shortNumber(value, digits, isCramped(scene));
  const disc = shown.factors ? discs.get('loss') : undefined;
  const first = factors[0];
  const targets = model.target;
  return (
    <>
      <Label
        at={{ x: node.x, y: node.y + node.r + 4 }}
        class={`under readings ${place}`}
        dataKey="loss"
        onClick={select}
      >
        <Reading name={notation.lossSymbol} text={text(model.loss ?? Number.NaN)} />
        {disc === undefined || first === undefined ? null : (
          <Reading
            name={notation.inlineFactorName(model, first)}
            text={text(first.value)}
            strong
            disc={disc}
          />
        )}
      </Label>
      {targets !== null && targets.columns === 1 && shown.values ? (
        <Label
          at={{ x: node.x, y: node.y - node.r - 26 }}
          class={`centre ${standing(scene, 'y0')}`}
          dataKey="y0"
          onClick={() => scene.select({ kind: 'target', index: 0 })}
        >
          <Tex latex={notation.targetName(0)} />
          <span class="number">{formatWritten(targets.texts[scene.sample])}</span>
        </Label>
      ) : null}
      {shown.values && layout.layers[last].length === 1 && layout.gap > 208 ? (
        <Label
          at={{ x: pointAt(fromRimToRim(layout.layers[last][0], node), 0.5).x, y: node.y - 17 }}
          class={`centre ${place === 'selected' ? 'path' : place}`}
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
