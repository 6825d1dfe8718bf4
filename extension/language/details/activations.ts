import { contextOf } from '../../../core/derivation/network/quantities';
import { notationOf } from '../../../core/derivation/notations';
import { signText } from '../../../core/derivation/printers/plain';
import { activations } from '../../../core/network/activations';
import type { BoundActivation } from '../../../core/network/activations/activation';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import type { Steps } from '../../../core/steps';
import type {
  ActivationChoice,
  ActivationsAnswer,
  ActivationsQuestion,
} from '../../protocol/details/activations';
import { toWire, type WireNumber } from '../../protocol/wire';
import type { DetailContext } from './context';

/** So many neurons are marked on a curve; more would hide it. */
const mostPoints = 60;

/** Every activation by its name, those of the network first, with where its neurons stand. */
export function* activationsSteps(
  { notation }: ActivationsQuestion,
  { evaluation: { study } }: DetailContext,
): Steps<ActivationsAnswer> {
  const used = study.kind === 'network' ? usedIn(study, notation ?? 'sheet') : [];
  const known = activations.map(
    ({ name, plain }): ActivationChoice => ({ name, text: `activation ${name}`, formula: plain }),
  );
  return { used, known };
}

function usedIn(
  study: NetworkStudy,
  notation: NonNullable<ActivationsQuestion['notation']>,
): readonly ActivationChoice[] {
  const used = new Map<string, { readonly bound: BoundActivation; readonly layers: number[] }>();
  study.network.layers.forEach(({ activation: bound }, layer) => {
    const entry = used.get(nameOf(bound)) ?? { bound, layers: [] };
    entry.layers.push(layer);
    used.set(nameOf(bound), entry);
  });
  return [...used].map(([name, { bound, layers }]) => {
    const points = bound.activation.elementwise ? pointsOf(study, layers, notation) : [];
    return {
      name,
      text: points.length === 0 ? `activation ${name}` : documentOf(bound, points),
      formula: bound.activation.plain,
    };
  });
}

type Point = readonly [name: string, at: WireNumber];

/** The pre-activations of these layers, each under its neuron's name; of several samples, of the first ones. */
function pointsOf(
  study: NetworkStudy,
  layers: readonly number[],
  notation: NonNullable<ActivationsQuestion['notation']>,
): readonly Point[] {
  // A sample is said in brackets after the neuron's name, in every notation alike.
  const context = { ...contextOf(study), isBatch: false };
  const points: Point[] = [];
  for (const layer of layers) {
    const { columns, values } = study.layers[layer]?.preActivation ?? { columns: 0, values: [] };
    for (let i = 0; i < values.length && points.length < mostPoints; i++) {
      const quantity = { kind: 'pre-activation', layer, neuron: i % columns } as const;
      const sign = notationOf(notation).sign(quantity, context);
      const name = sign === null ? `${layer + 1}.${(i % columns) + 1}` : signText(sign);
      points.push([study.samples > 1 ? `${name} (${Math.floor(i / columns) + 1})` : name, toWire(values[i])]);
    }
  }
  return points;
}

function documentOf(bound: BoundActivation, points: readonly Point[]): string {
  const { activation } = bound;
  const given = givenIn(bound).map(({ name, value, word }) => [name, word ?? toWire(value)] as const);
  const choice =
    given.length === 0 ? activation.name : { name: activation.name, ...Object.fromEntries(given) };
  return JSON.stringify({ activation: choice, input: Object.fromEntries(points) });
}

/** Numbers with all their digits, whatever people are shown. */
function nameOf(bound: BoundActivation): string {
  const given = givenIn(bound).map(({ name, value, word }) => `${name}=${word ?? String(value)}`);
  return given.length === 0 ? bound.activation.name : `${bound.activation.name}(${given.join(', ')})`;
}

function givenIn({ activation, parameters }: BoundActivation) {
  return activation.parameters.flatMap(({ name, default: usual, words }) => {
    const value = parameters[name];
    return value === usual ? [] : [{ name, value, word: words?.[value] }];
  });
}
