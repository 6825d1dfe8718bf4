import { createProblem, hasError, type Problem } from '../problem';
import type { LayerReading, NamedChoice, NetworkReading } from '../text/reading';
import { findActivation } from './activations';
import type { BoundActivation, Lists, Parameters } from './activations/activation';
import { identity } from './activations/identity';
import { type Dialect, dialectProblem, resolveDialect, specsIn } from './dialects';
import { activationUnder, type KinkRule, lossUnder } from './kinkRule';
import { defaultLoss, findLoss } from './losses';
import type { BoundLoss, Loss, Reduction } from './losses/loss';
import type { Layer, Network } from './network';
import { bindParameters, type OutputShape, parametersPerEntry } from './parameters';
import { bindLearningRate, bindOptimizer } from './training/bindOptimizer';

export interface CreatedNetwork {
  /** Null where the layers do not make a network. */
  readonly network: Network | null;
  /** False where the text names a loss or a reduction that cannot be computed. */
  readonly lossIsKnown: boolean;
  readonly problems: readonly Problem[];
}

const defaultLearningRate = 0.1;

/**
 * Turns what was read into a network, and says at which token a name or a parameter is unknown.
 * That widths and biases fit is the reader's to say.
 */
export function createNetwork(
  reading: NetworkReading,
  kinkRule: KinkRule = 'least-magnitude',
): CreatedNetwork {
  const problems: Problem[] = [];
  const layers: Layer[] = [];
  const ofAll = resolveDialect(reading.dialect);
  problems.push(...ofAll.problems);
  reading.layers.forEach((layer, index) => {
    const [rows, columns] = layer.weights.shape;
    const own = resolveDialect(layer.dialect);
    const bound = bindActivation(layer.activation, index, rows, own.dialect ?? ofAll.dialect);
    problems.push(...own.problems, ...bound.problems.filter((problem) => !isRepeated(problem, problems)));
    problems.push(...checkWidth(bound.activation, layer, index));
    layers.push({
      weights: { rows, columns, values: layer.weights.values },
      biases: layer.biases?.values ?? null,
      activation: activationUnder(kinkRule, bound.activation),
    });
  });
  const last = layers.at(-1);
  const loss = bindLoss(reading.loss, reading.reduction, {
    samples: reading.input?.shape.length === 2 ? reading.input.shape[0] : 1,
    outputs: last === undefined ? 0 : outputWidth(last.activation, last.weights.rows),
  });
  const { optimizer, rate, problems: ofOptimizer } = bindOptimizer(reading.optimizer);
  const written = bindLearningRate(reading.learningRate);
  const learningRate = rate ?? written.rate ?? defaultLearningRate;
  return {
    network: hasError(problems)
      ? null
      : { layers, loss: lossUnder(kinkRule, loss.loss), learningRate, optimizer },
    lossIsKnown: !hasError(loss.problems),
    problems: [...problems, ...loss.problems, ...ofOptimizer, ...written.problems],
  };
}

/** What a name means elsewhere is said at the first layer that has it. */
function isRepeated(problem: Problem, said: readonly Problem[]): boolean {
  if (problem.code !== 'dialect') return false;
  return said.some((other) => other.code === 'dialect' && other.data.name === problem.data.name);
}

/** The width after the activation of a layer of `fanOut` neurons. */
export function outputWidth({ activation }: BoundActivation, fanOut: number): number {
  return activation.elementwise ? fanOut : activation.outputWidth(fanOut);
}

/** An activation such as glu takes widths of one kind only; the next one up is suggested. */
function checkWidth({ activation }: BoundActivation, layer: LayerReading, index: number): readonly Problem[] {
  const [width] = layer.weights.shape;
  if (activation.elementwise || activation.acceptsWidth === undefined || activation.acceptsWidth(width))
    return [];
  const data = { layer: index, width, expected: width + 1, activation: activation.name };
  return [createProblem('width-mismatch', layer.weights.span, data)];
}

function bindActivation(
  choice: NamedChoice | null,
  layer: number,
  width: number,
  dialect: Dialect | null,
): { readonly activation: BoundActivation; readonly problems: readonly Problem[] } {
  if (choice === null) return { activation: { activation: identity, parameters: {} }, problems: [] };
  const lookup = findActivation(choice.name);
  if (lookup.found === null) {
    const data = { name: choice.name, suggestion: lookup.suggestion, layer };
    return {
      activation: { activation: identity, parameters: {} },
      problems: [createProblem('unknown-activation', choice.span, data)],
    };
  }
  const activation = lookup.found;
  const shape = { samples: 1, outputs: width };
  const specs = specsIn(dialect, activation, choice.name);
  const { parameters, lists, problems } = bindParameters(activation.name, specs, choice, shape);
  const open =
    dialect === null && problems.length === 0 ? dialectProblem(activation, choice, parameters, layer) : null;
  return {
    activation: { activation, parameters, ...perNeuron(parameters, lists, width) },
    problems: open === null ? problems : [...problems, open],
  };
}

function perNeuron(
  parameters: Parameters,
  lists: Lists,
  width: number,
): { readonly perNeuron?: readonly Parameters[] } {
  return Object.keys(lists).length === 0 ? {} : { perNeuron: parametersPerEntry(parameters, lists, width) };
}

function bindLoss(
  choice: NamedChoice | null,
  reductionChoice: NamedChoice | null,
  shape: OutputShape,
): { readonly loss: BoundLoss; readonly problems: readonly Problem[] } {
  const lookup = choice === null ? { found: defaultLoss } : findLoss(choice.name);
  const problems: Problem[] = [];
  if (choice !== null && lookup.found === null) {
    const data = { name: choice.name, suggestion: lookup.suggestion };
    problems.push(createProblem('unknown-loss', choice.span, data));
  }
  const loss = lookup.found ?? defaultLoss;
  const bound =
    lookup.found === null
      ? { parameters: {}, lists: {}, problems: [] }
      : bindParameters(loss.name, loss.parameters, choice, shape);
  const reduction = bindReduction(loss, reductionChoice);
  return {
    loss: { loss, reduction: reduction.reduction, parameters: bound.parameters, lists: bound.lists },
    problems: [...problems, ...bound.problems, ...reduction.problems],
  };
}

function bindReduction(
  loss: Loss,
  choice: NamedChoice | null,
): { readonly reduction: Reduction; readonly problems: readonly Problem[] } {
  if (choice === null) return { reduction: loss.defaultReduction, problems: [] };
  const known = loss.reductions.find((reduction) => reduction === choice.name);
  if (known !== undefined) return { reduction: known, problems: [] };
  const data = {
    owner: loss.name,
    parameter: 'reduction',
    value: choice.name,
    domain: loss.reductions.join(', '),
    isOneOf: true,
  } as const;
  return {
    reduction: loss.defaultReduction,
    problems: [createProblem('parameter-domain', choice.span, data)],
  };
}
