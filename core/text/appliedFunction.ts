import { isBlank, openBracket, openParenthesis } from './characters';
import type { Stretch } from './operation';

const longestName = 60;
/** Functions of an array that give other numbers than those written in their argument. */
const names =
  'softmax|softmin|log_?softmax|sigmoid|expit|logit|relu|tanh|softplus|normali[sz]e|exp|expm1|log|log2|log10|log1p|ln|sqrt|square|abs|sign|power|round|floor|ceil|clip|sin|cos|tan|sinh|cosh|inv|pinv|inverse|det|trace|norm|rank|cumsum|cumprod|diff|flip|fliplr|flipud|rot90|roll|sort|sorted|reversed|unique|sum|prod|total|mean|median|std|var|max|min|argmax|argmin|argsort|logsumexp|dot|matmul|outer|inner|cross|kron|concatenate|hstack|transpose|tile|repeat|multiply|add|subtract|divide|len|cov|corrcoef|fft|erf|one_hot|rev|reverse|solve|scale|prop\\.table|crossprod|dstack|append|pad|tri[lu]|vander|toeplitz|circulant|hankel|convolve|gradient|histogram|bincount|where|softsign|gelu|elu|selu|silu|accumulate|percentile|quantile|minimum|maximum|mod|fmod|remainder|floor_divide|negative|reciprocal|cbrt|exp2|degrees|radians|nan_to_num|[stlm]?apply|outer|sweep|(?:row|col)(?:Sums|Means)|from_shape_vec';
const applied = new RegExp(
  String.raw`(?<![\w$.\\])((?:[A-Za-z_]\w*\.){0,3}(?:${names}))\s*[([]\s*[([]?\s*$`,
  'i',
);
/** `for x in [1, 2, 3]` inside brackets: of what stands before it, not of these numbers, is the list. */
const comprehension = /[^\s:][ \t]*\b(for\s+[\w, ]{1,20}\s+in)\s+$/;
/** The function that the array at `at` is given to, `softmax([1, 2])`, or the comprehension over it; null where there is none. */
export function functionBefore(text: string, at: number, floor: number): Stretch | null {
  let before = at - 1;
  while (before >= floor && isBlank(text.charCodeAt(before))) before--;
  const unit = text.charCodeAt(before);
  const start = Math.max(floor, at - longestName);
  const isInside = before >= floor && (unit === openParenthesis || unit === openBracket);
  const match = isInside
    ? applied.exec(text.slice(start, at))
    : text.startsWith('in', before - 1)
      ? comprehension.exec(text.slice(start, at))
      : null;
  if (match === null) return null;
  const name = match[1] ?? '';
  const found = start + match.index + match[0].indexOf(name);
  return { start: found, end: found + name.length };
}
