import { formatNumber } from '../../core/derivation/formatNumber';
import { keyOf } from '../model/selection';
import { useTabStop } from '../parts/hooks';
import { focusMember, membersOf } from '../parts/roving';
import { words } from '../words';
import { BiasStub, Casings, Edge, LossEdges } from './edges';
import { LabelLayer } from './labelLayer';
import { edgesOf, strongestEdges } from './layout';
import { InputNode, LossNode, NeuronNode } from './nodes';
import { largestEdge, type Scene, standing } from './scene';

/** The network in columns: casings, edges, nodes, and the labels over them. */
export function Drawing({ scene }: { readonly scene: Scene }) {
  const { layout, model } = scene;
  const group = useTabStop<HTMLDivElement>((event) => walk(event, scene));
  const all = edgesOf(layout, model);
  const edges =
    layout.form === 'small'
      ? all.filter((edge, index) => {
          const key = keyOf({ kind: 'weight', ...edge });
          const place = standing(scene, key);
          const ofSelection = place === 'selected' || (place === 'path' && pathIsThin(scene));
          return index < strongestEdges || ofSelection || scene.path?.incoming.has(key) === true;
        })
      : all;
  const largest = largestEdge(scene);
  const loss = model.loss === null ? null : formatNumber(model.loss, scene.digits);
  const size = {
    width: `calc(${layout.width} * var(--u))`,
    height: `calc(${layout.height} * var(--u))`,
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      class={`drawing ${layout.form}`}
      role="group"
      aria-label={words.drawing.name(model.view.widths.join('–'), loss)}
      ref={group}
    >
      <div class="canvas" style={size}>
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the group around it has the name. */}
        <svg viewBox={`0 0 ${layout.width} ${layout.height}`} style={size}>
          <Casings scene={scene} edges={edges} />
          <LossEdges scene={scene} />
          <g>
            {edges.map((edge) => (
              <Edge key={keyOf({ kind: 'weight', ...edge })} scene={scene} edge={edge} largest={largest} />
            ))}
          </g>
          {layout.inputs.map((node, neuron) => (
            <InputNode key={neuron} scene={scene} neuron={neuron} node={node} />
          ))}
          {layout.layers.map((nodes, layer) => (
            <g key={layer}>
              {nodes.map((node, neuron) => (
                <g key={neuron}>
                  {layout.form === 'full' ? (
                    <BiasStub scene={scene} layer={layer} to={neuron} node={node} largest={largest} />
                  ) : null}
                  <NeuronNode scene={scene} layer={layer} neuron={neuron} node={node} />
                </g>
              ))}
            </g>
          ))}
          {layout.loss === null ? null : (
            <>
              {layout.form === 'full' && model.target?.columns === 1 ? (
                <line
                  class="target-stub"
                  x1={layout.loss.x}
                  x2={layout.loss.x}
                  y1={layout.loss.y - layout.loss.r - 16}
                  y2={layout.loss.y - layout.loss.r}
                />
              ) : null}
              <LossNode scene={scene} node={layout.loss} />
            </>
          )}
        </svg>
        <LabelLayer scene={scene} edges={edges} />
      </div>
    </div>
  );
}

/** In a small drawing a path through several full layers is every edge there is: only thin ones are drawn. */
function pathIsThin(scene: Scene): boolean {
  return (scene.path?.edges.size ?? 0) <= 160;
}

/**
 * Arrows in the drawing: left and right go along the network (a node, its edges, the next nodes),
 * up and down within a column. Enter and Space select; Escape is the panel's.
 */
function walk(event: KeyboardEvent, scene: Scene): void {
  const group = event.currentTarget;
  const from = event.target;
  if (!(group instanceof Element) || !(from instanceof SVGElement)) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    from.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    return;
  }
  const members = membersOf(group);
  const columnOf = (member: Element) => Number(member.getAttribute('data-column'));
  const column = columnOf(from);
  const inOrder = [...members].sort((one, other) => columnOf(one) - columnOf(other));
  const peers = members.filter((member) => columnOf(member) === column);
  const along = (direction: 1 | -1) => {
    const beyond = members.filter((member) => Math.sign(columnOf(member) - column) === direction);
    const distances = beyond.map((member) => Math.abs(columnOf(member) - column));
    const nearest = Math.min(...distances);
    const next = beyond.filter((_, index) => distances[index] === nearest);
    const joined = next.filter((member) => isJoined(from, member, scene));
    const choices = joined.length > 0 ? joined : next;
    return (
      choices.find((member) => member.classList.contains('selected') || member.classList.contains('path')) ??
      choices[0]
    );
  };
  const next = (() => {
    switch (event.key) {
      case 'ArrowRight':
        return along(1);
      case 'ArrowLeft':
        return along(-1);
      case 'ArrowDown':
        return peers[peers.indexOf(from) + 1];
      case 'ArrowUp':
        return peers[peers.indexOf(from) - 1];
      case 'Home':
        return inOrder[0];
      case 'End':
        return inOrder[inOrder.length - 1];
      default:
        return null;
    }
  })();
  if (next === null) return;
  event.preventDefault();
  focusMember(members, next);
}

/** Whether an edge and a node touch, by their keys. */
function isJoined(one: Element, other: Element, scene: Scene): boolean {
  const keys = [one.getAttribute('data-key') ?? '', other.getAttribute('data-key') ?? ''];
  const edge = keys.find((key) => key.startsWith('w'));
  const node = keys.find((key) => !key.startsWith('w'));
  if (edge === undefined || node === undefined) return false;
  const [layer, from, to] = edge.slice(1).split('.').map(Number);
  const source = layer === 0 ? `x${from}` : `n${layer - 1}.${from}`;
  const width = scene.model.layers[layer].fanOut;
  return node === source || (to < width && node === `n${layer}.${to}`);
}
