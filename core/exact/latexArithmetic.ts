/** Commands of LaTeX that stand for functions of one number. */
const functionNames = 'sqrt|ln|log|exp|sin|cos|tan|arctan|sinh|cosh|tanh';
const functionCommand = new RegExp(`\\\\(${functionNames})(?![a-zA-Z])`, 'g');
const digits = '(?:\\d+\\.?\\d*|\\.\\d+)';
/** `\ln 2` and `\ln\pi`, without brackets; `\log_2` is another function. */
const bareArgument = new RegExp(`\\b(ln|log|exp|sin|cos|tan|arctan|sinh|cosh|tanh) *(${digits}|pi\\b)`, 'g');
/** SymPy's `\log{\left(2 \right)}`. */
const bracedArgument = new RegExp(`\\\\(${functionNames})\\s*\\{([^{}]*)\\}`, 'g');
const mostRounds = 16;

/**
 * A number of LaTeX as the plain arithmetic that it means: `\frac{\sqrt{2}}{2}` is `((sqrt(2))/(2))`.
 * Null where something else stands in it.
 */
export function arithmeticOfLatex(text: string): string | null {
  let plain = text
    .replaceAll('{,}', '.')
    .replace(/\\%/g, '/100')
    .replace(/\\(?:color|textcolor)\s*\{[^{}]*\}/g, '')
    .replace(/\\(?:mathbf|boldsymbol|bm|bf|mathit|textbf)(?![a-zA-Z])\s*/g, '')
    .replace(/\\(?:nice|s|x|slant)frac(?=\s*\{)/g, '\\frac')
    .replace(/\{\s*\{([^{}]*)\}\s*\\over\s*\{([^{}]*)\}\s*\}/g, '\\frac{$1}{$2}')
    .replace(/\{([^{}]*)\\over(?![a-zA-Z])([^{}]*)\}/g, '\\frac{$1}{$2}')
    .replace(/\\(?:left|right|displaystyle|[,;:!])\s*/g, '')
    .replace(/\\(?:cdot|times)\b/g, '*')
    .replace(/\\pi\b/g, ' pi')
    .replace(/\\(?:mathrm|text|operatorname|num)\s*\{(e|\d[\d.]*(?:e[-+]?\d+)?)\}/g, '$1')
    .replace(/(\\[dtc]?frac)\s*(\d)\s*(\d)/g, '$1{$2}{$3}');
  for (let round = 0; round < mostRounds && plain.includes('{'); round++) {
    // From the inside out: what has no braces in it is plain by now.
    const before = plain;
    plain = plain
      .replace(/\\[dtc]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '(($1)/($2))')
      .replace(/\\sqrt\s*\[3\]\s*\{([^{}]*)\}/g, 'cbrt($1)')
      .replace(/\\sqrt\s*\{([^{}]*)\}/g, 'sqrt($1)')
      .replace(/\^\s*\{([^{}]*)\}/g, '^($1)')
      .replace(bracedArgument, '\\$1($2)');
    if (plain === before) plain = plain.replace(/(^|[^a-zA-Z_])\{([^{}]*)\}/g, '$1($2)');
    if (plain === before) return null;
  }
  plain = plain.replace(functionCommand, '$1').replace(bareArgument, '$1($2)');
  if (/[\\{}_]/.test(plain)) return null;
  return plain
    .replace(/([\d)])\s*(?=pi\b|sqrt\b|ln\b|log\b|exp\b|e\^|e$|\()/g, '$1*')
    .replace(/pi\s+(?=[\d(])/g, 'pi*')
    .replace(/\s+/g, '');
}
