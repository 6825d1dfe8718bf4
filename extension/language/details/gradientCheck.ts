import { printRational } from '../../../core/exact/rational';
import { agreesWith } from '../../../core/network/gradientClaim';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { type ParameterCheck, parameterCheckSteps } from '../../../core/network/parameterCheck';
import { parameterCount } from '../../../core/network/parameterPlaces';
import type { Steps } from '../../../core/steps';
import { writtenNumber } from '../../../core/text/written';
import type {
  GradientCheckAnswer,
  GradientCheckQuestion,
  GradientCheckRow,
  ParameterName,
} from '../../protocol/details/gradientCheck';
import { toWire, type WireNumber } from '../../protocol/wire';
import type { DetailContext } from './context';

/** Parameters of a page. */
const pageLength = 40;

/** Multiply-adds of a pass, times parameters of a page: past that a page has fewer. */
const mostWork = 2_000_000;

export function* gradientCheckSteps(
  { first }: GradientCheckQuestion,
  { evaluation: { study } }: DetailContext,
): Steps<GradientCheckAnswer | null> {
  if (study.kind !== 'network') return null;
  const parameters = parameterCount(study.network.layers);
  const count = Math.min(pageLength, Math.floor(mostWork / (parameters * study.samples)));
  const start = Math.max(0, Math.min(Math.floor(first) || 0, parameters - 1));
  if (count === 0) return null;
  const checks = yield* parameterCheckSteps(study, start, count);
  return checks === null
    ? null
    : { parameters, first: start, rows: checks.map((check) => rowOf(study, check)) };
}

function rowOf(study: NetworkStudy, check: ParameterCheck): GradientCheckRow {
  const { place, matrix, edges, difference, exact, relativeDifference, verdict } = check;
  return {
    name: parameterNameOf(study.network, place),
    written: writtenAt(study, check),
    matrix: toWire(matrix),
    edges: sidesOf(edges),
    differences: sidesOf(difference),
    exact: exact === null ? null : printRational(exact),
    ...claimOf(study, check),
    relativeDifference: toWire(relativeDifference),
    verdict,
  };
}

/** The parameter as the text has it; a slope that is learnt may be left to its default there. */
function writtenAt(
  { reading }: NetworkStudy,
  { place: { layer, of, index }, value }: ParameterCheck,
): string {
  const { weights, biases, activation } = reading.layers[layer];
  const array = of === 'weights' ? weights : of === 'biases' ? biases : null;
  if (array !== null) return writtenNumber(reading.text, array, index);
  const list = Object.values(activation?.arrays ?? {})[0];
  return list === undefined ? String(value) : writtenNumber(reading.text, list, index);
}

function sidesOf(
  limits: { readonly left: number; readonly right: number } | null,
): readonly [WireNumber, WireNumber] | null {
  return limits === null ? null : [toWire(limits.left), toWire(limits.right)];
}

/** A parameter by its layer and the neurons it is between. */
export function parameterNameOf(
  { layers }: NetworkStudy['network'],
  { layer, of, index }: ParameterCheck['place'],
): ParameterName {
  const { columns } = layers[layer].weights;
  return of === 'weights'
    ? { of, layer, from: index % columns, to: Math.floor(index / columns) }
    : { of, layer, to: index };
}

function claimOf(
  { reading }: NetworkStudy,
  { place: { layer, of, index }, matrix }: ParameterCheck,
): Pick<GradientCheckRow, 'claimed'> {
  const array = reading.gradient?.[of][layer] ?? null;
  if (array === null || index >= array.values.length) return {};
  const text = writtenNumber(reading.text, array, index);
  return { claimed: { text, isRight: agreesWith(array.values[index], matrix, text) } };
}
