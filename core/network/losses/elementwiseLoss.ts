import type { Kink, ParameterSpec, Parameters } from '../activations/activation';
import type { Loss, Reduction, TargetDomain } from './loss';
import { mapEntries, reductionDivisor, sumOverEntries } from './reduction';
import { rowsOf } from './target';

/** What sets one elementwise loss apart from another. */
export interface ElementwiseLoss {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parameters: readonly ParameterSpec[];
  /** Left out: mean and sum, as most losses of PyTorch have them. */
  readonly reductions?: readonly Reduction[];
  readonly targetDomain: TargetDomain | null;
  readonly latex: string;
  readonly plain: string;
  readonly source: string;
  /** What one output adds, given its target. */
  term(output: number, target: number, parameters: Parameters): number;
  /** The derivative of the term with respect to the output. */
  slope(output: number, target: number, parameters: Parameters): number;
  /** Left out where the term is smooth in the output. */
  kinks?(target: number, parameters: Parameters): readonly Kink[];
}

/** A loss that is a sum over outputs, or its mean over all outputs of all samples. */
export function elementwiseLoss(definition: ElementwiseLoss): Loss {
  const { name, aliases, parameters, targetDomain, latex, plain, source } = definition;
  return {
    name,
    aliases,
    parameters,
    reductions: definition.reductions ?? ['mean', 'sum'],
    defaultReduction: 'mean',
    takesClasses: false,
    takesRows: true,
    targetDomain,
    elementwise: true,
    latex,
    plain,
    source,
    value: (output, target, reduction, values) =>
      sumOverEntries(output, rowsOf(target), (value, wanted) => definition.term(value, wanted, values)) /
      reductionDivisor(reduction, output.values.length, output.rows),
    gradient: (output, target, reduction, values) => {
      const divisor = reductionDivisor(reduction, output.values.length, output.rows);
      return mapEntries(
        output,
        rowsOf(target),
        (value, wanted) => definition.slope(value, wanted, values) / divisor,
      );
    },
    kinks: (target, values) => definition.kinks?.(target, values) ?? [],
  };
}

/** True or false in the text: 1 or 0 among the parameters. */
export function switchParameter(name: string, isOn: boolean): ParameterSpec {
  return {
    name,
    default: Number(isOn),
    domain: 'false, true',
    accepts: (value) => value === 0 || value === 1,
    words: ['false', 'true'],
  };
}

export const probabilities: TargetDomain = {
  domain: 'in [0, 1]',
  accepts: (value) => value >= 0 && value <= 1,
};

export const signs: TargetDomain = {
  domain: '−1, 1',
  accepts: (value) => value === -1 || value === 1,
};

export const notNegative: TargetDomain = { domain: '≥ 0', accepts: (value) => value >= 0 };
