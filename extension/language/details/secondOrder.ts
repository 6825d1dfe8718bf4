import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { locateParameter, parameterCount } from '../../../core/network/parameterPlaces';
import { differentiatedLayers } from '../../../core/network/secondOrder/differentiated';
import { hessianSteps, mostHessianParameters } from '../../../core/network/secondOrder/hessian';
import {
  computedOf,
  jacobianSteps,
  mostJacobianParameters,
} from '../../../core/network/secondOrder/jacobian';
import { objectiveOf } from '../../../core/network/training/objective';
import type { Steps } from '../../../core/steps';
import type {
  DerivativeLabel,
  SecondOrderAnswer,
  SecondOrderQuestion,
} from '../../protocol/details/secondOrder';
import { toWire } from '../../protocol/wire';
import { wireNumbers } from '../wireArrays';
import type { DetailContext } from './context';
import { parameterNameOf } from './gradientCheck';

const empty = { rows: [], columns: [], values: [], hessian: null };

export function* secondOrderSteps(
  { of }: SecondOrderQuestion,
  { evaluation: { study } }: DetailContext,
): Steps<SecondOrderAnswer | null> {
  if (study.kind !== 'network') return null;
  return of === 'hessian' ? yield* hessianAnswerSteps(study) : yield* jacobianAnswerSteps(study, of);
}

function* hessianAnswerSteps(study: NetworkStudy): Steps<SecondOrderAnswer | null> {
  const objective = objectiveOf(study, typescriptKernels);
  const layers = differentiatedLayers(study);
  if (objective === null || layers === null) return null;
  const hessian = yield* hessianSteps(objective, layers);
  if (hessian === null) return { ...empty, tooLarge: tooLarge(study, mostHessianParameters) };
  const labels = parameterLabels(study);
  return {
    tooLarge: null,
    rows: labels,
    columns: labels,
    values: wireNumbers(hessian.matrix.values),
    hessian: {
      asymmetry: toWire(hessian.asymmetry),
      eigenvalues: hessian.eigenvalues.map(toWire),
      isAtKink: hessian.isAtKink,
    },
  };
}

function* jacobianAnswerSteps(
  study: NetworkStudy,
  of: 'jacobian' | 'inputJacobian',
): Steps<SecondOrderAnswer | null> {
  const computed = computedOf(study, typescriptKernels);
  if (computed === null) return null;
  const jacobians = yield* jacobianSteps(computed);
  if (jacobians === null) return { ...empty, tooLarge: tooLarge(study, mostJacobianParameters) };
  const outputs = computed.layers[computed.layers.length - 1].output.columns;
  const rows = Array.from({ length: study.samples * outputs }, (_, row): DerivativeLabel => {
    return {
      of: 'output',
      sample: study.samples === 1 ? null : Math.floor(row / outputs),
      index: row % outputs,
    };
  });
  const values =
    of === 'jacobian'
      ? wireNumbers(jacobians.parameters.values)
      : jacobians.inputs.flatMap((matrix) => wireNumbers(matrix.values));
  const columns =
    of === 'jacobian'
      ? parameterLabels(study)
      : Array.from(
          { length: computed.input.columns },
          (_, index): DerivativeLabel => ({ of: 'input', index }),
        );
  return { tooLarge: null, rows, columns, values, hessian: null };
}

function parameterLabels({ network }: NetworkStudy): readonly DerivativeLabel[] {
  return Array.from({ length: parameterCount(network.layers) }, (_, index) =>
    parameterNameOf(network, locateParameter(network.layers, index)),
  );
}

function tooLarge({ network }: NetworkStudy, most: number): SecondOrderAnswer['tooLarge'] {
  return { parameters: parameterCount(network.layers), most };
}
