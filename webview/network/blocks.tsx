import { useMemo } from 'preact/hooks';
import { formatNumber } from '../../core/derivation/formatNumber';
import { entry, largestSize } from '../model/blocks';
import type { LayerModel, NetworkModel } from '../model/networkModel';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { bundlesOf } from './bundles';
import { HeatMap, tileOf } from './heatMap';
import { LayerHeatMap } from './layerHeatMap';

/** Neurons too many to draw one by one: a tile for each vector, bundles between, a heat map for each matrix. */
export function Blocks({
  model,
  sample,
  digits,
}: {
  readonly model: NetworkModel;
  readonly sample: number;
  readonly digits: number;
}) {
  const full = model.view.detail === 'full';
  const inputs = model.view.widths[0];
  const inputRow = model.input?.values.subarray(sample * inputs, (sample + 1) * inputs) ?? null;
  return (
    <section class="blocks">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms. */}
      <div
        class="block-row"
        role="group"
        aria-label={words.drawing.name(
          model.view.widths.join('–'),
          model.loss === null ? null : formatNumber(model.loss, digits),
        )}
      >
        <Tile name="x" about={words.drawing.inputs(inputs)} values={inputRow} />
        {model.layers.map((layer, index) => (
          <LayerBlock key={index} model={model} layer={layer} index={index} sample={sample} />
        ))}
      </div>
      {full ? null : <p class="quiet">{words.drawing.outline}</p>}
      <div class="heat-maps">
        {model.layers.map((layer, index) => (
          <LayerHeatMap key={index} study={model.view} layer={layer} index={index} digits={digits} />
        ))}
      </div>
    </section>
  );
}

function Tile({
  name,
  about,
  values,
}: {
  readonly name: string;
  readonly about: string;
  readonly values: ArrayLike<number> | null;
}) {
  const tile = useMemo(() => (values === null ? null : tileOf(values)), [values]);
  return (
    <div class="tile">
      <Tex latex={name} />
      <span class="quiet">{about}</span>
      {tile === null ? <span class="tile-empty" /> : <HeatMap matrix={tile} name={about} wide={false} />}
    </div>
  );
}

function LayerBlock({
  model,
  layer,
  index,
  sample,
}: {
  readonly model: NetworkModel;
  readonly layer: LayerModel;
  readonly index: number;
  readonly sample: number;
}) {
  const output = layer.output?.values.subarray(sample * layer.width, (sample + 1) * layer.width) ?? null;
  return (
    <>
      <Bundles model={model} layer={layer} index={index} sample={sample} />
      <Tile
        name={index === model.layers.length - 1 ? '\\hat{y}' : `o^{${index + 1}}`}
        about={`${words.drawing.neurons(layer.width)}, ${layer.activation}`}
        values={output}
      />
    </>
  );
}

const bundleHeight = 160;

function Bundles({
  model,
  layer,
  index,
  sample,
}: {
  readonly model: NetworkModel;
  readonly layer: LayerModel;
  readonly index: number;
  readonly sample: number;
}) {
  const before = index === 0 ? model.input : model.layers[index - 1].output;
  const { weights } = layer;
  const about = words.drawing.weights(layer.fanIn * layer.fanOut);
  if (weights === null || before === null) {
    return (
      <div class="bundles">
        <Tex latex={`W^{${index}}`} />
        <span class="quiet">{about}</span>
        <svg viewBox={`0 0 120 ${bundleHeight}`} aria-hidden="true">
          <line class="loss-edge plain" x1="0" x2="120" y1={bundleHeight / 2} y2={bundleHeight / 2} />
        </svg>
      </div>
    );
  }
  const bundles = bundlesOf(weights, (from) => entry(before, sample, from));
  const largest = largestSize(bundles.map((bundle) => bundle.size));
  return (
    <div class="bundles" title={words.legend.bundles(bundles.length, layer.fanIn * layer.fanOut)}>
      <Tex latex={`W^{${index}}`} />
      <span class="quiet">{about}</span>
      <svg viewBox={`0 0 120 ${bundleHeight}`} aria-hidden="true">
        {bundles.map(({ from, to, size, sum }) => {
          const y1 = from * bundleHeight;
          const y2 = to * bundleHeight;
          return (
            <path
              key={`${from} ${to}`}
              class={`bundle ${sum < 0 ? 'negative' : 'positive'}`}
              d={`M0 ${y1}C50 ${y1} 70 ${y2} 120 ${y2}`}
              stroke-width={0.4 + (3.2 * size) / largest}
              stroke-dasharray={sum < 0 ? '6 4' : undefined}
            />
          );
        })}
      </svg>
    </div>
  );
}
