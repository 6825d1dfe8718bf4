import { useMemo } from 'preact/hooks';
import type { Matrix } from '../../core/matrix';
import type { DetailQuestion } from '../../extension/protocol/details';
import type { MatrixView } from '../../extension/protocol/studyView';
import { useDetail } from '../details/useDetail';
import { decodeBlock } from '../model/blocks';
import { ColourScale } from '../network/blocks/colourScale';
import { HeatMap, mostCells, rangeOf } from '../network/blocks/heatMap';
import { words } from '../words';

/** A table of fewer rows and columns is seen at once, and its cells have the same colours. */
const fewest = 12;
/** Flatter ones fill the width. */
const flat = 3;

/** The numbers of a matrix as a picture, where they are too many to be seen at once. */
export function MatrixHeatMap({ view, digits }: { readonly view: MatrixView; readonly digits: number }) {
  const [rows = 0, columns = 0] = view.shape;
  const isShown = view.shape.length === 2 && Math.max(rows, columns) > fewest;
  const question: DetailQuestion<'heatMap'> | null = isShown
    ? { topic: 'heatMap', layer: 0, of: 'weights', rows: mostCells, columns: mostCells }
    : null;
  const detail = useDetail<'heatMap'>(view, question);
  const answer = detail.state === 'failed' ? null : detail.answer;
  const matrix = useMemo<Matrix | null>(() => (answer === null ? null : decodeBlock(answer)), [answer]);
  if (!isShown) return null;
  const isFlat = columns > flat * rows;
  return (
    <figure class="matrix-heat-map">
      {matrix === null ? (
        <div class="heat-map wide" aria-busy={detail.state === 'waiting'} />
      ) : (
        <HeatMap
          matrix={matrix}
          name={words.table.heatMap(view.shape.join(' × '))}
          kind={isFlat ? 'wide' : 'grid'}
        />
      )}
      {matrix === null ? null : <ColourScale range={rangeOf(matrix.values)} digits={digits} />}
    </figure>
  );
}
