import type { CodeLens } from 'vscode-languageserver-protocol';
import { formatNumber, listNumbers } from '../../core/derivation/formatNumber';
import type { NetworkStudy } from '../../core/network/networkStudy';
import { frobeniusNorm } from '../../core/numeric/frobeniusNorm';
import { type FeatureContext, rangeOf } from './feature';
import { openCommand } from './openCommand';
import { valuesOf } from './result';

/** Above a value its answer: loss and size of the gradient, or the divergences; and the way to the panel. */
export function lensesOf(context: FeatureContext): CodeLens[] {
  const { document, study } = context;
  const { offset } = study.reading.span;
  const range = rangeOf(document, { offset, length: 0 });
  return titlesOf(context).map((title) => ({ range, command: openCommand(context, title) }));
}

function titlesOf({ study, words, digits }: FeatureContext): readonly string[] {
  const { open } = words.lenses;
  const number = (value: number) => formatNumber(value, digits);
  switch (study.kind) {
    case 'network':
      return [...networkTitles(study, number), open];
    case 'distribution':
    case 'continuous': {
      const { klPQ, klQP } = study.kind === 'distribution' ? study.measures : valuesOf(study.values);
      return [
        ...(klPQ === undefined ? [] : [`KL(P ‖ Q) = ${number(klPQ)}`]),
        ...(klQP === undefined ? [] : [`KL(Q ‖ P) = ${number(klQP)}`]),
        open,
      ];
    }
    case 'activation':
    case 'matrix':
    case 'matrices':
      return [open];
    case 'error':
      return [];
  }
}

/** Numbers of an output that a line has room for. */
const mostOutputs = 6;

function networkTitles(
  { loss, gradients, layers }: NetworkStudy,
  number: (value: number) => string,
): readonly string[] {
  if (loss !== null && gradients !== null) {
    const norms = gradients.flatMap(({ weights, biases, parameters }) => [
      frobeniusNorm(weights.values),
      ...(biases === null ? [] : [frobeniusNorm(biases)]),
      ...(parameters === undefined ? [] : [frobeniusNorm(parameters)]),
    ]);
    return [`ℒ = ${number(loss)}`, `‖∇ℒ‖ = ${number(frobeniusNorm(Float64Array.from(norms)))}`];
  }
  const output = layers.at(-1)?.output;
  if (output === undefined || output.values.length > mostOutputs) return [];
  const values = Array.from(output.values, number);
  return [values.length === 1 ? `ŷ = ${values[0]}` : `ŷ = (${listNumbers(values)})`];
}
