import type { Interval } from '../../network/activations/shape';
import { decimalMark } from '../decimalMark';
import { formatNumber, formatShort } from '../formatNumber';
import { type Formula, type FunctionName, type Letter, partsOf } from './formula';
import type { Cases } from './formulas';

/** How a formula is written: everything that differs between LaTeX and text. */
interface Script {
  number(value: number): string;
  letter(letter: Letter): string;
  readonly size: string;
  readonly minus: string;
  product(factors: readonly string[], needsDot: readonly boolean[]): string;
  fraction(numerator: string, denominator: string, parts: readonly [Formula, Formula]): string;
  power(base: string, exponent: string): string;
  call(name: FunctionName, inner: string): string;
  brackets(inner: string, isTall: boolean): string;
}

const digits = 6;

/** In full where six digits do; the zeros at the end of a rounded number stay, as they are known. */
export function shortText(value: number): string {
  return isShort(value) ? formatShort(value, digits) : formatNumber(value, digits);
}

/** Whether `shortText` is the number and not a rounding of it. */
export function isShort(value: number): boolean {
  return !Number.isFinite(value) || Number(value.toPrecision(digits)) === value;
}

/** A number in LaTeX, to six digits. */
export function numberLatex(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+\\infty';
  if (value === Number.NEGATIVE_INFINITY) return '-\\infty';
  if (Number.isNaN(value)) return '\\mathrm{NaN}';
  const [mantissa, power] = shortText(value).replace('−', '-').split(' × 10');
  const written = mantissa.replace(',', '{,}');
  if (power === undefined) return written;
  const exponent = formatNumber(value, digits) === '0' ? 0 : Math.floor(Math.log10(Math.abs(value)));
  return `${written} \\times 10^{${exponent}}`;
}

const latex: Script = {
  number: numberLatex,
  letter: (letter) => letter.latex,
  size: '\\lvert x \\rvert',
  minus: '-',
  product: (factors, needsDot) =>
    factors.map((factor, index) => (needsDot[index] ? `\\cdot ${factor}` : factor)).join(' '),
  fraction: (numerator, denominator) => `\\frac{${numerator}}{${denominator}}`,
  // A prime is a superscript already.
  power: (base, exponent) => (base.includes("'") ? `{${base}}^{${exponent}}` : `${base}^{${exponent}}`),
  call: (name, inner) => {
    // Fractions in an exponent would be too small to read.
    if (name === 'exp')
      return `e^{${inner.replace(/\\frac\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\{([^{}]*)\}/g, '$1/$2')}}`;
    if (name === 'sqrt') return `\\sqrt{${inner}}`;
    return `${latexNames[name]}${inner}`;
  },
  brackets: (inner, isTall) => (isTall ? `\\left( ${inner} \\right)` : `(${inner})`),
};

const latexNames: Readonly<Record<Exclude<FunctionName, 'exp' | 'sqrt'>, string>> = {
  ln: '\\ln',
  sin: '\\sin ',
  cos: '\\cos ',
  tanh: '\\tanh ',
  sigmoid: '\\sigma',
  Phi: '\\Phi',
};

const plainNames: Readonly<Record<FunctionName, string>> = {
  exp: 'e^',
  ln: 'ln',
  sin: 'sin ',
  cos: 'cos ',
  tanh: 'tanh ',
  sqrt: '√',
  sigmoid: 'σ',
  Phi: 'Φ',
};

const raised: Readonly<Record<string, string>> = { '2': '²', '3': '³', x: 'ˣ' };

const plain: Script = {
  number: shortText,
  letter: (letter) => letter.plain,
  size: '|x|',
  minus: '−',
  product: (factors, needsDot) =>
    factors
      .map((factor, index) => (index === 0 ? factor : `${needsDot[index] ? '·' : ' '}${factor}`))
      .join(''),
  fraction: (numerator, denominator, [top, bottom]) =>
    `${isAtom(top) || top.kind === 'product' ? numerator : `(${numerator})`}/${isAtom(bottom) ? denominator : `(${denominator})`}`,
  power: (base, exponent) => `${base}${raised[exponent] ?? `^(${exponent})`}`,
  call: (name, inner) => {
    if (name === 'exp') return `e${raised[inner] ?? `^(${inner})`}`;
    return `${inner.startsWith('(') ? plainNames[name].trim() : plainNames[name]}${inner}`;
  },
  brackets: (inner) => `(${inner})`,
};

export const formulaLatex = (formula: Formula): string => write(formula, latex);
export const formulaPlain = (formula: Formula): string => write(formula, plain);

function write(formula: Formula, script: Script): string {
  const inner = (part: Formula) => write(part, script);
  const inBrackets = (part: Formula) => script.brackets(inner(part), isTall(part));
  const factor = (part: Formula) =>
    part.kind === 'sum' || part.kind === 'negative' ? inBrackets(part) : inner(part);
  switch (formula.kind) {
    case 'x':
      return 'x';
    case 'size':
      return script.size;
    case 'number':
      return script.number(formula.value);
    case 'constant':
    case 'function':
    case 'named':
      return script.letter(formula.letter);
    case 'sum':
      return formula.terms
        .map((term, index) => {
          if (term.kind === 'negative') {
            return `${index === 0 ? script.minus : ` ${script.minus} `}${factor(term.of)}`;
          }
          return `${index === 0 ? '' : ' + '}${inner(term)}`;
        })
        .join('');
    case 'negative':
      return `${script.minus}${factor(formula.of)}`;
    case 'product': {
      const needsDot = formula.factors.map((part, index) => index > 0 && startsWithDigit(part));
      return script.product(formula.factors.map(factor), needsDot);
    }
    case 'fraction':
      return script.fraction(inner(formula.numerator), inner(formula.denominator), [
        formula.numerator,
        formula.denominator,
      ]);
    case 'power':
      return powered(formula.base, inner(formula.exponent), script);
    case 'call':
      return script.call(formula.name, argument(formula.name, formula.of, script));
  }
}

/** tanh² x, and (1 + x)³. */
function powered(base: Formula, exponent: string, script: Script): string {
  if (base.kind === 'call' && base.name !== 'exp' && base.name !== 'sqrt') {
    const name = script === latex ? latexNames[base.name].trim() : plainNames[base.name].trim();
    const gap = base.of.kind === 'x' && !isLetter(base.name) ? ' ' : '';
    return `${script.power(name, exponent)}${gap}${argument(base.name, base.of, script)}`;
  }
  const text = write(base, script);
  return script.power(isAtom(base) ? text : script.brackets(text, isTall(base)), exponent);
}

const isLetter = (name: FunctionName) => name === 'sigmoid' || name === 'Phi';

function argument(name: FunctionName, formula: Formula, script: Script): string {
  const text = write(formula, script);
  if (name === 'exp' || (name === 'sqrt' && script === latex)) return text;
  const bare = formula.kind === 'x' || formula.kind === 'named';
  const keepsBare = bare && !isLetter(name) && name !== 'ln';
  return keepsBare || (name === 'sqrt' && isAtom(formula)) ? text : script.brackets(text, isTall(formula));
}

function isAtom(formula: Formula): boolean {
  switch (formula.kind) {
    case 'x':
    case 'size':
    case 'constant':
    case 'named':
    case 'call':
    case 'power':
      return true;
    case 'number':
      return formula.value >= 0;
    default:
      return false;
  }
}

function isTall(formula: Formula): boolean {
  switch (formula.kind) {
    case 'fraction':
      return true;
    case 'sum':
      return formula.terms.some(isTall);
    case 'product':
      return formula.factors.some(isTall);
    case 'negative':
      return isTall(formula.of);
    default:
      return false;
  }
}

function startsWithDigit(formula: Formula): boolean {
  return formula.kind === 'number' || (formula.kind === 'power' && formula.base.kind === 'number');
}

/** `x ≤ 0`, `−1 < x < 1`, `x = 0`; null for every x. */
export function conditionText({ lower, upper, includesLower, includesUpper }: Interval): string | null {
  if (lower === upper) return `x = ${shortText(lower)}`;
  if (!Number.isFinite(lower) && !Number.isFinite(upper)) return null;
  const above = includesLower ? '≤' : '<';
  const below = includesUpper ? '≤' : '<';
  if (!Number.isFinite(lower)) return `x ${below} ${shortText(upper)}`;
  if (!Number.isFinite(upper)) return `x ${includesLower ? '≥' : '>'} ${shortText(lower)}`;
  return `${shortText(lower)} ${above} x ${below} ${shortText(upper)}`;
}

/** By cases, from the right to the left as they are usually written. */
export function casesLatex(cases: Cases): string {
  const [only] = cases;
  if (only !== undefined && cases.length === 1) return formulaLatex(only.formula);
  const rows = cases.map(({ formula, on }) => `${formulaLatex(formula)} & ${conditionLatex(on)}`);
  return `\\begin{cases} ${rows.reverse().join(' \\\\ ')} \\end{cases}`;
}

export function casesPlain(cases: Cases, when: (condition: string) => string): string {
  return cases
    .map(({ formula, on }) => {
      const condition = conditionText(on);
      return `${formulaPlain(formula)}${condition === null ? '' : ` ${when(condition)}`}`;
    })
    .reverse()
    .join(decimalMark() === ',' ? '\u202f; ' : ', ');
}

function conditionLatex(on: Interval): string {
  return (conditionText(on) ?? '')
    .replaceAll('−', '-')
    .replaceAll('≤', '\\le')
    .replaceAll('≥', '\\ge')
    .replaceAll(',', '{,}');
}

/** What letters and functions of the formulas stand for: `t = tanh(ln(1 + eˣ))`. */
export function namesIn(cases: Cases): readonly { readonly latex: string; readonly plain: string }[] {
  const found = new Map<string, { readonly latex: string; readonly plain: string }>();
  for (const part of cases.flatMap(({ formula }) => partsOf(formula))) {
    if (part.kind === 'named') {
      found.set(part.letter.plain, {
        latex: `${part.letter.latex} = ${formulaLatex(part.of)}`,
        plain: `${part.letter.plain} = ${formulaPlain(part.of)}`,
      });
    } else if (part.kind === 'constant' && part.value !== Math.PI) {
      const relation = isShort(part.value) ? ['=', '='] : ['\\approx', '≈'];
      found.set(part.letter.plain, {
        latex: `${part.letter.latex} ${relation[0]} ${numberLatex(part.value)}`,
        plain: `${part.letter.plain} ${relation[1]} ${shortText(part.value)}`,
      });
    } else if (part.kind === 'call' && (part.name === 'sigmoid' || part.name === 'Phi')) {
      found.set(part.name, definitions[part.name]);
    }
  }
  return [...found.values()];
}

const definitions = {
  sigmoid: { latex: '\\sigma(u) = \\frac{1}{1 + e^{-u}}', plain: 'σ(u) = 1/(1 + e^(−u))' },
  Phi: {
    latex: '\\Phi(u) = \\tfrac{1}{2} \\left( 1 + \\operatorname{erf} \\tfrac{u}{\\sqrt{2}} \\right)',
    plain: 'Φ(u) = (1 + erf(u/√2))/2',
  },
} as const;
