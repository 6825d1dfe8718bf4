import { createMatrix, type Matrix } from '../matrix';
import { type Bounds, widened } from '../numeric/interval';
import type { Target } from './losses/loss';
import type { NetworkStudy } from './networkStudy';
import { resolveTarget } from './samples';

/** What the losses are right to, in units of the last place, for each entry of the output. */
const ulps = 64;
const bisections = 80;

/** The term of one output is convex in that output. */
const convex: ReadonlySet<string> = new Set([
  'half_squared_error',
  'mse_loss',
  'l1_loss',
  'smooth_l1_loss',
  'huber_loss',
  'log_cosh',
  'quantile_loss',
  'binary_cross_entropy',
  'binary_cross_entropy_with_logits',
  'soft_margin_loss',
  'squared_hinge',
]);
/** The term depends on the difference of output and target alone, so that both share their uncertainty. */
const ofDifference: ReadonlySet<string> = new Set([
  'half_squared_error',
  'mse_loss',
  'l1_loss',
  'smooth_l1_loss',
  'huber_loss',
  'log_cosh',
  'quantile_loss',
]);
/** For a class target: falls as the output of that class grows, and never falls as another grows. */
const ofClasses: ReadonlySet<string> = new Set(['cross_entropy', 'nll_loss', 'multi_margin_loss']);

/** The loss over all outputs between bounds; null for a loss whose bounds are not known here. */
export function boundsOfLoss(
  study: NetworkStudy,
  output: { readonly lower: Matrix; readonly upper: Matrix },
  targetHalf: number,
): Bounds | null {
  const { network, reading, samples } = study;
  const { loss, reduction, parameters, lists } = network.loss;
  if (study.loss === null || reading.target === null || Object.keys(lists ?? {}).length > 0) return null;
  const isBatch = reading.input?.shape.length === 2;
  const width = output.lower.columns;
  const target = resolveTarget(reading.target, { samples, isBatch }, width, loss, parameters).value;
  if (target === null) return null;
  const value = (at: Matrix) => loss.value(at, target, reduction, parameters);
  const slope = (at: Matrix) => loss.gradient(at, target, reduction, parameters);
  const ends = extremes(loss.name, output, target, targetHalf, parameters.label_smoothing ?? 0, {
    term: loss.entry === undefined ? null : (o, y) => loss.entry?.term(o, y, parameters) ?? Number.NaN,
    slope,
  });
  if (ends === null) return null;
  const bounds = { lower: value(ends.least), upper: value(ends.most) };
  if (Number.isNaN(bounds.lower) || Number.isNaN(bounds.upper)) return null;
  const { lower, upper } = widened(bounds, ulps * (output.lower.values.length + 1));
  return {
    lower: loss.entry !== undefined && ofDifference.has(loss.name) ? Math.max(0, lower) : lower,
    upper,
  };
}

interface Terms {
  readonly term: ((output: number, target: number) => number) | null;
  readonly slope: (output: Matrix) => Matrix;
}

/** Outputs within the bounds where the loss is least and where it is most. */
function extremes(
  name: string,
  { lower, upper }: { readonly lower: Matrix; readonly upper: Matrix },
  target: Target,
  targetHalf: number,
  smoothing: number,
  { term, slope }: Terms,
): { readonly least: Matrix; readonly most: Matrix } | null {
  const { rows, columns } = lower;
  if (target.form === 'classes') {
    if (!ofClasses.has(name) || smoothing !== 0) return null;
    const pick = (own: Matrix, others: Matrix) => {
      const picked = createMatrix(rows, columns, others.values);
      target.classes.forEach((index, sample) => {
        const place = sample * columns + index;
        if (index >= 0 && index < columns) picked.values[place] = own.values[place] ?? 0;
      });
      return picked;
    };
    return { least: pick(upper, lower), most: pick(lower, upper) };
  }
  if (term === null || !convex.has(name) || (targetHalf > 0 && !ofDifference.has(name))) return null;
  const from = createMatrix(
    rows,
    columns,
    lower.values.map((value) => value - targetHalf),
  );
  const to = createMatrix(
    rows,
    columns,
    upper.values.map((value) => value + targetHalf),
  );
  const most = createMatrix(
    rows,
    columns,
    from.values.map((value, index) => {
      const [wanted = 0, end = 0] = [target.rows.values[index], to.values[index]];
      return term(value, wanted) >= term(end, wanted) ? value : end;
    }),
  );
  return { least: leastOf(from, to, slope), most };
}

/** Where each convex term is least between its ends, by bisection of the slope. */
function leastOf(from: Matrix, to: Matrix, slope: (output: Matrix) => Matrix): Matrix {
  const { rows, columns } = from;
  const low = Float64Array.from(from.values);
  const high = Float64Array.from(to.values);
  const [atLow, atHigh] = [slope(from).values, slope(to).values];
  atLow.forEach((value, index) => {
    if (value >= 0) high[index] = low[index] ?? 0;
    else if ((atHigh[index] ?? 0) <= 0) low[index] = high[index] ?? 0;
  });
  for (let step = 0; step < bisections; step++) {
    const middle = createMatrix(
      rows,
      columns,
      low.map((value, index) => value + ((high[index] ?? 0) - value) / 2),
    );
    slope(middle).values.forEach((value, index) => {
      if (value > 0) high[index] = middle.values[index] ?? 0;
      else low[index] = middle.values[index] ?? 0;
    });
  }
  return createMatrix(rows, columns, low);
}
