import { useMemo } from 'preact/hooks';
import { formatNumber } from '../../../core/derivation/formatNumber';
import type { Matrix } from '../../../core/matrix';
import type { WeightSummary } from '../../../extension/protocol/details/blocks';
import type { NetworkView } from '../../../extension/protocol/studyView';
import { useDetail } from '../../details/useDetail';
import { decodeBlock } from '../../model/blocks';
import type { LayerModel } from '../../model/networkModel';
import { Tex } from '../../parts/tex';
import { words } from '../../words';
import { ColourScale } from './colourScale';
import { HeatMap, mostCells, rangeOf } from './heatMap';
import { Histogram } from './histogram';

/** The weights of a layer as a picture, in figures and by their counts. They are asked for in the picture's size. */
export function LayerHeatMap({
  study,
  layer,
  index,
  digits,
  summary,
}: {
  readonly study: NetworkView;
  readonly layer: LayerModel;
  readonly index: number;
  readonly digits: number;
  readonly summary: WeightSummary | null;
}) {
  const detail = useDetail<'heatMap'>(
    study,
    layer.weights === null
      ? { topic: 'heatMap', layer: index, of: 'weights', rows: mostCells, columns: mostCells }
      : null,
  );
  const answer = detail.state === 'failed' ? null : detail.answer;
  const matrix = useMemo<Matrix | null>(
    () => layer.weights ?? (answer === null ? null : decodeBlock(answer)),
    [layer.weights, answer],
  );
  const each =
    matrix === null
      ? '1 × 1'
      : `${perCell(layer.fanOut, matrix.rows)} × ${perCell(layer.fanIn, matrix.columns)}`;
  const few = Math.min(3, digits);
  return (
    <figure class="matrix-figure">
      <figcaption>
        <Tex latex={`W^{${index}}`} /> <strong>{`${layer.fanOut} × ${layer.fanIn}`}</strong>
        {each === '1 × 1' ? null : <span class="quiet">{words.drawing.eachCell(each)}</span>}
        {layer.gradientNorm === null ? null : (
          <span class="quiet">{words.drawing.gradientNorm(formatNumber(layer.gradientNorm, digits))}</span>
        )}
      </figcaption>
      {matrix === null ? (
        <div class="heat-map wide" aria-busy={detail.state === 'waiting'} />
      ) : (
        <HeatMap matrix={matrix} name={words.drawing.heatMap(index + 1)} kind="wide" />
      )}
      {summary === null ? null : (
        <>
          <p class="figures">
            <span>
              {words.drawing.spread(
                formatNumber(summary.mean, few),
                formatNumber(summary.deviation, few),
                words.drawing.range(formatNumber(summary.low, few), formatNumber(summary.high, few)),
              )}
            </span>
            {matrix === null ? null : <ColourScale range={rangeOf(matrix.values)} digits={digits} />}
          </p>
          <Histogram counts={summary.histogram} />
        </>
      )}
    </figure>
  );
}

function perCell(entries: number, cells: number): number {
  return Math.ceil(entries / Math.max(1, cells));
}
