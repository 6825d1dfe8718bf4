import { asterisk, closeParenthesis, endOfRun, isBlank, openBracket, openParenthesis } from './characters';

/** A stretch of the text that makes other numbers of an array than those written in it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A name that is an operand, and neither a word of a sentence nor the next name that something is assigned to. */
const name = String.raw`[A-Za-z_][\w.]*(?=[ \t]*(?:$|[\r\n\])},;([+*\/@^#%'-]))(?![ \t]*[:=](?!=))`;
const number = String.raw`[-+−]?(?:\d|\.\d)[\w.]*`;
const operand = String.raw`(?:${number}|${name}|(?=[\[({√π½-¾]|\\(?![\\)\]])))`;
const operators = String.raw`\*\*|\.[*\/^\\+]|[+*@^×·⊗]|\/(?![\/*])|\\(?:cdot|times|circ|odot|otimes)(?![A-Za-z])|%[^%\s]{0,3}%|\\(?=[ \t]*\[[-\d\s;,.+]+\])`;
/** In prose a dash stands before words, and before what is in parentheses. */
const dash = String.raw`[-−](?![->−])[ \t]*(?:${number}|${name}|(?=\[|\{|\(\s*[-\d\[(]|\\begin))`;
const arithmetic = new RegExp(
  // Maxima and Mathematica write the product of matrices as a dot.
  String.raw`[ \t]*(?:\^[ \t]*\{[^{}\n]{1,20}\}|(?:${operators})[ \t]*${operand}|${dash})|[ \t]+\.[ \t]+(?=[\[{]|matrix\()|\.(?=[\[{])`,
  'y',
);
/** Only after a call of a program: elsewhere `% 2` is a comment, and `[1 2] > 0` is said of the numbers. */
const comparison = /[ \t]*(?:[<>]=?|[=!]=|%)[ \t]*[-+]?[\d.]+/y;
/** A part, as `[1:]`, `[0]`, `[mask]` or `(2, :)`. */
const part =
  /\[\s*(?:,|-?\d*\s*:|-?\d+\s*[\],]|\.\.\.|(?:None|np\.newaxis|[A-Za-z_]\w*)\s*[\],])[^\][\n]*\]?|\[\[[^\][\n]{1,40}\]\]|\(\s*(?:\d+|:|end\b)[\d\s,:+*/-]*(?:end)?[\d\s,:+*/-]*\)/y;
/** Calls that make other numbers, or the same in another order or shape that was not understood. */
const method =
  /\.(?:(?:sum|mean|max|min|std|var|median|prod|cumsum|cumprod|dot|mm|mv|matmul|mul|add|sub|div|pow|norm|exp|exp2|expm1|log|log2|log10|log1p|sqrt|rsqrt|square|abs|neg|sign|round|floor|ceil|trunc|clip|clamp|(?:log_)?softmax|sigmoid|relu|tanh|sin|cos|tan|sinh|cosh|erf|inverse|pinverse|inv|det|trace|diag|diagonal|tri[lu]|sort|sorted|argsort|argmax|argmin|flip|fliplr|flipud|roll|repeat|tile|take|gather|index_select|narrow|split|chunk|item|map|filter|reduce|slice|reverse|concat|expand|reshape|view|resize|transpose|permute|swapaxes|t|unsqueeze|astype|int|long|short|bool|to|any|all|cross|outer|kron|conj|adjoint|normalized?|topk|unique|head|tail|apply|diff|shift|fillna|dropna|describe|eq|gt|lt|ge|le)\s*\(|(?:size|shape|length|ndim|dtype|iloc|loc)\b)/y;

function matchEnd(pattern: RegExp, text: string, at: number, limit: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) && pattern.lastIndex <= limit ? pattern.lastIndex : -1;
}

/**
 * What is done to the array that ends at `at` and makes other numbers of it: a part, `[1:]`, a method, `.cumsum()`,
 * arithmetic, `+ 1`. Null where nothing is. A call around it, which `isCall` says, may end in between: `f([1, 2]) + 1`.
 */
export function operationBehind(text: string, at: number, limit: number, isCall: boolean): Stretch | null {
  let start = at;
  while (start < limit && text.charCodeAt(start) === closeParenthesis) start++;
  for (const from of isCall && start > at ? [at, start] : [at]) {
    const found = operationAt(text, from, limit);
    if (found !== null) return found;
  }
  const end = start > at ? matchEnd(method, text, start, limit) : -1;
  return end < 0 ? null : { start, end: end - openingLength(text, end) };
}

/** The signs with which one of these begins, behind blanks or without. */
const signs = new Uint8Array(128);
for (const sign of '^*.+@/\\%-<>=!') signs[sign.charCodeAt(0)] = 1;

/** Most arrays end with their line, or before a comma. */
function mayStandAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === openBracket || unit === openParenthesis) return true;
  let first = at;
  while (isBlank(text.charCodeAt(first))) first++;
  const sign = text.charCodeAt(first);
  return sign >= 128 || signs[sign] === 1;
}

function operationAt(text: string, at: number, limit: number): Stretch | null {
  if (!mayStandAt(text, at)) return null;
  const after =
    text.charCodeAt(at - 1) === closeParenthesis
      ? [part, method, arithmetic, comparison]
      : [part, method, arithmetic];
  for (const pattern of after) {
    const end = matchEnd(pattern, text, at, limit);
    if (end < 0) continue;
    let start = at;
    while (/[ \t]/.test(text.charAt(start))) start++;
    return { start, end: pattern === method ? end - openingLength(text, end) : trimmedEnd(text, start, end) };
  }
  return null;
}

/** The parenthesis of a method's arguments is not shown. */
function openingLength(text: string, end: number): number {
  return text.charCodeAt(end - 1) === openParenthesis ? 1 : 0;
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

const nextMatrix = /[ \t]*(?:\\[,;! ][ \t]*)*((?:\\left[ \t]*[([][ \t]*)?\\begin\{[a-zA-Z]*matrix\*?\})/y;

/** Another matrix of LaTeX right behind the one that ends at `at`: what has the name is their product. */
export function productBehind(text: string, at: number): Stretch | null {
  nextMatrix.lastIndex = at;
  const match = nextMatrix.exec(text);
  const [all = '', written = ''] = match ?? [];
  const start = at + all.length - written.length;
  return match === null ? null : { start, end: start + written.length };
}

/** As much of a line is looked at for the other end of an emphasis. */
const longestEmphasis = 400;

/** The end of the asterisks at `at` where they close an emphasis of Markdown that opened on the line before `start`; else `at`. */
export function endOfEmphasis(text: string, start: number, at: number): number {
  const end = endOfRun(text, at);
  const run = text.slice(at, end);
  const before = text.slice(Math.max(0, start - longestEmphasis), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const isOpen = [...line.matchAll(/\*+/g)].filter(([other]) => other === run).length % 2 === 1;
  return isOpen && !/[\w([{]/.test(text.charAt(end)) ? end : at;
}

/** Whether the asterisk at `at` ends the opening of such an emphasis, around what begins right behind it. */
export function opensEmphasis(text: string, at: number, floor: number): boolean {
  let start = at;
  while (start >= floor && text.charCodeAt(start) === asterisk) start--;
  if (start === at || (start >= floor && /[\w)\]}]/.test(text.charAt(start)))) return false;
  const run = text.slice(start + 1, at + 1);
  const [rest = ''] = text.slice(at + 1, at + 1 + longestEmphasis).split('\n', 1);
  return [...rest.matchAll(/\*+/g)].some(([other]) => other === run);
}
