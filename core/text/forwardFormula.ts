import { findActivation } from '../network/activations';
import { isWordStart } from './characters';
import type { ChoiceItem, Name } from './items';
import { parseName } from './names';
import { onFirstUse } from './onFirstUse';
import type { NamedChoice } from './reading';
import { closingParenthesis } from './skip';

/** Longer lines are no formula of one layer. */
const longest = 300;
const call = onFirstUse(() => /(?:[\p{L}_][\p{L}\p{N}_]*\.)*([\p{L}_][\p{L}\p{N}_]*)[ \t]*\(/uy);
const word = onFirstUse(() => /[\p{L}_][\p{L}\p{N}_]*(?:\^\{?\(?\d+\)?\}?)?/gu);
/** The sums of layer 1 in a program: `z1`, `s_1`, `net1`. */
const sums = /^(?:z|s|net|a|u|preact)_?(\d+)$/i;

/** What a program or a textbook calls the function of a layer: `sigma`, `f`, `g1`. */
const functionLetter = /^(?:sigma|σ|phi|φ|f|g|act|act_fn|activation_fn|nonlinearity)_?(\d*)$/iu;
/** `np.tanh`, `nn.ReLU()`, `\tanh`, `\operatorname{softplus}`, alone to the end of its statement. */
const bareFunction = onFirstUse(
  () =>
    /^((?:[\p{L}_][\p{L}\p{N}_]*\.)*([\p{L}_][\p{L}\p{N}_]*)|\\(?:operatorname|mathrm|text)\{([\p{L}\p{N}_]+)\}|\\(tanh))(?:\(\))?[ \t]*\$?[ \t]*[;.]?[ \t]*(?:$|[\r\n#%,])/u,
);

/**
 * The activation that a formula of a layer applies, `h = relu(W1 x + b1)` or `a1 = np.tanh(z1)`, as a choice for the layer
 * of those weights or sums. Null where `at` is no such formula.
 */
export function readForwardFormula(text: string, name: Name, at: number, limit: number): ChoiceItem | null {
  if (!isWordStart(text.charCodeAt(at))) return null;
  call().lastIndex = at;
  const match = call().exec(text.slice(0, Math.min(limit, at + longest)));
  if (match === null) return null;
  const [open, activation = ''] = match;
  if (findActivation(activation).found === null) return null;
  const start = at + open.length;
  const close = closingParenthesis(text, start, Math.min(limit, at + longest));
  if (close === null || text.slice(start, close).includes('\n')) return null;
  if (!/^[ \t]*;?[ \t]*(?:$|[\r\n#%/])/.test(text.slice(close + 1, Math.min(limit, close + 12)))) return null;
  const layer = layerIn(text.slice(start, close));
  if (layer === null) return null;
  const span = { offset: at, length: close + 1 - at };
  const choice: NamedChoice = {
    name: activation,
    parameters: {},
    span: { offset: at, length: open.length - 1 },
  };
  return choiceFor(name, layer, choice, span.offset + span.length);
}

/** `sigma = softplus`, `f1 = np.tanh`: a function named as the one of a layer, or of all. Null for anything else. */
export function readNamedFunction(text: string, name: Name, at: number, limit: number): ChoiceItem | null {
  const letter = functionLetter.exec(name.text);
  if (letter === null) return null;
  const match = bareFunction().exec(text.slice(at, Math.min(limit, at + 100)));
  const activation = match?.slice(2).find((found) => found !== undefined);
  if (match === null || activation === undefined || findActivation(activation).found === null) return null;
  const length = match[1]?.length ?? 0;
  const choice: NamedChoice = { name: activation, parameters: {}, span: { offset: at, length } };
  return choiceFor(name, letter[1] ?? '', choice, at + length);
}

function choiceFor(name: Name, layer: string, choice: NamedChoice, end: number): ChoiceItem {
  const offset = name.span.offset;
  return {
    kind: 'choice',
    name: { text: `activation${layer}`, span: name.span },
    choice,
    span: { offset, length: end - offset },
  };
}

/** The number of the layer whose weights or sums stand in an argument, '' where they have none. */
function layerIn(argument: string): string | null {
  for (const [written] of argument.matchAll(word())) {
    const { role, index } = parseName(written);
    if (role === 'weights' || role === 'kernel') return index === null ? '' : String(index);
  }
  return sums.exec(argument.trim())?.[1] ?? null;
}
