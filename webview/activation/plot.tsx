import { formatShort } from '../../core/derivation/formatNumber';
import { ticks } from '../../core/derivation/ticks';
import type { ActivationPlot } from '../../extension/protocol/activationView';
import { words } from '../words';
import { createPlacing, type Point } from './placing';

interface Scales {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

interface GridLines {
  readonly across: readonly number[];
  readonly up: readonly number[];
  /** Where the numbers under the axis stand. */
  readonly foot: number;
}

interface Curve {
  readonly points: readonly Point[];
  readonly d: string;
}

/** φ solid, φ′ dotted in its own colour, asymptotes dashed, an open ring at each corner, a dot at what is special. */
export function Plot({
  plot,
  name,
  width,
}: {
  readonly plot: ActivationPlot;
  readonly name: string;
  readonly width: number;
}) {
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
  const grid: GridLines = {
    across: ticks(left, right, (frame.right - frame.left) / 140),
    up: ticks(low, high, (frame.bottom - frame.top) / 100),
    foot: Math.min(frame.bottom - 4, scales.y(0) + 15),
  };
  const place = createPlacing(frame, [
    ...grid.across.flatMap((at) => [-10, 0, 10].map((dx) => ({ x: scales.x(at) + dx, y: grid.foot - 4 }))),
    ...[...values, ...slopes, ...asymptotes].flatMap(({ points }) => points),
    ...spread(left, right).map((at) => ({ x: scales.x(at), y: scales.y(clamped(0)) })),
    ...spread(low, high).map((at) => ({ x: scales.x(0), y: scales.y(at) })),
  ]);
  const dots = plot.points.map((point) => ({ ...point, x: scales.x(point.at), y: scales.y(point.value) }));
  const rings = plot.corners.map((corner) => ({
    ...corner,
    x: scales.x(corner.at),
    y: scales.y(clamped(corner.value)),
  }));
  const label = (text: string, anchors: readonly Point[], kind: string) => ({
    text: kind === 'words' ? text : asMathematics(text),
    kind,
    ...place(anchors, { width: text.length * (kind === 'words' ? 6.2 : 7.4) + 4, height: 18 }),
  });
  const labels = [
    ...dots.map((dot) => label(dot.label.plain, [dot], 'number')),
    ...rings.map((ring) => label(ring.name, [ring], 'words')),
    label('φ(x)', inner(values, 0.72), 'curve'),
    label('φ′(x)', inner(slopes, 0.86), 'slope'),
    ...distinct(asymptotes).map(({ equation, points }) =>
      label(equation.plain, inner([{ points }], 0.5), 'line'),
    ),
  ];
  const gap = plot.hasGap ? dots.find(({ at }) => at === 0) : undefined;
  return (
    <svg
      class="plot"
      role="img"
      aria-label={words.activation.plot(name)}
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: `calc(${width} * var(--u))`, height: `calc(${height} * var(--u))` }}
    >
      <Grid grid={grid} scales={scales} frame={frame} />
      {asymptotes.map(({ equation, d }) => (
        <path class="asymptote" key={`${equation.plain} ${d}`} d={d} />
      ))}
      {slopes.map(({ d }) => (
        <path class="slope" key={d} d={d} />
      ))}
      {values.map(({ d }) => (
        <path class="curve" key={d} d={d} />
      ))}
      {gap === undefined ? null : <line class="gap" x1={gap.x} x2={gap.x} y1={gap.y} y2={scales.y(0)} />}
      {dots.map(({ x, y, at }) => (
        <circle class="dot" key={at} cx={x} cy={y} r={4} />
      ))}
      {rings.map(({ x, y, at }) => (
        <circle class="ring" key={at} cx={x} cy={y} r={4.5} />
      ))}
      {/* The corner of ReLU is where the asymptotes of what it is compared with meet. */}
      {plot.hasGap ? <circle class="ring" cx={scales.x(0)} cy={scales.y(0)} r={4.5} /> : null}
      {labels.map(({ text, kind, x, y }) => (
        <text class={`label ${kind}`} key={`${kind} ${text} ${x}`} x={x} y={y}>
          {text}
        </text>
      ))}
    </svg>
  );
}

function Grid({
  grid: { across, up, foot },
  scales,
  frame,
}: {
  readonly grid: GridLines;
  readonly scales: Scales;
  readonly frame: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}) {
  return (
    <>
      {across.map((at) => (
        <line
          class={at === 0 ? 'axis' : 'hair'}
          key={at}
          x1={scales.x(at)}
          x2={scales.x(at)}
          y1={frame.top}
          y2={frame.bottom}
        />
      ))}
      {up.map((at) => (
        <line
          class={at === 0 ? 'axis' : 'hair'}
          key={at}
          x1={frame.left}
          x2={frame.right}
          y1={scales.y(at)}
          y2={scales.y(at)}
        />
      ))}
      {across.map((at) =>
        at === 0 ? null : (
          <text class="tick" key={at} x={scales.x(at)} y={foot}>
            {formatShort(at, 3)}
          </text>
        ),
      )}
      {up.map((at) =>
        at === 0 ? null : (
          <text class="tick side" key={at} x={frame.left - 5} y={scales.y(at) + 4}>
            {formatShort(at, 3)}
          </text>
        ),
      )}
    </>
  );
}

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
