import { typescriptKernels } from '../../core/kernels/typescriptKernels';
import { followGradient } from '../../core/network/diagnosis/diagnose';
import type { NetworkStudy } from '../../core/network/networkStudy';
import { forwardWork, lossAtSteps, objectiveOf } from '../../core/network/training/objective';
import { firstStepSteps } from '../../core/network/training/step';
import { gradientTensors, tensorsOf } from '../../core/network/training/tensors';
import { finish } from '../../core/steps';
import type { DescentResult, DiagnosisResult } from '../protocol/learning';
import { toWire } from '../protocol/wire';

/** Multiply-adds of a forward pass up to which a result has them: they cost a few such passes more. */
const mostWork = 300_000;

/** The loss after one step of the text's optimizer, and what becomes of the gradient on its way back. */
export function learningResult(study: NetworkStudy): {
  readonly descent?: DescentResult;
  readonly diagnosis?: DiagnosisResult;
} {
  const { network, input, gradients, layers, single } = study;
  const hasGradients = input !== null && gradients !== null && layers.length > 0 && single === undefined;
  if (!hasGradients || forwardWork({ network, input }) > mostWork) return {};
  return { ...descentResult(study), diagnosis: diagnosisResult(study) };
}

function descentResult(study: NetworkStudy): { readonly descent?: DescentResult } {
  const { optimizer, learningRate } = study.network;
  const objective = objectiveOf(study, typescriptKernels);
  if (objective === null || optimizer === null || study.gradients === null) return {};
  const gradient = gradientTensors(study.gradients);
  const moved = finish(firstStepSteps(optimizer, tensorsOf(study.network), gradient, learningRate));
  const loss = toWire(finish(lossAtSteps(objective, moved)));
  return { descent: { optimizer: optimizer.optimizer.name, learningRate, loss } };
}

function diagnosisResult(study: NetworkStudy): DiagnosisResult {
  const { of, layers } = finish(followGradient(study, typescriptKernels));
  const wire = (value: number | null) => (value === null ? null : toWire(value));
  return {
    of,
    layers: layers.map(({ slope, weights, log10, log10Bound, dead, saturated }) => ({
      slope: wire(slope),
      weights: wire(weights),
      log10: toWire(log10),
      log10Bound: wire(log10Bound),
      dead,
      saturated,
    })),
  };
}
