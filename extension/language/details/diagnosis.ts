import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { diagnoseSteps } from '../../../core/network/diagnosis/diagnose';
import type { Steps } from '../../../core/steps';
import type { DiagnosisAnswer, DiagnosisQuestion } from '../../protocol/details/diagnosis';
import { toWire, type WireNumber } from '../../protocol/wire';
import type { DetailContext } from './context';

export function* diagnosisSteps(
  _question: DiagnosisQuestion,
  { evaluation: { study }, kernels = typescriptKernels }: DetailContext,
): Steps<DiagnosisAnswer | null> {
  if (study.kind !== 'network') return null;
  const diagnosis = yield* diagnoseSteps(study, kernels);
  if (diagnosis === null) return null;
  return {
    of: diagnosis.of,
    layers: diagnosis.layers.map((layer, index) => ({
      activation: study.network.layers[index].activation.activation.name,
      width: study.layers[index].output.columns,
      slope: wireOrNull(layer.slope),
      weights: wireOrNull(layer.weights),
      log10: toWire(layer.log10),
      log10OfWeightGradient: toWire(layer.log10OfWeightGradient),
      log10Bound: wireOrNull(layer.log10Bound),
      log10Slopes: toWire(layer.log10Slopes),
      dead: layer.dead.length,
      saturated: layer.saturated.length,
    })),
    alternatives:
      diagnosis.alternatives?.map(({ activation, isOwn, asWritten, drawn }) => ({
        activation,
        isOwn,
        asWritten: toWire(asWritten),
        drawn: drawn.map(({ initialisation, lowest, median, highest }) => ({
          initialisation,
          lowest: toWire(lowest),
          median: toWire(median),
          highest: toWire(highest),
        })),
      })) ?? null,
  };
}

function wireOrNull(value: number | null): WireNumber | null {
  return value === null ? null : toWire(value);
}
