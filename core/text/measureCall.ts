import type { Span } from '../problem';
import type { Name } from './items';
import { onFirstUse } from './onFirstUse';

/** A divergence or an entropy of distributions that the text assigns beside it: `KL(P || Q)`, `D_{KL}(P \| Q)`, `H(P)`. */
export interface MeasureCall {
  /** Of one distribution or of two, as the text writes them. */
  readonly names: readonly Name[];
  /** Of the logarithms, where the call says one: `base=2`, or `in bits` behind it. */
  readonly base: number | null;
  /** The call with what is said of it: `print(…)`, `kl = …`, `… = ?`. */
  readonly span: Span;
}

/** Names of units of information, each with the base of its logarithm, in the singular. */
export const unitBases: ReadonlyMap<string, number> = new Map([
  ['nat', Math.E],
  ['bit', 2],
  ['shannon', 2],
  ['ban', 10],
  ['hartley', 10],
  ['dit', 10],
]);

/** People write the call before or after what it is of; a long text is not searched for it. */
const within = 2_000;
const name = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const modules = String.raw`(?:${name}\.){0,4}`;
const latex = String.raw`D_\{?(?:\\(?:mathrm|text|operatorname)\{)?(?:KL|JS)\}{0,2}`;
const plain =
  'D_?KL|D|KL(?:_?div(?:ergence)?)?|JSD?|jensen_?shannon(?:_divergence)?|jeffreys|TV|total_?variation|hellinger|chi_?(?:2|square)|renyi|H|entropy|cross_?entropy';
const assigned = String.raw`(?:${name}\s*(?:=|:=|<-)\s*)?(?:print\s*\(\s*)?`;
const bars = String.raw`\|\||‖|∥|\\\||\\parallel\b|\\Vert\b|[,;|:]`;
const first = String.raw`\s*(?:\\left\s*)?\(\s*(?<p>${name})\s*`;
const second = String.raw`(?:(?:${bars})\s*(?:qk?\s*=\s*)?(?<q>${name})\s*(?!=))?`;
const rest = String.raw`(?:[,;]\s*base\s*=\s*(?<base>\d+(?:\.\d+)?|e)\s*)?(?:\\right\s*)?\)`;
const unit = String.raw`(?:\s+in\s+(?<unit>[a-z]+?)s?\b)?(?:[ \t]*\))?[ \t]*(?:=[ \t]*\??(?=\s*$))?`;
const pattern = onFirstUse(
  () =>
    new RegExp(
      String.raw`(?<![\p{L}\p{N}_.])${assigned}(?:${latex}|${modules}(?:${plain}))${first}${second}${rest}${unit}`,
      'dgiu',
    ),
);

/** The end of a name of those before a parenthesis: few texts have one, and the pattern takes ten milliseconds to begin. */
const hint =
  /(?:kl|jsd?|\bd|tv|\bh|div(?:ergence)?|shannon|jeffreys|variation|hellinger|2|square|renyi|entropy)\}{0,2}\s*(?:\\left\s*)?\(/i;

/** The calls in a part of the text, in their order, near its beginning and its end. */
export function measureCalls(text: string, { offset, length }: Span): readonly MeasureCall[] {
  const end = offset + length;
  if (length <= 2 * within) return callsIn(text, offset, end);
  return [...callsIn(text, offset, offset + within), ...callsIn(text, end - within, end)];
}

function callsIn(text: string, start: number, end: number): readonly MeasureCall[] {
  const part = text.slice(start, end);
  if (!hint.test(part)) return [];
  return [...part.matchAll(pattern())].map((match) => {
    const { base, unit: named = '' } = match.groups ?? {};
    const places = [match.indices?.groups?.p, match.indices?.groups?.q];
    return {
      names: places.flatMap((place) => {
        if (place === undefined) return [];
        const span = { offset: start + place[0], length: place[1] - place[0] };
        return [{ text: text.slice(span.offset, span.offset + span.length), span }];
      }),
      base:
        base === undefined
          ? (unitBases.get(named.toLowerCase()) ?? null)
          : base === 'e'
            ? Math.E
            : Number(base),
      span: { offset: start + match.index, length: match[0].length },
    };
  });
}

/** What is left of a part of the text without the calls in it. */
export function withoutCalls({ offset, length }: Span, calls: readonly MeasureCall[]): readonly Span[] {
  const pieces: Span[] = [];
  let start = offset;
  for (const { span } of calls) {
    if (span.offset > start) pieces.push({ offset: start, length: span.offset - start });
    start = Math.max(start, span.offset + span.length);
  }
  const end = offset + length;
  if (end > start) pieces.push({ offset: start, length: end - start });
  return pieces;
}
