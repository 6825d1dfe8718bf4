import { activations } from '../network/activations';
import { createProblem, type Problem, type Span } from '../problem';
import { onFirstUse } from './onFirstUse';

/** Names that stand in a text for nothing else. */
const names = activations
  .filter(({ elementwise }) => elementwise)
  .flatMap(({ name }) =>
    /^(?:identity|linear|threshold|sine?|square|abs|exp|sign|step|heaviside|exponential|gaussian)$/.test(name)
      ? []
      : [name],
  )
  .sort((one, other) => other.length - one.length);
const spelled = onFirstUse(
  () =>
    new RegExp(`(?<![\\p{L}\\p{N}_])(?:${names.join('|').replaceAll('_', '_?')})(?![\\p{L}\\p{N}_])`, 'iu'),
);
/** Longer texts are data. */
const longest = 100_000;

/** Where the text of a network names an activation that none of its layers has been given. */
export function unreadActivation(text: string, { offset, length }: Span): readonly Problem[] {
  if (length > longest) return [];
  const match = spelled().exec(text.slice(offset, offset + length));
  if (match === null) return [];
  const [name] = match;
  const span = { offset: offset + match.index, length: name.length };
  return [createProblem('unread-activation', span, { name })];
}
