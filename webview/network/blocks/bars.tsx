import { alignDecimals } from '../../../core/derivation/formatNumber';
import { largestSize } from '../../model/blocks';
import { useTabStop } from '../../parts/hooks';
import type { VectorShape } from './shape';

const barWidth = 110;

/** A short vector as bars with its numbers; the largest entry is printed strong where none is negative. */
export function Bars({
  values,
  shape,
  digits,
  selected,
  nameOf,
  label,
  select,
}: {
  readonly values: Float64Array;
  readonly shape: VectorShape;
  readonly digits: number;
  readonly selected: number | null;
  nameOf(at: number): string;
  label(at: number): string;
  select(at: number): void;
}) {
  const group = useTabStop<HTMLUListElement>();
  const texts = alignDecimals(Array.from(values), digits);
  const largest = largestSize(values) || 1;
  const isSigned = values.some((value) => value < 0);
  const best = isSigned ? -1 : values.indexOf(Math.max(...values));
  const axis = isSigned ? barWidth / 2 : 0;
  const reach = isSigned ? barWidth / 2 : barWidth;
  return (
    <ul class="bars" ref={group}>
      {Array.from(values, (value, at) => {
        const length = ((Number.isFinite(value) ? Math.abs(value) : 0) / largest) * reach;
        const sign = isSigned ? (value < 0 ? 'negative' : 'positive') : at === best ? 'best' : 'plain';
        return (
          <li key={label(at)}>
            <button
              type="button"
              style={{ height: `calc(${shape.cell} * var(--block))` }}
              class={at === best ? 'bar strong' : 'bar'}
              data-rove
              tabindex={-1}
              aria-pressed={selected === at}
              aria-label={nameOf(at)}
              onClick={() => select(at)}
            >
              <span class="bar-name">{label(at)}</span>
              <svg viewBox={`0 0 ${barWidth} ${shape.cell}`} aria-hidden="true" class="bar-picture">
                <rect
                  class={`bar-fill ${sign}`}
                  x={value < 0 ? axis - length : axis}
                  y={shape.cell * 0.2}
                  width={Math.max(1, length)}
                  height={shape.cell * 0.6}
                />
              </svg>
              <span class="number">{texts[at]}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
