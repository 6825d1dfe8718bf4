import type { Bundle } from '../../../core/network/bundles';
import type { LayerView } from '../../../extension/protocol/studyView';
import { largestSize } from '../../model/blocks';
import type { Selection } from '../../model/selection';
import { Tex } from '../../parts/tex';
import { words } from '../../words';
import { rowHeight, shapeOf } from './shape';

const width = 150;
/** From the vectors on both sides. */
const gap = 4;

/** The edges between two vectors as bundles: width is the mean size of w·x, dashes are a negative sum. */
export function Bundles({
  layer,
  index,
  bundles,
  selected,
}: {
  readonly layer: LayerView;
  readonly index: number;
  /** Null without an input. */
  readonly bundles: readonly Bundle[] | null;
  readonly selected: Extract<Selection, { kind: 'neuron' }> | null;
}) {
  const largest = largestSize((bundles ?? []).map(({ size }) => size)) || 1;
  const source = shapeOf(layer.fanIn);
  const destination = shapeOf(layer.fanOut);
  const into = selected?.layer === index ? selected.neuron / layer.fanOut : null;
  const outOf = selected?.layer === index - 1 ? selected.neuron / layer.fanIn : null;
  const chosen = into !== null || outOf !== null;
  const lit = ({ from, to }: Bundle) =>
    (into !== null && isNearest(to, into, bundles ?? [], 'to')) ||
    (outOf !== null && isNearest(from, outOf, bundles ?? [], 'from'));
  return (
    <div class="bundles">
      <Tex latex={`W^{${index}}`} />
      <span class="quiet">{words.drawing.weights(layer.fanIn * layer.fanOut)}</span>
      <svg viewBox={`0 0 ${width} ${rowHeight}`} preserveAspectRatio="none" aria-hidden="true">
        {bundles === null ? (
          <line class="loss-edge plain" x1={gap} x2={width - gap} y1={rowHeight / 2} y2={rowHeight / 2} />
        ) : (
          [...bundles]
            .sort((one, other) => one.size - other.size)
            .map((bundle) => {
              const y1 = source.top + bundle.from * source.height;
              const y2 = destination.top + bundle.to * destination.height;
              return (
                <path
                  key={`${bundle.from} ${bundle.to}`}
                  class={`bundle ${bundle.sum < 0 ? 'negative' : 'positive'}${chosen ? (lit(bundle) ? ' lit' : ' aside') : ''}`}
                  d={`M${gap} ${y1}C${width * 0.4} ${y1} ${width * 0.6} ${y2} ${width - gap} ${y2}`}
                  stroke-width={0.5 + (4.5 * bundle.size) / largest}
                  stroke-dasharray={bundle.sum < 0 ? '7 4' : undefined}
                />
              );
            })
        )}
      </svg>
    </div>
  );
}

/** Whether the bundle's end is that of the band in which the selected neuron stands. */
function isNearest(end: number, share: number, bundles: readonly Bundle[], side: 'from' | 'to'): boolean {
  const distance = Math.abs(end - share);
  return !bundles.some((other) => Math.abs(other[side] - share) < distance - 1e-9);
}
