import { formatNumber } from '../../core/derivation/formatNumber';
import type { FactsAnswer } from '../../extension/protocol/details/facts';
import { fromWire } from '../../extension/protocol/wire';
import { px } from '../continuous/axis';
import { useWidth } from '../parts/hooks';
import { words } from '../words';

const said = words.details.facts;
const height = 230;
const top = 14;
const bottom = height - 30;
const steps = 96;
/** So many times E X is the widest view: what lies beyond stands in the table. */
const widest = 12;

interface PictureProps {
  readonly answer: FactsAnswer;
  readonly digits: number;
  /** Where it is the whole gap: the divergence as it stands everywhere in the view. */
  readonly divergence: string | null;
}

/** −ln x, the supporting line at E X, the values of X with their weights, and the gap of Jensen's inequality. */
export function JensenPicture(props: PictureProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  return (
    <div class="jensen-frame" ref={frame}>
      {width === null ? null : <Drawing {...props} width={Math.min(width, 520)} />}
    </div>
  );
}

function Drawing({
  answer: { base, jensen },
  digits,
  divergence,
  width,
}: PictureProps & { readonly width: number }) {
  const mean = fromWire(jensen.mean);
  const ofMean = fromWire(jensen.ofMean);
  const expectation = fromWire(jensen.expectation);
  if (!(mean > 0) || !Number.isFinite(mean) || jensen.points.length === 0) return null;
  const unit = base === Math.E ? 1 : Math.log(base);
  const f = (x: number) => -Math.log(x) / unit;
  const points = jensen.points.map(({ x, weight }) => ({ x: fromWire(x), weight: fromWire(weight) }));
  const drawn = points.filter(({ x }) => x > 0 && x <= widest * mean);
  const right = Math.max(2 * mean, ...drawn.map(({ x }) => x)) * 1.06;
  const isInfinite = expectation === Number.POSITIVE_INFINITY || points.some(({ x }) => x === 0);
  const highest = Math.max(
    ...drawn.map(({ x }) => f(x)),
    f(mean / 3),
    Number.isFinite(expectation) ? expectation : ofMean,
  );
  const low = f(right) - 0.3 * (highest - f(right));
  const high = highest + 0.08 * (highest - low);
  const sx = (x: number) => 34 + (x / right) * (width - 34 - 10);
  const sy = (y: number) => bottom - ((y - low) / (high - low)) * (bottom - top);
  const first = Math.exp(-high * unit);
  const curve = Array.from({ length: steps + 1 }, (_, k) => {
    const x = first * (right / first) ** (k / steps);
    return `${sx(x).toFixed(1)} ${sy(f(x)).toFixed(1)}`;
  });
  const line = (x: number) => ofMean - (x - mean) / (mean * unit);
  const lineAt = (y: number) => mean - (y - ofMean) * mean * unit;
  const from = Math.max(0, lineAt(high));
  const to = Math.min(right, lineAt(low));
  const most = Math.max(...drawn.map(({ weight }) => weight), 1e-9);
  const gapTop = isInfinite ? top : sy(expectation);
  const gap = isInfinite ? '+∞' : (divergence ?? formatNumber(expectation - ofMean, digits));
  const label = `${said.gap} ${gap}`;
  const isLeft = sx(mean) > width * 0.6;
  const zero = low < 0 && high > 0 ? sy(0) : bottom;
  return (
    <svg
      class="chart jensen-chart"
      role="img"
      aria-label={said.picture(formatNumber(mean, digits), gap)}
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: px(width), height: px(height) }}
    >
      <line class="axis" x1={34} x2={width - 8} y1={zero} y2={zero} />
      <line class="axis" x1={34} x2={34} y1={top} y2={bottom} />
      <text class="axis-name" x={0} y={zero + 4}>
        0
      </text>
      <text class="axis-name end" x={width - 8} y={height - 6}>
        x = q/p
      </text>
      <line class="supporting" x1={sx(from)} y1={sy(line(from))} x2={sx(to)} y2={sy(line(to))} />
      <path class="convex" d={`M${curve.join('L')}`} />
      {drawn.map(({ x, weight }) => (
        <circle key={x} class="value" cx={sx(x)} cy={sy(f(x))} r={2 + 5 * Math.sqrt(weight / most)} />
      ))}
      <line class="carry" x1={sx(mean)} x2={sx(mean)} y1={sy(ofMean)} y2={bottom + 4} />
      <text class="outcome-name" x={sx(mean)} y={bottom + 18}>
        E X
      </text>
      <line class="gap" x1={sx(mean)} x2={sx(mean)} y1={gapTop} y2={sy(ofMean)} />
      <circle class="on-line" cx={sx(mean)} cy={sy(ofMean)} r={3.5} />
      {isInfinite ? (
        <path class="gap" d={`M${sx(mean) - 5} ${top + 7}L${sx(mean)} ${top}L${sx(mean) + 5} ${top + 7}`} />
      ) : (
        <circle class="expected" cx={sx(mean)} cy={gapTop} r={5} />
      )}
      <text
        class={isLeft ? 'gap-label end' : 'gap-label'}
        x={sx(mean) + (isLeft ? -12 : 12)}
        y={Math.max(top + 10, gapTop - 4)}
      >
        {label}
      </text>
    </svg>
  );
}
