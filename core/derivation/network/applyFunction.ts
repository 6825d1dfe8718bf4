import { createMatrix, type Matrix } from '../../matrix';
import { rowOf } from '../../network/forward';
import { neuronParameters } from '../../network/learnt';
import { lossOf } from '../../network/lossPass';
import type { NetworkStudy } from '../../network/networkStudy';
import { logSumExp } from '../../numeric/logSumExp';
import { matrixOf, scalar, transposed } from '../evaluate';
import type { FunctionReference } from '../expression';
import type { Index } from '../quantity';
import type { Value } from '../values';
import { targetOf } from './targetRows';

/** What a network's equations apply: φ, φ′, ℓ, softmax, logarithms. Throws RangeError for a free letter. */
export function applyFunction(
  study: NetworkStudy,
  reference: FunctionReference,
  to: readonly Value[],
): Value {
  switch (reference.kind) {
    case 'activation': {
      if (typeof reference.layer !== 'number') throw new RangeError('nothing binds a layer');
      return activate(study, reference.layer, reference.order, reference.neuron, to[0]);
    }
    case 'loss-term':
      return lossTerm(study, reference.order, scalar(to[0]), scalar(to[1]));
    case 'loss': {
      const target = targetOf(study);
      const last = study.layers.at(-1);
      if (target === null || last === undefined) throw new RangeError('the study has no loss');
      return lossOf(study.network, last, target);
    }
    case 'softmax':
    case 'log-softmax': {
      const logits = matrixOf(to[0]);
      const { values } = logits.columns === 1 ? logits : transposed(logits);
      const sample = typeof reference.sample === 'number' ? reference.sample : 0;
      const row = rowOf({ rows: logits.columns, columns: logits.rows, values }, sample);
      const { largest, excess } = logSumExp(row);
      const logarithm = row[typeof reference.index === 'number' ? reference.index : 0] - largest - excess;
      return reference.kind === 'softmax' ? Math.exp(logarithm) : logarithm;
    }
    case 'logarithm':
      return Math.log(scalar(to[0])) / (reference.base === Math.E ? 1 : Math.log(reference.base));
    case 'absolute':
      return Math.abs(scalar(to[0]));
    case 'named':
      throw new RangeError(`${reference.name} is any function`);
  }
}

function activate(
  { network }: NetworkStudy,
  layer: number,
  order: 0 | 1,
  neuron: Index | undefined,
  argument: Value,
): Value {
  const bound = network.layers[layer].activation;
  const { activation, parameters } = bound;
  const parametersAt = neuronParameters(bound);
  if (activation.elementwise) {
    const one = (s: number, index: number) =>
      order === 0 ? activation.value(s, parametersAt(index)) : activation.derivative(s, parametersAt(index));
    if (typeof argument === 'number') return one(argument, typeof neuron === 'number' ? neuron : 0);
    const { columns } = argument;
    return { ...argument, values: argument.values.map((s, i) => one(s, Math.floor(i / columns))) };
  }
  if (order === 1) throw new RangeError('an activation of a whole row has no single slope');
  const rows = transposed(matrixOf(argument));
  const output = createMatrix(rows.rows, activation.outputWidth(rows.columns));
  for (let row = 0; row < rows.rows; row++)
    activation.value(rowOf(rows, row), rowOf(output, row), parameters);
  return transposed(output);
}

function lossTerm({ network }: NetworkStudy, order: 0 | 1, output: number, target: number): number {
  const { loss, parameters } = network.loss;
  const cell = (value: number): Matrix => createMatrix(1, 1, [value]);
  const rows = { form: 'rows', rows: cell(target) } as const;
  return order === 0
    ? loss.value(cell(output), rows, 'sum', parameters)
    : loss.gradient(cell(output), rows, 'sum', parameters).values[0];
}
