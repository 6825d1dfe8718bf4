import { formatNumber, formatWritten } from '../../core/derivation/formatNumber';
import { entry } from '../model/blocks';
import { keyOf } from '../model/selection';
import { Tex } from '../parts/tex';
import { Disc, Label } from './label';
import { type Box, boxAround, placeLabels, textWidth } from './labels';
import { type EdgePlace, pointAt } from './layout';
import { drawnName, drawnNameSurplus } from './notation';
import { type Scene, standing } from './scene';

/** Shares of an edge where its label may stand: near the source in a full layer, where lines part. */
const crowded = [0.25, 0.33, 0.18, 0.42, 0.5, 0.6, 0.68];
const roomy = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26];

interface EdgeText {
  readonly edge: EdgePlace;
  readonly key: string;
  readonly written: string;
  readonly gradient: string | null;
}

function textOf(scene: Scene, edge: EdgePlace): EdgeText {
  const { layer, from, to } = edge;
  const { weights, weightGradient, fanIn } = scene.model.layers[layer];
  const written = formatWritten(weights?.texts[to * fanIn + from] ?? '');
  const gradient =
    scene.shown.gradients && weightGradient !== null
      ? formatNumber(entry(weightGradient, to, from), scene.layout.gap < 260 ? 3 : scene.digits)
      : null;
  return { edge, key: keyOf({ kind: 'weight', layer, from, to }), written, gradient };
}

/** What labels on edges must not cover: nodes, readings, biases, the loss. */
function obstacles(scene: Scene): readonly Box[] {
  const { layout } = scene;
  const boxes: Box[] = [];
  for (const node of layout.inputs) {
    boxes.push(boxAround({ x: node.x - 12, y: node.y }, node.r * 2 + 36, node.r * 2 + 4));
  }
  for (const nodes of layout.layers) {
    for (const node of nodes) {
      boxes.push(boxAround(node, node.r * 2 + 4, node.r * 2 + 4));
      boxes.push({
        left: node.x - 74,
        right: node.x + 74,
        top: node.y + node.r,
        bottom: node.y + node.r + 66,
      });
      boxes.push({
        left: node.x - 40,
        right: node.x + 40,
        top: node.y - node.r - 36,
        bottom: node.y - node.r,
      });
    }
  }
  return boxes;
}

export function EdgeLabels({
  scene,
  edges,
}: {
  readonly scene: Scene;
  readonly edges: readonly EdgePlace[];
}) {
  const { layout, shown } = scene;
  const full = layout.form === 'full';
  const visible = full
    ? edges
    : edges.filter((edge) => standing(scene, keyOf({ kind: 'weight', ...edge })) === 'selected');
  const texts = visible.map((edge) => textOf(scene, edge));
  const places = placeLabels(
    texts.map(({ edge, key, written, gradient }) => ({
      key,
      // Room for the disc is kept where one may come, so that a selection moves no label.
      width:
        34 +
        drawnNameSurplus() +
        (edge.layer > 0 ? 19 : 0) +
        textWidth(written) +
        (gradient === null ? 0 : textWidth(gradient) + 16),
      height: 21,
      places: (scene.model.layers[edge.layer].fanOut > 1 ? crowded : roomy).map((share) =>
        pointAt(edge, share),
      ),
    })),
    full ? obstacles(scene) : [],
  );
  return (
    <>
      {texts.map(({ edge, key, written, gradient }) => {
        const place = standing(scene, key);
        const at = places.get(key) ?? (place === 'selected' ? pointAt(edge, 0.42) : undefined);
        const number = shown.factors && full ? scene.discs.get(key) : undefined;
        const select = () =>
          scene.select({ kind: 'weight', layer: edge.layer, from: edge.from, to: edge.to });
        const wanted = shown.weights || shown.gradients || place === 'selected' || number !== undefined;
        if (at === undefined && number !== undefined) {
          // No room for the name: the factor's number alone still marks its edge.
          return (
            <Label key={key} at={pointAt(edge, 0.5)} class="centre" dataKey={key} onClick={select}>
              <Disc number={number} />
            </Label>
          );
        }
        if (at === undefined || !wanted) return null;
        return (
          <Label key={key} at={at} class={`centre mask edge-label ${place}`} dataKey={key} onClick={select}>
            <Disc number={number} />
            <Tex latex={drawnName({ kind: 'weight', layer: edge.layer, from: edge.from, to: edge.to })} />
            {full && (shown.weights || place === 'selected') ? <span class="number">{written}</span> : null}
            {full && gradient !== null ? <span class="number quiet">∂ {gradient}</span> : null}
          </Label>
        );
      })}
    </>
  );
}
