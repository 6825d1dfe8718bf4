import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import type { Matrix } from '../../../core/matrix';
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
import { gradientTensors } from '../../../core/network/training/tensors';
import type { Steps } from '../../../core/steps';
import type {
  DerivativeLabel,
  ProductName,
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
  if (of === 'jvp' || of === 'vjp') return productAnswer(study, of);
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

/** Entries of a product that are sent. */
const mostEntries = 5_000;

/** A column: dŷ of every output for J v; of uᵀ J every parameter and every input. */
function productAnswer(study: NetworkStudy, of: ProductName): SecondOrderAnswer | null {
  const { jvp, vjp } = study.products ?? { jvp: null, vjp: null };
  const columns = [{ of }];
  const column = (rows: readonly DerivativeLabel[], values: Float64Array): SecondOrderAnswer => ({
    tooLarge: null,
    rows,
    columns,
    values: wireNumbers(values),
    hessian: null,
  });
  const placed = (of: 'output' | 'input', matrix: Matrix) =>
    Array.from(matrix.values, (_, at): DerivativeLabel => {
      const sample = study.samples === 1 ? {} : { sample: Math.floor(at / matrix.columns) };
      const index = at % matrix.columns;
      return of === 'input' ? { of, index, ...sample } : { of, index, sample: sample.sample ?? null };
    });
  if (of === 'jvp') return jvp === null ? null : column(placed('output', jvp), jvp.values);
  if (vjp === null) return null;
  const tensors = [...gradientTensors(vjp.gradients), vjp.inputGradient.values];
  const count = tensors.reduce((sum, { length }) => sum + length, 0);
  if (count > mostEntries) return { ...empty, tooLarge: tooLarge(study, mostEntries) };
  const rows = [...parameterLabels(study), ...placed('input', vjp.inputGradient)];
  return column(rows, Float64Array.from(tensors.flatMap((tensor) => [...tensor])));
}

function parameterLabels({ network }: NetworkStudy): readonly DerivativeLabel[] {
  return Array.from({ length: parameterCount(network.layers) }, (_, index) =>
    parameterNameOf(network, locateParameter(network.layers, index)),
  );
}

function tooLarge({ network }: NetworkStudy, most: number): SecondOrderAnswer['tooLarge'] {
  return { parameters: parameterCount(network.layers), most };
}
