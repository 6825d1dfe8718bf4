import { useMemo } from 'preact/hooks';
import { formatShort } from '../../core/derivation/formatNumber';
import type { Matrix } from '../../core/matrix';
import type { DetailQuestion } from '../../extension/protocol/details';
import type { MatrixView } from '../../extension/protocol/studyView';
import { useDetail } from '../details/useDetail';
import { decodeBlock } from '../model/blocks';
import { HeatMap, mostCells } from '../network/heatMap';
import { words } from '../words';

/** A table of fewer rows and columns is seen at once, and its cells have the same colours. */
const fewest = 12;
/** Flatter ones fill the width. */
const flat = 3;

/** The numbers of a matrix as a picture, where they are too many to be seen at once. */
export function MatrixHeatMap({ view }: { readonly view: MatrixView }) {
  const [rows = 0, columns = 0] = view.shape;
  const isShown = view.shape.length === 2 && Math.max(rows, columns) > fewest;
  const question: DetailQuestion<'heatMap'> | null = isShown
    ? { topic: 'heatMap', layer: 0, of: 'weights', rows: mostCells, columns: mostCells }
    : null;
  const detail = useDetail<'heatMap'>(view, question);
  const answer = detail.state === 'failed' ? null : detail.answer;
  const matrix = useMemo<Matrix | null>(() => (answer === null ? null : decodeBlock(answer)), [answer]);
  if (!isShown) return null;
  const wide = columns > flat * rows;
  return (
    <figure class="matrix-heat-map">
      <figcaption class="quiet">
        {answer?.range == null
          ? ' '
          : words.drawing.range(formatShort(answer.range[0], 3), formatShort(answer.range[1], 3))}
      </figcaption>
      {matrix === null ? (
        <div class="heat-map wide" aria-busy={detail.state === 'waiting'} />
      ) : (
        <HeatMap matrix={matrix} name={words.table.heatMap(view.shape.join(' × '))} wide={wide} />
      )}
    </figure>
  );
}
