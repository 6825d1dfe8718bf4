import type { NetworkStudy } from '../../network/networkStudy';
import type { ParameterReference } from '../chainRule';
import type { Notation } from '../notations';
import type { Derivation, PlannedStep } from '../step';
import {
  goesByDelta,
  inputGradientStep,
  lossGradientStep,
  lossStep,
  outputGradientStep,
  parameterStep,
  preActivationGradientStep,
} from './backward';
import {
  chainBoundStep,
  chainFactorsStep,
  chainGradientStep,
  chainSlopesStep,
  compositionStep,
  isChain,
} from './chain';
import {
  activationMatrixStep,
  forwardMatrixStep,
  mostEquations,
  outputStep,
  preActivationStep,
  predictionStep,
} from './forward';
import { activationSteps, slopeSteps } from './functions';
import { learntIn, learntStep, learntUpdateStep } from './learnt';
import {
  agreementStep,
  deltaMatrixStep,
  parametersOf,
  sourceMatrixStep,
  weightsMatrixStep,
} from './matrixForm';
import { networkValues } from './networkValues';
import { NetworkTerms } from './quantities';
import { updateMatrixStep, updateStep } from './update';

/** What of a network is derived. */
export type NetworkSubject =
  | { readonly kind: 'weight'; readonly layer: number; readonly from: number; readonly to: number }
  | { readonly kind: 'bias'; readonly layer: number; readonly to: number }
  | { readonly kind: 'neuron'; readonly layer: number; readonly neuron: number }
  | { readonly kind: 'input'; readonly neuron: number }
  | { readonly kind: 'layer'; readonly layer: number }
  | { readonly kind: 'loss' }
  | { readonly kind: 'network' };

export interface PlanOptions {
  readonly notation: Notation;
  /** Of the scalar equations. */
  readonly sample: number;
}

/** Neurons of a layer up to which each has an equation of its own on the way to the loss. */
const mostSingle = 4;

/** Parameters up to which a whole network is written out number by number. */
const mostParameters = 120;

/**
 * The steps that lead to a subject, in the order in which they are worked, each made when it is shown.
 * A study without a loss has the way forward alone, one without an input nothing. Throws RangeError for
 * what the network does not have.
 */
export function planNetwork(study: NetworkStudy, subject: NetworkSubject, options: PlanOptions): Derivation {
  const values = networkValues(study);
  if (study.samples === 0) return { steps: [], values };
  requireSubject(study, subject, options.sample);
  const terms = new NetworkTerms(study, options.sample);
  return { steps: stepsOf(terms, subject, options.notation), values };
}

function stepsOf(terms: NetworkTerms, subject: NetworkSubject, notation: Notation): readonly PlannedStep[] {
  const hasLoss = terms.study.gradients !== null;
  switch (subject.kind) {
    case 'weight':
    case 'bias':
      return [
        ...neuronForward(terms, notation, subject.layer, subject.to),
        ...(hasLoss
          ? [
              ...forwardAfter(terms, notation, subject.layer),
              ...onward(terms, notation, subject.layer, subject.to),
              parameterStep(terms, notation, subject),
              ...(isPlainDescent(terms) ? [updateStep(subject)] : []),
            ]
          : []),
      ];
    case 'neuron':
      return [
        ...neuronForward(terms, notation, subject.layer, subject.neuron),
        ...(hasLoss
          ? [
              ...forwardAfter(terms, notation, subject.layer),
              ...onward(terms, notation, subject.layer, subject.neuron, true),
              ...learntOfNeuron(terms, subject.layer, subject.neuron),
            ]
          : []),
      ];
    case 'input':
      return hasLoss
        ? [...allOnward(terms, notation, 0), inputGradientStep(terms, notation, subject.neuron)]
        : [];
    case 'layer':
      return layerSteps(terms, notation, subject.layer, hasLoss);
    case 'loss':
      return hasLoss ? [predictionStep(terms), lossStep(terms), ...lossGradientSteps(terms)] : [];
    case 'network':
      return networkSteps(terms, notation, hasLoss);
  }
}

function neuronForward(
  terms: NetworkTerms,
  notation: Notation,
  layer: number,
  neuron: number,
): readonly PlannedStep[] {
  const { columns } = terms.study.layers[layer].output;
  const single = neuron < columns ? neuron : 0;
  return [
    ...activationSteps(
      terms,
      counted(terms.last + 1 - layer).map((after) => layer + after),
    ),
    preActivationStep(terms, layer, neuron),
    outputStep(terms, notation, layer, single),
  ];
}

/** From the layer after one to ŷ: what the way back takes its numbers from. */
function forwardAfter(terms: NetworkTerms, notation: Notation, layer: number): readonly PlannedStep[] {
  const steps: PlannedStep[] = [];
  for (let index = layer + 1; index <= terms.last; index++) {
    const isNarrow = terms.study.network.layers[index].weights.rows <= mostSingle;
    if (isNarrow) steps.push(...scalarForward(terms, notation, index));
    if (!isNarrow) steps.push(forwardMatrixStep(terms, notation, index));
    if (!isNarrow || !terms.isElementwise(index)) steps.push(activationMatrixStep(terms, notation, index));
  }
  return [...steps, predictionStep(terms)];
}

function lossGradientSteps(terms: NetworkTerms): readonly PlannedStep[] {
  return counted(Math.min(terms.outputs, mostEquations)).map((neuron) => lossGradientStep(terms, neuron));
}

/** From the loss to ∂ℒ/∂o (and, where equations go by it, ∂ℒ/∂s) of one neuron. */
function onward(
  terms: NetworkTerms,
  notation: Notation,
  layer: number,
  neuron: number,
  isDeltaWanted = false,
): readonly PlannedStep[] {
  const isSingleOutput = terms.isElementwise(layer);
  const byDelta = goesByDelta(terms, notation, layer);
  return [
    ...(layer === terms.last
      ? [lossStep(terms), lossGradientStep(terms, isSingleOutput ? neuron : 0)]
      : allOnward(terms, notation, layer + 1)),
    ...(isSingleOutput ? [outputGradientStep(terms, notation, layer, neuron)] : []),
    ...slopeSteps(terms, layer, [neuron]),
    ...(byDelta || isDeltaWanted ? [preActivationGradientStep(terms, layer, neuron)] : []),
  ];
}

/** From the loss back to every neuron of a layer: one by one in narrow layers, else as a matrix. */
function allOnward(terms: NetworkTerms, notation: Notation, layer: number): readonly PlannedStep[] {
  const steps: PlannedStep[] = [lossStep(terms)];
  const { outputs } = terms;
  if (outputs <= mostSingle) steps.push(...lossGradientSteps(terms));
  for (let index = terms.last; index >= layer; index--) {
    const width = terms.study.layers[index].output.columns;
    const { rows } = terms.study.network.layers[index].weights;
    if (width > mostSingle || rows > mostSingle) {
      if (index < terms.last) steps.push(sourceMatrixStep(terms, notation, index + 1));
      steps.push(deltaMatrixStep(terms, notation, index));
      continue;
    }
    steps.push(
      ...counted(width).map((neuron) => outputGradientStep(terms, notation, index, neuron)),
      ...slopeSteps(terms, index, counted(width)),
    );
    if (goesByDelta(terms, notation, index)) {
      steps.push(...counted(rows).map((neuron) => preActivationGradientStep(terms, index, neuron)));
    }
  }
  return steps;
}

/** A layer in matrix form: forward, and back with ∂ℒ/∂W, ∂ℒ/∂X and the entries that agree. */
function layerSteps(
  terms: NetworkTerms,
  notation: Notation,
  layer: number,
  hasLoss: boolean,
): readonly PlannedStep[] {
  return [
    ...activationSteps(terms, [layer]),
    forwardMatrixStep(terms, notation, layer),
    activationMatrixStep(terms, notation, layer),
    ...(hasLoss ? layerBackward(terms, notation, layer) : []),
  ];
}

function layerBackward(terms: NetworkTerms, notation: Notation, layer: number): readonly PlannedStep[] {
  const agreement = agreementStep(terms, notation, layer);
  return [
    deltaMatrixStep(terms, notation, layer),
    weightsMatrixStep(terms, notation, layer),
    sourceMatrixStep(terms, notation, layer),
    ...(agreement === null ? [] : [agreement]),
    ...learntIn(terms, layer).map((learnt) => learntStep(terms, learnt)),
  ];
}

function networkSteps(terms: NetworkTerms, notation: Notation, hasLoss: boolean): readonly PlannedStep[] {
  const { network } = terms.study;
  const count = network.layers.reduce(
    (sum, { weights, biases }) => sum + weights.rows * weights.columns + (biases?.length ?? 0),
    0,
  );
  const isSmall = count <= mostParameters && notation.name !== 'matrix';
  const parameters = isSmall ? network.layers.flatMap((_, layer) => parametersOf(terms, layer)) : [];
  const forward = [
    ...activationSteps(terms),
    ...network.layers.flatMap((_, layer) => [
      ...(isSmall ? scalarForward(terms, notation, layer) : []),
      forwardMatrixStep(terms, notation, layer),
      activationMatrixStep(terms, notation, layer),
    ]),
  ];
  if (!hasLoss) return unique([...forward, predictionStep(terms)]);
  const scalar: PlannedStep[] = [];
  const matrices: PlannedStep[] = [];
  for (let layer = terms.last; layer >= 0; layer--) {
    if (isSmall) scalar.push(...scalarBackward(terms, notation, layer));
    matrices.push(...layerBackward(terms, notation, layer));
  }
  const chain = isChain(terms) ? chainSteps(terms) : [];
  return unique([
    ...forward,
    predictionStep(terms),
    lossStep(terms),
    ...lossGradientSteps(terms),
    ...scalar,
    ...(isSmall && isPlainDescent(terms) ? [...parameters.map(updateStep), ...learntUpdates(terms)] : []),
    ...matrices,
    ...(!isSmall && isPlainDescent(terms)
      ? network.layers.map((_, layer) => updateMatrixStep(terms, notation, layer))
      : []),
    ...chain,
  ]);
}

function learntUpdates(terms: NetworkTerms): readonly PlannedStep[] {
  return terms.study.network.layers.flatMap((_, layer) => learntIn(terms, layer).map(learntUpdateStep));
}

/** What the neuron's activation learns by itself; what all of a layer share is the layer's. */
function learntOfNeuron(terms: NetworkTerms, layer: number, neuron: number): readonly PlannedStep[] {
  return learntIn(terms, layer)
    .filter((learnt) => learnt.neuron === neuron)
    .flatMap((learnt) => [
      learntStep(terms, learnt),
      ...(isPlainDescent(terms) ? [learntUpdateStep(learnt)] : []),
    ]);
}

function chainSteps(terms: NetworkTerms): readonly PlannedStep[] {
  const bound = chainBoundStep(terms);
  return [
    compositionStep(),
    ...(terms.isBatch ? [] : [chainGradientStep(terms)]),
    chainSlopesStep(terms),
    ...(bound === null ? [] : [bound]),
    chainFactorsStep(terms),
  ];
}

function scalarForward(terms: NetworkTerms, notation: Notation, layer: number): readonly PlannedStep[] {
  const { rows } = terms.study.network.layers[layer].weights;
  const outputs = terms.isElementwise(layer)
    ? counted(rows).map((neuron) => outputStep(terms, notation, layer, neuron))
    : [];
  return [...counted(rows).map((neuron) => preActivationStep(terms, layer, neuron)), ...outputs];
}

function scalarBackward(terms: NetworkTerms, notation: Notation, layer: number): readonly PlannedStep[] {
  const { rows } = terms.study.network.layers[layer].weights;
  const width = terms.study.layers[layer].output.columns;
  return [
    ...counted(width).map((neuron) => outputGradientStep(terms, notation, layer, neuron)),
    ...slopeSteps(terms, layer, counted(width)),
    ...(goesByDelta(terms, notation, layer)
      ? counted(rows).map((neuron) => preActivationGradientStep(terms, layer, neuron))
      : []),
    ...parametersOf(terms, layer).map((parameter: ParameterReference) =>
      parameterStep(terms, notation, parameter),
    ),
    ...learntIn(terms, layer).map((learnt) => learntStep(terms, learnt)),
  ];
}

/** Whether a step of the text's optimizer is w − η ∂ℒ/∂w and no more. */
function isPlainDescent({ study }: NetworkTerms): boolean {
  const { optimizer } = study.network;
  if (optimizer === null || optimizer.optimizer.name !== 'sgd') return false;
  const { momentum, weight_decay: decay } = optimizer.parameters;
  return momentum === 0 && decay === 0;
}

/** A step that more than one part needs stands where it is first. */
function unique(steps: readonly PlannedStep[]): readonly PlannedStep[] {
  return [...new Map(steps.map((step) => [step.key, step])).values()];
}

function counted(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function requireSubject({ network, samples }: NetworkStudy, subject: NetworkSubject, sample: number): void {
  const weights = 'layer' in subject ? network.layers[subject.layer]?.weights : network.layers[0].weights;
  const isWithin = (index: number, count: number) => Number.isInteger(index) && index >= 0 && index < count;
  const isThere = weights !== undefined && isWithin(sample, samples) && isPlace();
  if (!isThere) throw new RangeError(`no such thing to derive: ${JSON.stringify(subject)}`);

  function isPlace(): boolean {
    if (weights === undefined) return false;
    switch (subject.kind) {
      case 'weight':
        return isWithin(subject.from, weights.columns) && isWithin(subject.to, weights.rows);
      case 'bias':
        return isWithin(subject.to, weights.rows) && network.layers[subject.layer].biases !== null;
      case 'neuron':
        return isWithin(subject.neuron, weights.rows);
      case 'input':
        return isWithin(subject.neuron, weights.columns);
      default:
        return true;
    }
  }
}
