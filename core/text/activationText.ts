import { findActivation } from '../network/activations';
import type { Span } from '../problem';
import { onFirstUse } from './onFirstUse';
import type { NamedChoice, NumberToken, WordToken } from './reading';

/** What a text such as `softplus(beta=2)` names. */
export interface ActivationText {
  readonly choice: NamedChoice;
  /** True where the text says that an activation follows, so that an unknown name is a slip of the pen. */
  readonly isMeant: boolean;
}

/** A name with its parameters; more is a program. */
const longest = 300;

/** Any name may hold what a module has: `self.act = nn.ELU(2)`. */
const form = onFirstUse(
  () =>
    /^(\s*(?:(activation\d*\s*[:=]?\s*)|[\p{L}_][\p{L}\p{N}_.]*\s*=\s*(?=[\p{L}_][\p{L}\p{N}_]*\.\p{L}))?["'`]?)([\p{L}_][\p{L}\p{N}_.-]*)(?:(["'`]?\s*\()([^()]*)\))?["'`]?\s*[;,]?\s*$/iu,
);
const argumentForm = onFirstUse(
  () =>
    /^\s*(?:([\p{L}_][\p{L}\p{N}_]*)\s*=\s*)?(?:([-+−]?[\d.][\d.]*(?:e[-+]?\d+)?)|["']?(\p{L}[\p{L}_]*)["']?)\s*$/iu,
);

/** What a person calls the argument of a function, as in `F.leaky_relu(x, 0.2)`. */
const variable = /^(?:[a-z]\w?|inputs?|logits|outputs?|hidden)$/i;

/**
 * `softplus`, `nn.ELU(alpha=2)`, `"relu"` or `activation softplus(beta=2)` as the whole of a text. Numbers
 * without a name are the parameters in their order. Null where the text is none.
 */
export function readActivationText(text: string, { offset, length }: Span): ActivationText | null {
  if (length > longest) return null;
  const match = form().exec(text.slice(offset, offset + length));
  if (match === null) return null;
  const [, before = '', keyword, name = '', open, given] = match;
  const { found } = findActivation(name);
  const isMeant = keyword !== undefined;
  // What PyTorch prints of a layer is no activation of that name.
  if (given?.includes('in_features') === true) return null;
  // In a program `None` is what is not there.
  if (!isMeant && (found === null || /^none$/i.test(name))) return null;
  const start = offset + before.length;
  const span = { offset: start, length: name.length };
  if (given === undefined || given.trim() === '') return { choice: { name, parameters: {}, span }, isMeant };
  const parameters: Record<string, NumberToken> = {};
  const words: Record<string, WordToken> = {};
  let at = start + name.length + (open?.length ?? 0);
  let first = 0;
  for (const [index, part] of given.split(',').entries()) {
    const argument = argumentForm().exec(part);
    if (argument === null) return null;
    const [, key, number, word] = argument;
    if (index === 0 && key === undefined && word !== undefined && variable.test(word)) {
      first = 1;
      at += part.length + 1;
      continue;
    }
    const position = index - first;
    const known = key ?? found?.parameters[position]?.name;
    // `nn.Linear(3, 4)` is no activation, nor is `tanh(0.5)`.
    if (known === undefined && !isMeant && found?.parameters.length === 0) return null;
    const owner = known ?? `#${position + 1}`;
    const valueText = number ?? word ?? '';
    const place = { offset: at + part.lastIndexOf(valueText), length: valueText.length };
    if (number !== undefined) {
      parameters[owner] = { value: Number(number.replace('−', '-')), span: place };
    } else if (word !== undefined) {
      words[owner] = { word, span: place };
    }
    at += part.length + 1;
  }
  return {
    choice: { name, parameters, ...(Object.keys(words).length === 0 ? {} : { words }), span },
    isMeant,
  };
}
