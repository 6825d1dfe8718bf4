import { isBlank, openBracket, openParenthesis } from './characters';

const longestName = 60;
/** Functions of an array that give other numbers than those written in their argument. */
const names =
  'softmax|softmin|log_?softmax|sigmoid|expit|logit|relu|tanh|softplus|normali[sz]e|exp|expm1|log|log2|log10|log1p|ln|sqrt|square|abs|sign|power|round|floor|ceil|clip|sin|cos|tan|sinh|cosh|inv|pinv|inverse|det|trace|norm|rank|cumsum|cumprod|diff|flip|fliplr|flipud|rot90|roll|sort|sorted|reversed|unique|sum|prod|total|mean|median|std|var|max|min|argmax|argmin|argsort|logsumexp|dot|matmul|outer|inner|cross|kron|concatenate|hstack|transpose|tile|repeat|multiply|add|subtract|divide|len|cov|corrcoef|fft|erf|one_hot|rev|reverse|solve|scale|prop\\.table|crossprod';
const applied = new RegExp(
  String.raw`(?<![\w$.\\])((?:[A-Za-z_]\w*\.){0,3}(?:${names}))\s*[([]\s*[([]?\s*$`,
  'i',
);
/** `for x in [1, 2, 3]` inside brackets: of what stands before it, not of these numbers, is the list. */
const comprehension = /[^\s:][ \t]*\b(for\s+[\w, ]{1,20}\s+in)\s+$/;
const partAfter =
  /\)*(?:\[\s*(?:-?\d*\s*:|-?\d+\s*[\],])|[ \t]*@[ \t]*[A-Za-z_([]|\.(?:sum|mean|max|min|std|var|median|prod|cumsum|dot|mm|matmul|norm|exp|log|sqrt|abs|(?:log_)?softmax|sigmoid|relu|tanh|inverse|det|trace|sort|argmax|argmin|item|size|length|map|filter|reduce)\b)/y;
const operationAfter =
  /\)+[ \t]*(?:\*\*|[-+*/@])[ \t]*(?:\d[\w.]*|[A-Za-z_][\w.]*)?[ \t]*(?=$|[\r\n)\],;([+*/@-])/y;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

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

/** What takes a part of the array that ends at `at`, `[1:]`, makes others of its numbers, `.cumsum()`, or goes on to calculate with its call, `) + 1`. */
export function operationBehind(text: string, at: number, limit: number, isCall: boolean): Stretch | null {
  for (const pattern of isCall ? [partAfter, operationAfter] : [partAfter]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || pattern.lastIndex > limit) continue;
    const start = at + (/^\)*[ \t]*/.exec(match[0])?.[0].length ?? 0);
    return { start, end: pattern.lastIndex };
  }
  return null;
}
