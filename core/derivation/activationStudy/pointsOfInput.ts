import { createMatrix, type Matrix } from '../../matrix';
import type {
  BoundActivation,
  ElementwiseActivation,
  Kink,
  Parameters,
  RowActivation,
} from '../../network/activations/activation';
import { kinkProblem } from '../../network/hitKinks';
import type { Problem } from '../../problem';
import type { ActivationReading } from '../../text/reading';

/** Where the text takes an activation: x, φ(x) and φ′(x), which at a kink is what was chosen there. */
export interface StudiedPoint {
  readonly name: string | null;
  readonly at: number;
  readonly value: number;
  readonly derivative: number;
  readonly kink: Kink | null;
}

/** The row that the text gives an activation of a whole row, with what becomes of it. */
export interface StudiedRow {
  readonly input: Float64Array;
  readonly output: Float64Array;
  /** ∂oᵢ/∂xⱼ, a row for each output; null for wide rows, whose entries nobody reads. */
  readonly jacobian: Matrix | null;
}

const widestJacobian = 100;

/** One point for each number of the input. */
export function pointsOfInput(
  activation: ElementwiseActivation,
  parameters: Parameters,
  { input, inputNames }: ActivationReading,
): readonly StudiedPoint[] {
  const kinks = activation.kinks(parameters);
  return [...(input?.values ?? [])].map((at, index) => ({
    name: inputNames?.[index] ?? null,
    at,
    value: activation.value(at, parameters),
    derivative: activation.derivative(at, parameters),
    kink: kinks.find((kink) => kink.at === at) ?? null,
  }));
}

/** Null without an input. The width is one that the activation takes. */
export function rowOfInput(
  activation: RowActivation,
  parameters: Parameters,
  { input }: ActivationReading,
): StudiedRow | null {
  if (input === undefined || input.values.length === 0) return null;
  const s = input.values;
  const output = new Float64Array(activation.outputWidth(s.length));
  activation.value(s, output, parameters);
  if (s.length > widestJacobian) return { input: s, output, jacobian: null };
  const jacobian = createMatrix(output.length, s.length);
  for (let row = 0; row < output.length; row++) {
    const direction = new Float64Array(output.length);
    direction[row] = 1;
    const gradient = jacobian.values.subarray(row * s.length, (row + 1) * s.length);
    activation.pullback(s, output, direction, gradient, parameters);
  }
  return { input: s, output, jacobian };
}

/** Every kink that the input is on, at its number. */
export function inputProblems(
  { activation, parameters }: BoundActivation,
  reading: ActivationReading,
): readonly Problem[] {
  const { input } = reading;
  if (input === undefined) return [];
  if (!activation.elementwise) {
    const hits = activation.kinksAt?.(input.values) ?? [];
    return hits.map(({ neuron, kink }) => kinkProblem(numberSpan(input, neuron), activation.name, kink, {}));
  }
  return pointsOfInput(activation, parameters, reading).flatMap(({ kink }, index) =>
    kink === null ? [] : [kinkProblem(numberSpan(input, index), activation.name, kink, {})],
  );
}

function numberSpan({ places }: NonNullable<ActivationReading['input']>, index: number) {
  return places.spanOf(index);
}
