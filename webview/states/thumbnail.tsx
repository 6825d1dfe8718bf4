import { largestSize } from '../model/blocks';
import type { NetworkModel } from '../model/networkModel';
import { edgeWidth } from '../network/layout';

interface Column {
  readonly x: number;
  readonly ys: readonly number[];
}

const most = 6;

function columnsOf(widths: readonly number[], height: number): readonly Column[] {
  return widths.map((width, index) => {
    const count = Math.min(most, width);
    const step = Math.min(25, height / count);
    return {
      x: 12 + (index * 116) / Math.max(1, widths.length - 1),
      ys: Array.from({ length: count }, (_, k) => height / 2 + 6 + (k - (count - 1) / 2) * step),
    };
  });
}

/** A network as small as a word: circles and lines; with a model, its weights as widths and dashes. */
export function Thumbnail({
  widths,
  model,
}: {
  readonly widths: readonly number[];
  readonly model: NetworkModel | null;
}) {
  const height = 62;
  const columns = columnsOf(widths, height);
  const weightOf = (layer: number, to: number, from: number) => {
    const weights = model?.layers[layer].weights ?? null;
    return weights === null ? null : weights.values[to * weights.columns + from];
  };
  const largest = Math.max(
    0,
    ...(model?.layers.map(({ weights }) => largestSize(weights?.values ?? [])) ?? []),
  );
  return (
    <svg class="thumbnail" viewBox="0 0 140 76" aria-hidden="true">
      {columns.slice(1).map((column, layer) =>
        column.ys.map((y2, to) =>
          columns[layer].ys.map((y1, from) => {
            const value = weightOf(layer, to, from);
            return (
              <line
                key={`${y1} ${y2}`}
                class="quiet-line"
                x1={columns[layer].x}
                y1={y1}
                x2={column.x}
                y2={y2}
                stroke-width={value === null ? 1 : edgeWidth('compact', value, largest)}
                stroke-dasharray={value === null ? '2 3' : value < 0 ? '4 2.5' : undefined}
              />
            );
          }),
        ),
      )}
      {columns.flatMap(({ x, ys }) =>
        ys.map((y) => <circle key={`${x} ${y}`} class="rim" cx={x} cy={y} r={model === null ? 8 : 6} />),
      )}
    </svg>
  );
}
