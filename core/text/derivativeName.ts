import { backslash, closeBrace, isBlank, partialSign } from './characters';
import type { Name } from './items';
import { endOfName } from './keys';
import { latexNameAt } from './latexName';
import { parseName } from './names';
import { onFirstUse } from './onFirstUse';

/** What is derived: a loss, by the letters that courses give it. */
const loss = '(?:L|ℒ|J|E|C|[Ll]oss)';
/** `dL/d`, `∂ℒ / ∂`, before the name of a parameter. */
const quotient = onFirstUse(() => new RegExp(String.raw`[d∂]${loss}[ \t]*\/[ \t]*[d∂](?=[\p{L}])`, 'uy'));
/** `\frac{\partial \mathcal{L}}{\partial `, before it. */
const fraction =
  /\\[dt]?frac[ \t]*\{[ \t]*(?:\\partial|d|\\mathrm\{d\})[ \t]*(?:\\(?:mathcal|ell)[ \t]*\{?[ \t]*)?[LJEC]?[ \t]*\}?[ \t]*\}[ \t]*\{[ \t]*(?:\\partial|d|\\mathrm\{d\})[ \t]*/uy;
const letterD = 100;
const lossLetters = 'LℒJECl';
/** The sign before the name of what a derivative is by, in the names that are made here. */
const partial = '∂';

/** The name of a derivative of the loss at `at`, `∂L/∂W1` or `\frac{\partial L}{\partial W_1}`, spelled `∂W1`; null where none stands. */
export function derivativeNameAt(text: string, at: number, limit: number): Name | null {
  const unit = text.charCodeAt(at);
  const isFraction = unit === backslash;
  // Every word of a text is asked about.
  if (!isFraction && unit !== partialSign && (unit !== letterD || !lossLetters.includes(text.charAt(at + 1))))
    return null;
  const pattern = isFraction ? fraction : quotient();
  pattern.lastIndex = at;
  const opening = pattern.exec(text)?.[0];
  if (opening === undefined) return null;
  const start = at + opening.length;
  const latex = latexNameAt(text, start, limit);
  const by = latex?.text ?? text.slice(start, endOfName(text, start, limit));
  let end = latex === null ? start + by.length : latex.span.offset + latex.span.length;
  if (isFraction) {
    while (isBlank(text.charCodeAt(end))) end++;
    if (text.charCodeAt(end) !== closeBrace) return null;
    end++;
  }
  if (by === '' || end > limit) return null;
  return { text: `${partial}${by}`, span: { offset: at, length: end - at } };
}

/** `dL_dW1`, `grad_b2`, `∂W1`, `dW1`. */
const before = onFirstUse(() => /^(?:∂|d(?:l|j|e|c|loss)_?d_?|d_?|grad(?:ient)?_?|nabla_?|∇_?)(?=[\p{L}])/u);
/** `W1.grad`, `fc1.weight.grad`, `W1_grad`. */
const behind = /[._](?:grad|gradient)$/;

/** The parameter or input by which the loss is derived in what has that name, `W1` of `dW1`, `W1.grad` and `∂L/∂W1`; null of other names. */
export function derivedBy(name: string): string | null {
  const plain = name.normalize('NFC').replace(/^(?:self|this)\./, '');
  const lower = plain.toLowerCase();
  const by = behind.test(lower)
    ? plain.slice(0, lower.search(behind))
    : plain.slice(before().exec(lower)?.[0].length ?? plain.length);
  if (by === '') return null;
  if (isEntry.test(by)) return by;
  const { role } = parseName(by);
  return role === 'weights' || role === 'kernel' || role === 'biases' || role === 'input' ? by : null;
}

/** A weight by two indices, which no other name has. */
const isEntry = /^[wb][_^{(\d₀-₉⁰¹²³⁴-⁹]/i;
