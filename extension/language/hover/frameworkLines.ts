import { formatNumber, listNumbers } from '../../../core/derivation/formatNumber';
import { typescriptKernels } from '../../../core/kernels/typescriptKernels';
import { frameworkSteps, mayDiffer } from '../../../core/network/frameworks';
import type { NetworkStudy } from '../../../core/network/networkStudy';
import { parameterCount } from '../../../core/network/parameterPlaces';
import { finish } from '../../../core/steps';
import { fromWire } from '../../protocol/wire';
import { figuresOf, groupsOf } from '../details/frameworks';
import { colored, verbatim } from './markup';
import type { CardRequest, Section } from './request';

/** A hover comes at once: larger networks are compared in the panel, where a person asks for it. */
const mostParameters = 1000;
const mostSamples = 10;

/** What frameworks would return that is not what stands above, in one line for those that return the same. */
export function frameworkLines(
  { words, digits, palette }: CardRequest,
  study: NetworkStudy,
): readonly Section[] {
  const isSmall = parameterCount(study.network.layers) <= mostParameters && study.samples <= mostSamples;
  if (!isSmall || !mayDiffer(study)) return [];
  const groups = groupsOf(finish(frameworkSteps(study, typescriptKernels)));
  if (groups.length === 0) return [];
  const lines = groups.map((group) => {
    const { output, loss } = figuresOf(group[0].study);
    const values = listNumbers(output.map((value) => formatNumber(fromWire(value), digits)));
    const figures = [
      output.length === 1 ? `ŷ = ${values}` : `ŷ = (${values})`,
      ...(loss === null ? [] : [`ℒ = ${formatNumber(fromWire(loss), digits)}`]),
    ];
    const names = group.map(({ framework }) => words.problems.frameworkName(framework));
    return words.mathematics.labelled(names.join(', '), listNumbers(figures));
  });
  return [{ markdown: colored(verbatim(lines.join(' · ')), palette.quiet), optional: true }];
}
