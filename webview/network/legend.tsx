import { Tex } from '../parts/tex';
import { words } from '../words';
import { strongestEdges } from './layout';
import { indexName } from './notation';
import type { Scene } from './scene';

export function Legend({ scene }: { readonly scene: Scene }) {
  const { layout, model } = scene;
  const edges = model.layers.reduce((sum, layer) => sum + layer.fanIn * layer.fanOut, 0);
  return (
    <div class="legend">
      {scene.shown.gradients ? (
        <span>{scene.ink === 'gradients' ? words.legend.ofGradients : words.legend.ofWeights}</span>
      ) : null}
      <span class="legend-item">
        <svg viewBox="0 0 22 8" aria-hidden="true">
          <line class="legend-positive" x1="0" x2="22" y1="4" y2="4" />
        </svg>
        {words.legend.positive}
      </span>
      <span class="legend-item">
        <svg viewBox="0 0 22 8" aria-hidden="true">
          <line class="legend-negative" x1="0" x2="22" y1="4" y2="4" />
        </svg>
        {words.legend.negative}
      </span>
      <span class="legend-item">
        <svg viewBox="0 0 22 8" aria-hidden="true">
          <path class="legend-size" d="M0 4.5L22 1v7z" />
        </svg>
        {words.legend.size}
      </span>
      {layout.form === 'full' ? (
        <span class="legend-item notation">
          <Tex latex={indexName()} /> {words.legend.index}
        </span>
      ) : null}
      {layout.form === 'small' && edges > strongestEdges ? (
        <span>{words.legend.strongest(strongestEdges, edges)}</span>
      ) : null}
    </div>
  );
}
