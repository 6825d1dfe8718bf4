import { useMemo } from 'preact/hooks';
import { formatNumber } from '../../../core/derivation/formatNumber';
import { createMatrix } from '../../../core/matrix';
import type { NetworkView } from '../../../extension/protocol/studyView';
import { fromWire } from '../../../extension/protocol/wire';
import { useDetail } from '../../details/useDetail';
import { Tex } from '../../parts/tex';
import { words } from '../../words';
import { biasName, derivativeName, preActivationName } from '../notation';
import { HeatMap } from './heatMap';
import { gridOf, gridStyle } from './shape';

/** The weights that feed a neuron, in the shape of what they read, and its numbers. */
export function Incoming({
  study,
  layer,
  neuron,
  name,
  sample,
  digits,
}: {
  readonly study: NetworkView;
  readonly layer: number;
  readonly neuron: number;
  /** What it is called in the drawing. */
  readonly name: string;
  readonly sample: number;
  readonly digits: number;
}) {
  const detail = useDetail<'incoming'>(study, { topic: 'incoming', layer, neuron, sample });
  const answer = detail.state === 'failed' ? null : detail.answer;
  const grid = gridOf(answer?.weights.values.length ?? 1);
  const matrix = useMemo(() => {
    if (answer === null) return null;
    const { rows, columns } = gridOf(answer.weights.values.length);
    const shaped = createMatrix(rows, columns);
    shaped.values.set(answer.weights.values.map(fromWire));
    return shaped;
  }, [answer]);
  if (answer === null || matrix === null) return null;
  const readings: readonly (readonly [string, typeof answer.bias])[] = [
    [preActivationName(layer, neuron), answer.preActivation],
    [biasName(layer, neuron), answer.bias],
    [derivativeName({ kind: 'pre-activation', layer, neuron }), answer.preActivationGradient],
  ];
  return (
    <figure class="incoming">
      <figcaption>
        <strong>{words.drawing.into(name)}</strong>
      </figcaption>
      <div style={gridStyle(grid, 140)}>
        <HeatMap
          matrix={matrix}
          name={words.drawing.into(words.drawing.neuron(layer + 1, neuron + 1))}
          kind="grid"
          absent={grid.rows * grid.columns - answer.weights.values.length}
        />
      </div>
      <p class="figures">{words.drawing.incoming(answer.weights.length, layer)}</p>
      <dl class="incoming-readings">
        {readings.map(([symbol, value]) =>
          value === null ? null : (
            <div key={symbol}>
              <dt>
                <Tex latex={symbol} />
              </dt>
              <dd class="number">{formatNumber(fromWire(value), digits)}</dd>
            </div>
          ),
        )}
      </dl>
    </figure>
  );
}
