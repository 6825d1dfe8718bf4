import { surroundings } from './assignedNetwork';
import type { Item } from './items';
import { parseName } from './names';
import type { NetworkParts } from './networkParts';
import type { Source } from './source';

/**
 * A network with what stands beside its object, as `x = [1, 2]` on the line below it, where the object itself says
 * nothing of it. What goes to nothing is left out.
 */
export function withTermsBeside(source: Source, parts: NetworkParts, beside: readonly Item[]): NetworkParts {
  const terms = surroundings(beside);
  const taken = ['input', 'target', 'learningRate'] as const;
  const used = new Set<string | null>(taken.filter((role) => parts[role] === null));
  leaveOut(source, beside, (role) => used.has(role));
  const optimizer = parts.optimizer ?? terms.optimizer;
  return {
    ...parts,
    input: parts.input ?? terms.input,
    target: parts.target ?? terms.target,
    loss: parts.loss ?? terms.loss,
    reduction: parts.reduction ?? terms.reduction,
    learningRate: parts.learningRate ?? terms.learningRate,
    ...(optimizer === undefined ? {} : { optimizer }),
    choices: [...parts.choices, ...terms.choices],
  };
}

/** The members of an object among the named values around it, in the order of the text; values without a name are left out. */
export function withNamedBeside(
  source: Source,
  members: readonly Item[],
  beside: readonly Item[],
): readonly Item[] {
  const named = beside.filter(
    (item) => item.kind === 'choice' || (item.kind === 'array' && item.name !== null),
  );
  leaveOut(
    source,
    beside.filter((item) => !named.includes(item)),
    () => false,
  );
  return [...members, ...named].sort((a, b) => a.span.offset - b.span.offset);
}

/** Notes the numbers of arrays that the reading does not take. */
export function leaveOut(
  source: Source,
  items: readonly Item[],
  isTaken: (role: string | null) => boolean = () => false,
): void {
  for (const item of items) {
    if (item.kind === 'array' && !isTaken(parseName(item.name?.text ?? '').role))
      source.leftOut.addArray(item.array);
  }
}
