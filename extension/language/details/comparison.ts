import { type ActivationStudy, studyShape } from '../../../core/derivation/activationStudy/activationStudy';
import { type Extreme, type Gap, gapBetween } from '../../../core/derivation/activationStudy/comparison';
import { decimal } from '../../../core/derivation/activationStudy/constants';
import { activations, findActivation } from '../../../core/network/activations';
import type { ElementwiseActivation } from '../../../core/network/activations/activation';
import type { Steps } from '../../../core/steps';
import type { ActivationFact, ActivationPlot } from '../../protocol/activationView';
import type { Comparison, ComparisonAnswer, ComparisonQuestion } from '../../protocol/details/comparison';
import { mathOf, signed } from '../activation/ends';
import { plotOf, windowOf } from '../activation/plot';
import type { Words } from '../words/words';
import type { DetailContext } from './context';

type Say = Words['activation'];

/** The shown activation over another one: both curves, and how far apart they come. */
export function* comparisonSteps(
  { with: wanted }: ComparisonQuestion,
  { evaluation: { study }, words }: DetailContext,
): Steps<ComparisonAnswer | null> {
  if (study.kind !== 'activation' || !study.activation.elementwise) return null;
  const names = activations.filter(({ elementwise }) => elementwise).map(({ name }) => name);
  const other = wanted === null ? null : findActivation(wanted).found;
  if (!other?.elementwise) return { names, compared: null };
  yield;
  return { names, compared: compare(study, study.activation, other, words.activation) };
}

function compare(
  study: ActivationStudy,
  activation: ElementwiseActivation,
  other: ElementwiseActivation,
  say: Say,
): Comparison | null {
  const parameters = Object.fromEntries(other.parameters.map((one) => [one.name, one.default]));
  const beside: ActivationStudy = {
    ...study,
    activation: other,
    parameters,
    shape: studyShape(other, parameters),
    points: [],
  };
  const own = windowOf(study);
  const others = windowOf(beside);
  if (own === null || others === null) return null;
  const window = { x: union(own.x, others.x), y: union(own.y, others.y) };
  const plot = plotOf(study, say, window);
  const second = plotOf(beside, say, window);
  if (plot === null || second === null) return null;
  const gap = gapBetween({ activation, parameters: study.parameters }, { activation: other, parameters });
  return {
    name: other.name,
    plot,
    other: { segments: second.segments, corners: second.corners },
    gap: gap === null ? null : lineOf(gap, window, (at) => other.value(at, parameters)),
    facts: { title: say.comparison.title(other.name), facts: factsOf(gap, say) },
  };
}

function union(a: readonly [number, number], b: readonly [number, number]): readonly [number, number] {
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

/** From one curve to the other where they are farthest apart, if that is anywhere and in sight. */
function lineOf(
  { highest, lowest }: Gap,
  { x, y }: Pick<ActivationPlot, 'x' | 'y'>,
  other: (at: number) => number,
): Comparison['gap'] {
  const farthest = Math.abs(highest.value) >= Math.abs(lowest.value) ? highest : lowest;
  const { at, value } = farthest;
  const foot = other(at);
  const isInSight = at >= x[0] && at <= x[1] && foot >= y[0] && foot <= y[1];
  if (!isInSight || value === 0) return null;
  return { at, value: foot + value, other: foot, label: mathOf(decimal(Math.abs(value))) };
}

function factsOf(gap: Gap | null, say: Say): readonly ActivationFact[] {
  if (gap === null) return [{ title: '', math: null, text: say.comparison.unknown }];
  return [
    { title: say.comparison.highest, ...bound(gap.highest, 'max', 'sup', say) },
    { title: say.comparison.lowest, ...bound(gap.lowest, 'min', 'inf', say) },
  ];
}

/** With where it is reached, or where the difference tends to it. */
function bound(
  { value, at }: Extreme,
  reached: string,
  tended: string,
  say: Say,
): Omit<ActivationFact, 'title'> {
  const isReached = Number.isFinite(at);
  const exact = decimal(value);
  const relation =
    exact.isExact || !Number.isFinite(value) ? { latex: '=', plain: '=' } : { latex: '\\approx', plain: '≈' };
  const name = isReached ? reached : tended;
  const { latex, plain } = mathOf(exact);
  return {
    math: {
      latex: `\\${name}\\,(\\varphi - \\psi) ${relation.latex} ${latex}`,
      plain: `${name} (φ − ψ) ${relation.plain} ${plain}`,
    },
    text: isReached ? say.at(decimal(at).plain) : say.comparison.towards(signed(at).plain),
  };
}
