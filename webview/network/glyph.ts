import { createMatrix } from '../../core/matrix';
import { findActivation } from '../../core/network/activations';
import type { ParameterSpec, Parameters } from '../../core/network/activations/activation';
import { findLoss } from '../../core/network/losses';
import type { Reduction, Target } from '../../core/network/losses/loss';
import { entry } from '../model/blocks';
import type { LayerModel, NetworkModel } from '../model/networkModel';
import type { NodePlace, Point } from './layout';

/** A function as it is drawn inside a node, with the point where it is worked. */
export interface Glyph {
  readonly curve: string;
  readonly point: Point;
  readonly tangent: { readonly start: Point; readonly end: Point };
}

interface Drawn {
  value(x: number): number;
  readonly at: number;
  readonly slope: number;
  readonly from: number;
  readonly to: number;
}

const steps = 48;

/** The curve in a square frame inside the node; its slope there is the derivative that enters the product. */
function drawGlyph(drawn: Drawn, node: NodePlace): Glyph | null {
  const size = node.r * 1.36;
  const xs = Array.from({ length: steps + 1 }, (_, i) => drawn.from + ((drawn.to - drawn.from) * i) / steps);
  const ys = xs.map((x) => drawn.value(x));
  if (!ys.every(Number.isFinite) || !Number.isFinite(drawn.at)) return null;
  const lowest = Math.min(...ys);
  const spread = Math.max(...ys) - lowest || 1;
  const px = (x: number) => node.x - size / 2 + ((x - drawn.from) / (drawn.to - drawn.from)) * size;
  const py = (y: number) => node.y + size * 0.42 - ((y - lowest) / spread) * size * 0.84;
  const curve = xs
    .map((x, i) => `${i === 0 ? 'M' : 'L'}${px(x).toFixed(2)} ${py(ys[i]).toFixed(2)}`)
    .join('');
  const point = { x: px(drawn.at), y: py(drawn.value(drawn.at)) };
  const steepness = (drawn.slope * (drawn.to - drawn.from) * 0.84) / spread;
  const reach = (size * 0.3) / Math.hypot(1, steepness);
  return {
    curve,
    point,
    tangent: {
      start: { x: point.x - reach, y: point.y + reach * steepness },
      end: { x: point.x + reach, y: point.y - reach * steepness },
    },
  };
}

/** Parameters as the view has them; JSON has no infinity, so the default stands in where none came through. */
function filled(specs: readonly ParameterSpec[], given: Readonly<Record<string, unknown>>): Parameters {
  return Object.fromEntries(
    specs.map((spec) => {
      const value = given[spec.name];
      return [spec.name, typeof value === 'number' ? value : spec.default];
    }),
  );
}

/** φ with its working point s. Null where the activation mixes neurons or nothing was computed. */
export function activationGlyph(
  layer: LayerModel,
  neuron: number,
  sample: number,
  node: NodePlace,
): Glyph | null {
  const { found } = findActivation(layer.activation);
  const at = entry(layer.preActivation, sample, neuron);
  if (found === null || !found.elementwise || !Number.isFinite(at)) return null;
  const parameters = filled(found.parameters, layer.parameters);
  const reach = Math.max(3, Math.abs(at) * 1.25);
  return drawGlyph(
    {
      value: (x) => found.value(x, parameters),
      at,
      slope: entry(layer.slope, sample, neuron),
      from: -reach,
      to: reach,
    },
    node,
  );
}

/** The loss over one output, the others held where they are. */
export function lossGlyph(
  model: NetworkModel,
  output: number,
  sample: number,
  node: NodePlace,
): Glyph | null {
  const view = model.view.loss;
  const last = model.layers[model.layers.length - 1];
  const target = targetOf(model);
  if (view === null || last.output === null || target === null) return null;
  const { found } = findLoss(view.name);
  const at = entry(last.output, sample, output);
  if (found === null || !Number.isFinite(at)) return null;
  const parameters = filled(found.parameters, view.parameters);
  const values = Float64Array.from(last.output.values);
  const place = sample * last.output.columns + output;
  const wanted = target.form === 'rows' ? entry(target.rows, sample, output) : at;
  const reach = Math.max(Math.abs(at - wanted) * 2.4, target.form === 'rows' ? 0.5 : 2);
  const { rows, columns } = last.output;
  return drawGlyph(
    {
      value(x) {
        values[place] = x;
        return found.value(
          createMatrix(rows, columns, values),
          target,
          view.reduction as Reduction,
          parameters,
        );
      },
      at,
      slope: entry(last.outputGradient, sample, output),
      from: wanted - reach,
      to: wanted + reach,
    },
    node,
  );
}

function targetOf(model: NetworkModel): Target | null {
  const target = model.target;
  const last = model.layers[model.layers.length - 1];
  if (target === null) return null;
  const classes = findLoss(model.view.loss?.name ?? '').found?.takesClasses ?? false;
  const numbers = target.rows * target.columns;
  if (classes && numbers === model.view.samples && last.width > 1) {
    return { form: 'classes', classes: Int32Array.from(target.values) };
  }
  return numbers === model.view.samples * last.width
    ? { form: 'rows', rows: createMatrix(model.view.samples, last.width, target.values) }
    : null;
}
