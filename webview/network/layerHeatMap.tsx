import { useMemo } from 'preact/hooks';
import { formatNumber } from '../../core/derivation/formatNumber';
import type { Matrix } from '../../core/matrix';
import type { DetailQuestion } from '../../extension/protocol/details';
import type { NetworkView } from '../../extension/protocol/studyView';
import { useDetail } from '../details/useDetail';
import { decodeBlock } from '../model/blocks';
import type { LayerModel } from '../model/networkModel';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { HeatMap, mostCells } from './heatMap';

/** The weights of a layer as a picture. Where the view has none of them, they are asked for in its size. */
export function LayerHeatMap({
  study,
  layer,
  index,
  digits,
}: {
  readonly study: NetworkView;
  readonly layer: LayerModel;
  readonly index: number;
  readonly digits: number;
}) {
  const question: DetailQuestion<'heatMap'> | null =
    layer.weights === null
      ? { topic: 'heatMap', layer: index, of: 'weights', rows: mostCells, columns: mostCells }
      : null;
  const detail = useDetail<'heatMap'>(study, question);
  const answer = detail.state === 'failed' ? null : detail.answer;
  const matrix = useMemo<Matrix | null>(
    () => layer.weights ?? (answer === null ? null : decodeBlock(answer)),
    [layer.weights, answer],
  );
  const range = layer.weights === null ? (answer?.range ?? null) : rangeOf(layer.weights.values);
  return (
    <figure>
      <figcaption>
        <Tex latex={`W^{${index}}`} /> <strong>{`${layer.fanOut} × ${layer.fanIn}`}</strong>
        {range === null ? null : <span class="quiet"> {rangeText(range, digits)}</span>}
        {layer.gradientNorm === null ? null : (
          <span class="quiet"> {words.drawing.gradientNorm(formatNumber(layer.gradientNorm, digits))}</span>
        )}
      </figcaption>
      {matrix === null ? (
        <div class="heat-map wide" aria-busy={detail.state === 'waiting'} />
      ) : (
        <HeatMap matrix={matrix} name={words.drawing.heatMap(index + 1)} wide />
      )}
    </figure>
  );
}

function rangeOf(values: Float64Array): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

function rangeText([low, high]: readonly [number, number], digits: number): string {
  const few = Math.min(3, digits);
  return words.drawing.range(formatNumber(low, few), formatNumber(high, few));
}
