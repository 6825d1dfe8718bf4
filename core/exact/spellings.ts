/**
 * How tools and languages spell a finite number beyond a plain decimal, each brought to one: `0x1F`,
 * `1'000.25`, `2.5f`, `1.5*^-3`, `1 234,5`, `2.5 E-8`, `\frac{9}{25}`, `½`, `33%`.
 */

const vulgar: Readonly<Record<string, string>> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅕': '1/5',
  '⅖': '2/5',
  '⅗': '3/5',
  '⅘': '4/5',
  '⅙': '1/6',
  '⅚': '5/6',
  '⅐': '1/7',
  '⅑': '1/9',
  '⅒': '1/10',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
};

const longest = 4_000;
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const radix = /^([+-]?)(0x[\da-f]+|0o[0-7]+|0b[01]+)(?:n|u?l{0,2}|[iu](?:8|16|32|64))?$/i;
const begins = /^[+-]?\s*(?:[\d.\\{\u00bc-\u00be\u2150-\u215e]|[A-Za-z_][\w.:]*[([])/;
/** What the spellings have in common that are no calls. */
const inDigits = /^[+-]?\s*[\d.][\w.,'’`%*^·\s\u202f+/-]*$/;
/** What none of them has: letters of units, signs of arithmetic, and a sign but before the number or its exponent. */
const isOther = /[*/^·ghjkqrstvwyzGHJKQRSTVWYZ]|[^a-zA-Z][+-]/;
const hexFloat = /^([+-]?)0x([\da-f]*)\.?([\da-f]*)p([+-]?\d+)[fl]?$/i;
/** The types whose call around a number leaves it as it is; `sqrt(2)` is none of these. */
const numericType =
  '(?:\\w+[.:]+)*(?:[bd]?float|double|single|half|u?int|Integer|Number|BigInt|Decimal|mpf)(?:\\d{1,3})?(?:_t)?';
const cast = new RegExp(
  `^([+-]?)${numericType}\\(\\s*(['"]?)([^()'"]*)\\2\\s*(?:,\\s*(?:precision|dps)=\\d+\\s*)?\\)$`,
  'i',
);
/** A digit, a letter, or a sign beyond ASCII, one of which every number has. */
const hasSign = /[\dA-Za-z\u0080-\uffff]/;
/** Of what begins with a letter only calls of these spell a number. */
const ofNumber =
  /(?:float|double|single|half|int|integer|number|bigint|decimal|mpf|rational|fraction)\d{0,3}(?:_t)?[([]/i;
/** `Rational(1, 3)` of SymPy, `Fraction(1, 3)` of Python, `Rational[1, 3]` of Mathematica. */
const quotient = /^([+-]?)(?:\w+\.)*(?:Rational|Fraction)[([]\s*([+-]?\d+)\s*,\s*([+-]?\d+)\s*[)\]]$/;
const latexFraction = /^([+-]?)\s*\\[dtc]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}$/;
const latexPower = /^([+-]?[\d.]*)\s*(?:\\cdot|\\times|·|×|\*)?\s*10\s*\^\s*\{?\s*([+-]?\d+)\s*\}?$/;
/** A whole number, or none, before a sign such as `½`. */
const mixed = /^([+-]?)(\d*)([\u0080-\uffff])(\s?%)?$/;
/** Groups of three, parted by one mark throughout; what follows is the decimal mark. */
const grouped = /^([+-]?\d{1,3})(?:([ \u00a0\u2009\u202f'’])\d{3})(?:\2\d{3})*(?:[.,]\d+)?$/;
const commaGrouped = /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/;
const quotedGroups = /^"([+-]?\d{1,3}(?:,\d{3})+)"$/;
const dotGrouped = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/;

/** Whether what begins with a letter may spell a number; most of it is words and other calls. */
export function mayCallNumber(text: string): boolean {
  return (text.includes('(') || text.includes('[')) && ofNumber.test(text);
}

/** The sign and the text inside a call of a type, `-float('inf')` or `np.float64(1.5)`; null for anything else. */
export function insideCast(text: string): { readonly sign: string; readonly inner: string } | null {
  const match = text.includes('(') ? cast.exec(text) : null;
  return match === null ? null : { sign: match[1] ?? '', inner: (match[3] ?? '').trim() };
}

/** The number as a decimal or a quotient of two decimals, with `-` and `e`; null where it is neither. */
export function plainSpelling(text: string): string | null {
  if (!hasSign.test(text)) return null;
  // Any word of prose may be asked about, so what cannot be a number leaves here.
  if (text.length > longest || (/^[A-Za-z]/.test(text) && !mayCallNumber(text))) return null;
  let plain = text.trim().replaceAll('\u2212', '-');
  if (/^[+-]\s/.test(plain)) plain = plain.replace(/^([+-])\s+/, '$1');
  if (decimal.test(plain)) return plain;
  const quoted = plain.startsWith('"') ? quotedGroups.exec(plain)?.[1] : undefined;
  if (quoted !== undefined) return quoted.replaceAll(',', '');
  if (!begins.test(plain)) return null;
  // Between braces LaTeX has one number, whose commas are none of a list.
  if (plain.startsWith('{') && /[^{\\],/.test(plain)) return null;
  const withSign = vulgarSpelling(plain);
  if (withSign !== null) return withSign;
  if (/[\\^{]/.test(plain)) return latexSpelling(plain);
  const divided = quotient.exec(plain);
  if (divided !== null) return negated(divided[1] === '-', `${divided[2]}/${divided[3]}`);
  const call = insideCast(plain);
  if (call !== null)
    return call.inner.includes('(') ? null : negated(call.sign === '-', plainSpelling(call.inner));
  if (!inDigits.test(plain) || isOther.test(plain)) return null;
  const integer = radix.exec(plain.replaceAll('_', ''));
  if (integer !== null) return `${integer[1]}${BigInt(integer[2] ?? '0')}`;
  const binary = hexFloat.exec(plain);
  if (binary !== null) return hexSpelling(binary);
  if (grouped.test(plain)) plain = plain.replace(/[ \u00a0\u2009\u202f'’]/g, '');
  else if (commaGrouped.test(plain)) plain = plain.replaceAll(',', '');
  else if (dotGrouped.test(plain)) plain = plain.replaceAll('.', '');
  plain = plain
    .replace(/(\d)_(?=\d)/g, '$1')
    .replace(/(\d)'(?=\d{3})/g, '$1')
    .replace(/^([+-]?\d+),(\d+)/, '$1.$2')
    .replace(/(\d\.?)`\d*\.?\d*$/, '$1')
    .replace(/([\d.])\s+E(?=[+-]?\d)/, '$1e')
    .replace(/([\d.])[bdf](?=[+-]?\d+$)(?!32$|64$|16$)/i, '$1e')
    .replace(/([\d.])_?(?:f16|f32|f64|[iu](?:8|16|32|64)|[fdmlnu]|u?l{1,2})$/i, '$1');
  const percent = plain.endsWith('%');
  if (percent) plain = plain.slice(0, -1).trim();
  if (!decimal.test(plain)) return null;
  return percent ? `${plain}/100` : plain;
}

/** A mixed number as one quotient: `1½` is 3/2, and `33⅓ %` 100/300. */
function vulgarSpelling(text: string): string | null {
  const [, sign = '', whole = '', mark = '', percent] = mixed.exec(text) ?? [];
  const fraction = vulgar[mark];
  if (fraction === undefined) return null;
  const [numerator = '0', denominator = '1'] = fraction.split('/');
  const quotient = `${BigInt(whole) * BigInt(denominator) + BigInt(numerator)}/${denominator}`;
  return `${sign}${quotient}${percent === undefined ? '' : '00'}`;
}

function latexSpelling(text: string): string | null {
  const bare = text
    .replaceAll('{,}', '.')
    .replace(/\\phantom\{[^{}]*\}|\\,/g, '')
    .trim();
  const plain = /^\{([^{}]*)\}$/.exec(bare)?.[1]?.trim() ?? bare;
  return (plain.includes('\\') ? commandSpelling(plain) : null) ?? powerSpelling(plain);
}

/** What a command of LaTeX holds, `\num{0.5}` or `\frac{9}{25}`. */
function commandSpelling(plain: string): string | null {
  const wrapped = /^([+-]?)\s*\\(?:num|mathbf|mathrm|text|phantom\{-\})\s*\{([^{}\\]*)\}$/.exec(plain);
  if (wrapped !== null) return negated(wrapped[1] === '-', plainSpelling(wrapped[2] ?? ''));
  const fraction = latexFraction.exec(plain);
  if (fraction !== null) {
    const numerator = plainSpelling(fraction[2] ?? '');
    const denominator = plainSpelling(fraction[3] ?? '');
    if (numerator === null || denominator === null) return null;
    if (numerator.includes('/') || denominator.includes('/')) return null;
    return negated(fraction[1] === '-', `${numerator}/${denominator}`);
  }
  return null;
}

/** `1.5*^-3` of Mathematica, and a power of ten. */
function powerSpelling(plain: string): string | null {
  const precise = /^([+-]?[\d.]+)(?:`\d*\.?\d*)?\*\^([+-]?\d+)$/.exec(plain);
  if (precise !== null) return `${precise[1]}e${precise[2]}`;
  const power = latexPower.exec(plain);
  if (power !== null) {
    const factor = power[1] ?? '';
    const spelled = `${/\d/.test(factor) ? factor : `${factor}1`}e${power[2]}`;
    return decimal.test(spelled) ? spelled : null;
  }
  return decimal.test(plain) ? plain : null;
}

function hexSpelling([, sign = '', whole = '', fraction = '', exponent = '0']: RegExpExecArray):
  | string
  | null {
  const power = Number(exponent) - 4 * fraction.length;
  if (whole.length + fraction.length === 0 || Math.abs(power) > longest) return null;
  const digits = BigInt(`0x${whole}${fraction}`);
  const size = 2n ** BigInt(Math.abs(power));
  return power >= 0 ? `${sign}${digits * size}` : `${sign}${digits}/${size}`;
}

function negated(negative: boolean, plain: string | null): string | null {
  if (!negative || plain === null) return plain;
  return plain.startsWith('-') ? plain.slice(1) : `-${plain.replace(/^\+/, '')}`;
}
