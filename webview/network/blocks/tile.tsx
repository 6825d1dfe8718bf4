import { useMemo, useState } from 'preact/hooks';
import { createMatrix } from '../../../core/matrix';
import { HeatMap } from './heatMap';
import { gridStyle, type VectorShape } from './shape';

/**
 * A vector as a tile of cells. A pointer picks a cell; the keyboard moves through them as through the values of a
 * slider, and Enter picks.
 */
export function Tile({
  values,
  shape,
  about,
  selected,
  nameOf,
  select,
}: {
  readonly values: Float64Array;
  readonly shape: VectorShape;
  readonly about: string;
  readonly selected: number | null;
  nameOf(at: number): string;
  select(at: number): void;
}) {
  const { rows, columns, cell } = shape;
  const last = values.length - 1;
  const matrix = useMemo(() => {
    const grid = createMatrix(rows, columns);
    grid.values.set(values);
    return grid;
  }, [values, rows, columns]);
  const isSigned = useMemo(() => values.some((value) => value < 0), [values]);
  const [looked, look] = useState<number | null>(null);
  const at = looked ?? selected ?? 0;
  const atPointer = (event: MouseEvent) => {
    const { currentTarget } = event;
    if (!(currentTarget instanceof Element)) return null;
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const column = Math.floor(((event.clientX - left) / width) * columns);
    const row = Math.floor(((event.clientY - top) / height) * rows);
    const entry = row * columns + column;
    return column < 0 || column >= columns || row < 0 || entry > last ? null : entry;
  };
  const press = (event: KeyboardEvent) => {
    const next = nextEntry(event.key, at, columns, last);
    if (next !== null) look(next);
    else if (event.key === 'Enter' || event.key === ' ') select(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      class="tile"
      style={gridStyle(shape, cell * Math.max(rows, columns))}
      role="slider"
      tabIndex={0}
      aria-label={about}
      aria-valuemin={1}
      aria-valuemax={last + 1}
      aria-valuenow={at + 1}
      aria-valuetext={nameOf(at)}
      title={looked === null ? undefined : nameOf(looked)}
      onKeyDown={press}
      onBlur={() => look(null)}
      onMouseMove={(event) => look(atPointer(event))}
      onMouseLeave={() => look(null)}
      onClick={(event) => {
        const entry = atPointer(event);
        if (entry !== null) select(entry);
      }}
    >
      <HeatMap
        matrix={matrix}
        name={about}
        kind="grid"
        isSigned={isSigned}
        absent={rows * columns - last - 1}
      />
      <svg viewBox={`0 0 ${columns * cell} ${rows * cell}`} aria-hidden="true">
        {looked === null ? null : <Outline at={looked} kind="looked" columns={columns} cell={cell} />}
        {selected === null ? null : <Outline at={selected} kind="selected" columns={columns} cell={cell} />}
      </svg>
    </div>
  );
}

function nextEntry(key: string, at: number, columns: number, last: number): number | null {
  const within = (entry: number) => Math.min(last, Math.max(0, entry));
  switch (key) {
    case 'ArrowRight':
      return within(at + 1);
    case 'ArrowLeft':
      return within(at - 1);
    case 'ArrowDown':
      return at + columns > last ? at : at + columns;
    case 'ArrowUp':
      return at < columns ? at : at - columns;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

function Outline({
  at,
  kind,
  columns,
  cell,
}: {
  readonly at: number;
  readonly kind: 'looked' | 'selected';
  readonly columns: number;
  readonly cell: number;
}) {
  // Around the cell, so that a small one keeps its colour.
  return (
    <rect
      class={`tile-outline ${kind}`}
      x={(at % columns) * cell - 1}
      y={Math.floor(at / columns) * cell - 1}
      width={cell + 2}
      height={cell + 2}
    />
  );
}
