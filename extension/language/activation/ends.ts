import type { ShapeStudy } from '../../../core/derivation/activationStudy/activationStudy';
import { decimal, type Exact } from '../../../core/derivation/activationStudy/constants';
import type { End } from '../../../core/network/activations/shape';
import type { ActivationFact, MathText } from '../../protocol/activationView';
import type { Words } from '../words/words';

type Say = Words['activation'];

const sides = ['left', 'right'] as const;
const infinity = { left: { latex: '-\\infty', plain: '−∞' }, right: { latex: '+\\infty', plain: '+∞' } };

/** Limits, and asymptotes with the side on which they are. */
export function ends({ ends: both, limits }: ShapeStudy, say: Say): readonly ActivationFact[] {
  const known = sides.flatMap((side): readonly MathText[] => {
    const limit = limits[side];
    if (limit === null) return [];
    const value = signed(limit);
    return [
      {
        latex: `\\lim_{x \\to ${infinity[side].latex}} \\varphi(x) = ${value.latex}`,
        plain: `φ(x) → ${value.plain} (x → ${infinity[side].plain})`,
      },
    ];
  });
  const facts = known.map((math): ActivationFact => ({ title: say.limits, math, text: '' }));
  if (known.length === 0) facts.push({ title: say.limits, math: null, text: say.noLimit });
  const [left, right] = sides.map((side) => equationOf(both[side]));
  if (left !== null && left.plain === right?.plain) {
    return [...facts, { title: say.asymptotes, math: left, text: say.bothEnds }];
  }
  const at = { left: say.atLeft, right: say.atRight };
  const lines = sides.flatMap((side): readonly ActivationFact[] => {
    const math = equationOf(both[side]);
    return math === null ? [] : [{ title: say.asymptotes, math, text: at[side] }];
  });
  return [...facts, ...lines];
}

export function mathOf(exact: Exact): MathText {
  if (!Number.isFinite(exact.value)) return signed(exact.value);
  return { latex: exact.latex, plain: exact.plain };
}

/** With its sign where it is infinite. */
export function signed(value: number): MathText {
  if (value === Number.POSITIVE_INFINITY) return infinity.right;
  const { latex, plain } = decimal(value);
  return { latex, plain };
}

/** `y = x + 1`; null where there is no asymptote. */
export function equationOf(end: End): MathText | null {
  if (end.kind !== 'asymptote') return null;
  const slope = decimal(Math.abs(end.slope));
  const intercept = decimal(Math.abs(end.intercept));
  const build = (kind: 'latex' | 'plain', minus: string) => {
    const sign = end.slope < 0 ? minus : '';
    const term = end.slope === 0 ? '' : `${sign}${Math.abs(end.slope) === 1 ? '' : `${slope[kind]} `}x`;
    const first = term === '';
    if (end.intercept === 0) return `y = ${first ? '0' : term}`;
    const between = first ? (end.intercept < 0 ? minus : '') : end.intercept < 0 ? ` ${minus} ` : ' + ';
    return `y = ${term}${between}${intercept[kind]}`;
  };
  return { latex: build('latex', '-'), plain: build('plain', '−') };
}
