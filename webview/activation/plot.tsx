import type { ActivationPlot } from '../../extension/protocol/activationView';
import type { Comparison } from '../../extension/protocol/details/comparison';
import { words } from '../words';
import { Grid, gridOf, type Scales } from './grid';
import { createPlacing, type Point } from './placing';
import { marksOf, TakenPoints } from './takenPoints';

interface Curve {
  readonly points: readonly Point[];
  readonly d: string;
}

/**
 * φ solid, φ′ dotted in its own colour, asymptotes and what φ is compared with dashed, an open ring at each corner, a
 * dot at what is special, and where the text takes φ a stem with the tangent.
 */
export function Plot({
  plot: alone,
  compared,
  name,
  width,
}: {
  readonly plot: ActivationPlot;
  readonly compared: Comparison | null;
  readonly name: string;
  readonly width: number;
}) {
  const plot = compared?.plot ?? alone;
  const [left, right] = plot.x;
  const [low, high] = plot.y;
  const height = Math.max(200, Math.min(430, width * 0.72));
  const frame = { left: 30, right: width - 8, top: 10, bottom: height - 10 };
  const scales: Scales = {
    x: (at) => frame.left + ((at - left) / (right - left)) * (frame.right - frame.left),
    y: (value) => frame.bottom - ((value - low) / (high - low)) * (frame.bottom - frame.top),
  };
  const clamped = (value: number) => Math.min(high, Math.max(low, value));
  const curve = (x: readonly number[], values: readonly number[]): Curve => {
    const points = x.map((at, index) => ({ x: scales.x(at), y: scales.y(clamped(values[index])) }));
    return { points, d: pathOf(points) };
  };
  const values = plot.segments.map((segment) => curve(segment.x, segment.value));
  const slopes = plot.segments.map((segment) => curve(segment.x, segment.slope));
  const asymptotes = plot.asymptotes.map(({ side, slope, intercept, equation }) => {
    const x = spread(side === 'left' ? left : 0, side === 'left' ? 0 : right).filter((at) => {
      const value = slope * at + intercept;
      return value >= low && value <= high;
    });
    return {
      equation,
      ...curve(
        x,
        x.map((at) => slope * at + intercept),
      ),
    };
  });
  const others = (compared?.other.segments ?? []).map((segment) => curve(segment.x, segment.value));
  const grid = gridOf(plot.x, plot.y, frame, scales);
  const marks = marksOf(plot.taken, scales, frame);
  const place = createPlacing(frame, [
    ...grid.across.flatMap((at) => [-10, 0, 10].map((dx) => ({ x: scales.x(at) + dx, y: grid.foot - 4 }))),
    ...[...values, ...slopes, ...others, ...asymptotes].flatMap(({ points }) => points),
    ...marks.flatMap(({ on, foot, tangent }) => [on, foot, { x: foot.x, y: foot.y + 8 }, ...(tangent ?? [])]),
    ...spread(left, right).map((at) => ({ x: scales.x(at), y: scales.y(clamped(0)) })),
    ...spread(low, high).map((at) => ({ x: scales.x(0), y: scales.y(at) })),
  ]);
  const dots = plot.points.map((point) => ({ ...point, x: scales.x(point.at), y: scales.y(point.value) }));
  const ringsOf = (corners: ActivationPlot['corners']) =>
    corners.map((corner) => ({ ...corner, x: scales.x(corner.at), y: scales.y(clamped(corner.value)) }));
  const rings = ringsOf(plot.corners);
  const otherRings = ringsOf(compared?.other.corners ?? []);
  const label = (text: string, anchors: readonly Point[], kind: string) => ({
    text: kind === 'words' ? text : asMathematics(text),
    kind,
    ...place(anchors, { width: text.length * (kind === 'words' ? 6.2 : 7.4) + 4, height: 18 }),
  });
  // ReLU lies on the asymptotes of its smooth forms.
  const isReluDrawn = plot.hasGap && compared?.name === 'relu';
  const gap = gapOf(plot, compared, scales);
  const labels = [
    ...marks.flatMap(({ name: neuron, foot }) =>
      neuron === null || width < leastNamed || marks.length > mostNamed
        ? []
        : [label(neuron, [{ x: foot.x, y: foot.y + 14 }], 'point')],
    ),
    ...(compared?.gap == null || gap === null || dots.some(({ x }) => x === gap.x)
      ? []
      : [label(compared.gap.label.plain, [gap.middle], 'number')]),
    ...dots.map((dot) => label(dot.label.plain, [dot], 'number')),
    ...rings.map((ring) => label(ring.name, [ring], 'words')),
    label('φ(x)', inner(values, 0.72), 'curve'),
    label('φ′(x)', inner(slopes, 0.86), 'slope'),
    ...(compared === null ? [] : [label(compared.name, inner(others, 0.8), 'words')]),
    ...distinct(asymptotes).map(({ equation, points }) =>
      label(equation.plain, inner([{ points }], 0.5), 'line'),
    ),
  ];
  return (
    <svg
      class="plot"
      role="img"
      aria-label={words.activation.plot(name)}
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: `calc(${width} * var(--u))`, height: `calc(${height} * var(--u))` }}
    >
      <Grid grid={grid} scales={scales} frame={frame} />
      {isReluDrawn
        ? null
        : asymptotes.map(({ equation, d }) => (
            <path class="asymptote" key={`${equation.plain} ${d}`} d={d} />
          ))}
      {others.map(({ d }) => (
        <path class="other" key={d} d={d} />
      ))}
      {slopes.map(({ d }) => (
        <path class="slope" key={d} d={d} />
      ))}
      {values.map(({ d }) => (
        <path class="curve" key={d} d={d} />
      ))}
      {gap === null ? null : <line class="gap" x1={gap.x} x2={gap.x} y1={gap.from} y2={gap.to} />}
      <TakenPoints marks={marks} />
      {dots.map(({ x, y, at }) => (
        <circle class="dot" key={at} cx={x} cy={y} r={4} />
      ))}
      {[...rings, ...otherRings].map(({ x, y }, index) => (
        <circle class="ring" key={index} cx={x} cy={y} r={4.5} />
      ))}
      {/* The corner of ReLU is where the asymptotes of what it is compared with meet. */}
      {plot.hasGap && compared === null ? (
        <circle class="ring" cx={scales.x(0)} cy={scales.y(0)} r={4.5} />
      ) : null}
      {labels.map(({ text, kind, x, y }) => (
        <text class={`label ${kind}`} key={`${kind} ${text} ${x}`} x={x} y={y}>
          {text}
        </text>
      ))}
    </svg>
  );
}

/** The line between the curves where they are farthest apart; of a smooth form of ReLU it stands at 0 by itself. */
function gapOf(plot: ActivationPlot, compared: Comparison | null, scales: Scales) {
  const zero = plot.hasGap ? plot.points.find(({ at }) => at === 0) : undefined;
  const line = compared?.gap ?? (compared === null && zero !== undefined ? { ...zero, other: 0 } : null);
  if (line === null) return null;
  const [x, from, to] = [scales.x(line.at), scales.y(line.value), scales.y(line.other)];
  return { x, from, to, middle: { x, y: (from + to) / 2 } };
}

/** In a narrower drawing, and of more points, names would hide the curve; the table has them. */
const leastNamed = 360;
const mostNamed = 12;

/** Letters in the italics of mathematics, which the font of formulas has. */
function asMathematics(text: string): string {
  return text.replace(/[φxy]/g, (letter) => italics[letter] ?? letter);
}

const italics: Readonly<Record<string, string>> = { φ: '𝜑', x: '𝑥', y: '𝑦' };

function pathOf(points: readonly Point[]): string {
  return points.length === 0
    ? ''
    : `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}

function spread(from: number, to: number): readonly number[] {
  return Array.from({ length: 61 }, (_, index) => from + ((to - from) * index) / 60);
}

/** Where a label may stand: not at the very ends of a curve, best after so much of it. */
function inner(curves: readonly { readonly points: readonly Point[] }[], best: number): readonly Point[] {
  const all = curves.flatMap(({ points }) => points);
  const some = all.filter(
    (_, index) => index % 4 === 0 && index > all.length * 0.08 && index < all.length * 0.94,
  );
  const wanted = all[Math.floor(all.length * best)]?.x ?? 0;
  return [...some].sort((a, b) => Math.abs(a.x - wanted) - Math.abs(b.x - wanted));
}

/** The same line on both sides has one label. */
function distinct<Line extends { readonly equation: { readonly plain: string } }>(
  lines: readonly Line[],
): readonly Line[] {
  return lines.filter(
    (line, index) => lines.findIndex(({ equation }) => equation.plain === line.equation.plain) === index,
  );
}
