import type { Kink, Lists, ParameterSpec, Parameters } from '../activations/activation';
import { parametersPerEntry } from '../parameters';
import type { EntryLoss, Loss, OutputDomain, Reduction, TargetDomain } from './loss';
import { mapEntries, reductionDivisor, sumOverEntries } from './reduction';
import { rowsOf } from './target';

/** What sets one elementwise loss apart from another. */
export interface ElementwiseLoss extends EntryLoss {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parameters: readonly ParameterSpec[];
  /** Left out: mean, sum and none, as most losses of PyTorch have them. */
  readonly reductions?: readonly Reduction[];
  readonly targetDomain: TargetDomain | null;
  readonly outputDomain?: OutputDomain;
  readonly latex: string;
  readonly plain: string;
  readonly source: string;
  /** Left out where the term is smooth in the output. */
  kinks?(target: number, parameters: Parameters): readonly Kink[];
  /** Left out where the slope has no kink of its own. */
  curvatureJumps?(target: number, parameters: Parameters): readonly number[];
}

/** A loss that is a sum over outputs, or its mean over all outputs of all samples. */
export function elementwiseLoss(definition: ElementwiseLoss): Loss {
  const { name, aliases, parameters, targetDomain, latex, plain, source } = definition;
  return {
    name,
    aliases,
    parameters,
    reductions: definition.reductions ?? ['mean', 'sum', 'none'],
    defaultReduction: 'mean',
    takesClasses: false,
    takesRows: true,
    targetDomain,
    ...(definition.outputDomain === undefined ? {} : { outputDomain: definition.outputDomain }),
    elementwise: true,
    entry: definition,
    latex,
    plain,
    source,
    value: (output, target, reduction, values, lists) => {
      const at = entryParameters(values, lists);
      return (
        sumOverEntries(output, rowsOf(target), (value, wanted, i) => definition.term(value, wanted, at(i))) /
        reductionDivisor(reduction, output.values.length, output.rows)
      );
    },
    gradient: (output, target, reduction, values, lists) => {
      const at = entryParameters(values, lists);
      const divisor = reductionDivisor(reduction, output.values.length, output.rows);
      return mapEntries(
        output,
        rowsOf(target),
        (value, wanted, i) => definition.slope(value, wanted, at(i)) / divisor,
      );
    },
    kinks: (target, values) => definition.kinks?.(target, values) ?? [],
    ...(definition.curvatureJumps === undefined ? {} : { curvatureJumps: definition.curvatureJumps }),
  };
}

/** The parameters of the entry with a given index. Lists repeat after the longest of them. */
export function entryParameters(values: Parameters, lists: Lists = {}): (index: number) => Parameters {
  const period = Math.max(0, ...Object.values(lists).map((list) => list.length));
  if (period === 0) return () => values;
  const repeated = parametersPerEntry(values, lists, period);
  return (index) => repeated[index % period];
}

/** A factor of the terms: a number, or a list. */
export function weightParameter(name: string, list: 'outputs' | 'entries'): ParameterSpec {
  return {
    name,
    default: 1,
    domain: '≥ 0',
    accepts: (weight) => weight >= 0 && Number.isFinite(weight),
    list,
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

export const probabilities = {
  domain: 'in [0, 1]',
  accepts: (value: number) => value >= 0 && value <= 1,
} satisfies TargetDomain;

export const signs: TargetDomain = {
  domain: '−1, 1',
  accepts: (value) => value === -1 || value === 1,
};

export const notNegative: TargetDomain = { domain: '≥ 0', accepts: (value) => value >= 0 };
