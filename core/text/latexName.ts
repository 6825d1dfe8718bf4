import type { Name } from './items';
import { onFirstUse } from './onFirstUse';

/** `\mathbf{W}`, `\bm W`: a letter in a typeface, which says nothing of what it names. */
const letter = onFirstUse(
  () =>
    /\\(?:math(?:bf|rm|sf|it|bb|cal)|boldsymbol|bm|vec|symbf)[ \t]*(?:\{[ \t]*([\p{L}])[ \t]*\}|[ \t]([\p{L}]))/uy,
);
/** Greek letters that name a part of a network. */
const greek = onFirstUse(() => /\\(?:var)?(phi|sigma|eta)(?![\p{L}])/uy);
const index = /[ \t]*(?:[_^][ \t]*\{[ \t]*[([]?[ \t]*(\d+)[ \t]*[)\]]?[ \t]*\}|[_^][ \t]*(\d))/y;

/** The name of part of a network as LaTeX writes it at `at`, `\mathbf{W}^{(1)}`, spelled `W1`; null where none stands. */
export function latexNameAt(text: string, at: number, limit: number): Name | null {
  letter().lastIndex = at;
  greek().lastIndex = at;
  const found = letter().exec(text) ?? greek().exec(text);
  if (found === null) return null;
  const end = at + found[0].length;
  index.lastIndex = end;
  const numbered = index.exec(text);
  const last = end + (numbered?.[0].length ?? 0);
  if (last > limit) return null;
  const name = found[1] ?? found[2] ?? '';
  return {
    text: `${name}${numbered?.[1] ?? numbered?.[2] ?? ''}`,
    span: { offset: at, length: last - at },
  };
}
