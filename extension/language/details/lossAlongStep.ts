import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { differentiatedLayers } from '../../../core/network/secondOrder/differentiated';
import { flatten } from '../../../core/network/secondOrder/direction';
import { hessianVectorSteps } from '../../../core/network/secondOrder/hessianVector';
import { lossAlongStepSteps, lossCurveSteps } from '../../../core/network/training/lossAlongStep';
import { forwardWork, type Objective, objectiveOf } from '../../../core/network/training/objective';
import { gradientTensors, type Tensors } from '../../../core/network/training/tensors';
import type { Steps } from '../../../core/steps';
import type { LossAlongStepAnswer, LossAlongStepQuestion } from '../../protocol/details/lossAlongStep';
import { toWire } from '../../protocol/wire';
import type { DetailContext } from './context';

/** Points of the curve. */
const points = 97;
/** Multiply-adds of one forward pass beyond which a few hundred take too long. */
const mostWork = 5_000_000;
/** How far the curve goes beyond where the loss is back at its value. */
const beyond = 1.25;
/** Where η of the text is further away than this many times that, it is not in the picture. */
const farthest = 4;

export function* lossAlongStepDetail(
  _question: LossAlongStepQuestion,
  { evaluation: { study }, kernels = typescriptKernels }: DetailContext,
): Steps<LossAlongStepAnswer | null> {
  if (study.kind !== 'network' || study.gradients === null || study.loss === null) return null;
  const { optimizer, learningRate } = study.network;
  const objective = objectiveOf(study, kernels);
  if (objective === null || optimizer === null || forwardWork(objective) > mostWork) return null;
  const gradient = gradientTensors(study.gradients);
  const found = yield* lossAlongStepSteps(objective, optimizer, gradient, study.loss);
  const end = endOfCurve(found.largestDescending, found.best.rate, learningRate);
  const rates = Array.from({ length: points }, (_, i) => (end * i) / (points - 1));
  const losses = yield* lossCurveSteps(objective, optimizer, gradient, [...rates, learningRate]);
  const isPlain = optimizer.optimizer.name === 'sgd' && optimizer.parameters.weight_decay === 0;
  return {
    optimizer: optimizer.optimizer.name,
    learningRate,
    before: toWire(study.loss),
    after: toWire(losses[points]),
    largest: toWire(found.largestDescending),
    best: { rate: toWire(found.best.rate), loss: toWire(found.best.loss) },
    model: isPlain ? yield* modelSteps(study, objective, gradient) : null,
    rates,
    losses: losses.slice(0, points).map(toWire),
  };
}

function endOfCurve(largest: number, best: number, rate: number): number {
  if (!(largest > 0)) return rate > 0 ? rate * beyond : 1;
  if (!Number.isFinite(largest)) return Math.max(rate * beyond, Math.min(best, rate * farthest));
  const natural = largest * beyond;
  return rate > natural && rate <= largest * farthest ? rate * beyond : natural;
}

/** L(θ − ηg) ≈ L − η‖g‖² + ½ η² gᵀHg is back at L at 2‖g‖²/gᵀHg. */
function* modelSteps(study: NetworkStudy, objective: Objective, gradient: Tensors) {
  const layers = differentiatedLayers(study);
  if (layers === null) return null;
  const product = flatten(yield* hessianVectorSteps(objective, layers, gradient));
  const along = flatten(gradient);
  let [square, curvature] = [0, 0];
  along.forEach((slope, i) => {
    square += slope * slope;
    curvature += slope * product[i];
  });
  return curvature > 0 ? toWire((2 * square) / curvature) : null;
}
