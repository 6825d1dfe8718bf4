import { formatNumber } from '../../../core/derivation/formatNumber';
import { useDetail } from '../../details/useDetail';
import type { NetworkModel } from '../../model/networkModel';
import type { Selection } from '../../model/selection';
import { words } from '../../words';
import { Bundles } from './bundles';
import { Incoming } from './incoming';
import { LayerHeatMap } from './layerHeatMap';
import { gridOf } from './shape';
import { Vector } from './vector';

export interface BlocksProps {
  readonly model: NetworkModel;
  readonly sample: number;
  readonly digits: number;
  readonly selection: Selection | null;
  select(selection: Selection): void;
}

/** Neurons too many to draw one by one: a tile for each vector, bundles between, a heat map for each matrix. */
export function Blocks({ model, sample, digits, selection, select }: BlocksProps) {
  const { view } = model;
  const detail = useDetail<'blocks'>(view, { topic: 'blocks', sample });
  const answer = detail.state === 'failed' ? null : detail.answer;
  const chosen = selection?.kind === 'neuron' ? selection : null;
  const chosenInput = selection?.kind === 'input' ? selection.neuron : null;
  const widest = Math.max(...view.layers.map(({ fanIn, fanOut }) => fanIn * fanOut));
  const drawn = Math.max(0, ...(answer?.bundles ?? []).map((bundles) => bundles.length));
  const inputs = view.widths[0];
  const areClasses = (layer: number) => layer === view.layers.length - 1 && targetsAreClasses(model);
  const nameOf = (layer: number, at: number) =>
    areClasses(layer) ? words.drawing.className(at) : words.drawing.neuronName(at + 1);
  return (
    <section class="blocks">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms. */}
      <div
        class="block-row"
        role="group"
        aria-busy={detail.state === 'waiting'}
        aria-label={words.drawing.name(
          view.widths.join('–'),
          model.loss === null ? null : formatNumber(model.loss, digits),
        )}
      >
        <Vector
          name="x"
          about={words.drawing.inputs(inputs) + pictureOf(inputs)}
          cells={answer?.vectors[0] ?? null}
          length={inputs}
          digits={digits}
          selected={chosenInput}
          entryName={(at) => words.drawing.inputName(at + 1)}
          select={(neuron) => select({ kind: 'input', neuron })}
        />
        {view.layers.map((layer, index) => {
          const isLast = index === view.layers.length - 1;
          const count = areClasses(index)
            ? words.drawing.classes(layer.width)
            : words.drawing.neurons(layer.width);
          return (
            <>
              <Bundles
                key={`bundles ${index}`}
                layer={layer}
                index={index}
                bundles={answer?.bundles[index] ?? null}
                selected={chosen}
              />
              <Vector
                key={`vector ${index}`}
                name={isLast ? '\\hat{y}' : `o^{${index + 1}}`}
                about={`${count}, ${layer.activation}`}
                cells={answer?.vectors[index + 1] ?? null}
                length={layer.width}
                digits={digits}
                selected={chosen !== null && chosen.layer === index ? chosen.neuron : null}
                entryName={(at) => nameOf(index, at)}
                select={(neuron) => select({ kind: 'neuron', layer: index, neuron })}
              />
            </>
          );
        })}
      </div>
      {drawn > 0 ? <p class="quiet">{words.legend.bundles(drawn, widest)}</p> : null}
      <div class="heat-maps">
        {model.layers.map((layer, index) => (
          <>
            <LayerHeatMap
              key={`matrix ${index}`}
              study={view}
              layer={layer}
              index={index}
              digits={digits}
              summary={answer?.weights[index] ?? null}
            />
            {chosen !== null && chosen.layer === index && chosen.neuron < layer.fanOut ? (
              <Incoming
                key={`incoming ${index}`}
                study={view}
                layer={index}
                neuron={chosen.neuron}
                name={nameOf(index, chosen.neuron)}
                sample={sample}
                digits={digits}
              />
            ) : null}
          </>
        ))}
      </div>
    </section>
  );
}

/** Of a number of inputs that fill a square, what picture they may be. */
function pictureOf(inputs: number): string {
  const { rows, columns } = gridOf(inputs);
  return rows === columns && rows > 4 ? `, ${rows}\u00a0×\u00a0${columns}` : '';
}

/** Whether the target of a sample is the number of a class, which counts from 0. */
function targetsAreClasses({ view, target }: NetworkModel): boolean {
  const outputs = view.widths[view.widths.length - 1];
  return outputs > 1 && target !== null && target.values.length === view.samples;
}
