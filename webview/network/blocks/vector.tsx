import { useMemo } from 'preact/hooks';
import { formatNumber } from '../../../core/derivation/formatNumber';
import { createMatrix } from '../../../core/matrix';
import type { VectorCells } from '../../../extension/protocol/details/blocks';
import { fromWire } from '../../../extension/protocol/wire';
import { Tex } from '../../parts/tex';
import { words } from '../../words';
import { Bars } from './bars';
import { HeatMap } from './heatMap';
import { gridOf, gridStyle, rowHeight, shapeOf } from './shape';
import { Tile } from './tile';

export interface VectorProps {
  readonly name: string;
  readonly about: string;
  /** Null where the network was given no input. */
  readonly cells: VectorCells | null;
  readonly length: number;
  readonly digits: number;
  /** The entry that is looked at, from 0; null for none. */
  readonly selected: number | null;
  /** What entry `at` is called. */
  entryName(at: number): string;
  select(at: number): void;
}

/** A vector of the network: its name, what it is, its entries as bars or as a tile, and the one that is looked at. */
export function Vector({ name, about, cells, length, digits, selected, entryName, select }: VectorProps) {
  const values = useMemo(() => (cells === null ? null : Float64Array.from(cells.values, fromWire)), [cells]);
  const shape = shapeOf(values?.length ?? length);
  const single = cells?.each === 1;
  const nameOf = (at: number) =>
    values === null ? entryName(at) : `${entryName(at)}, ${formatNumber(values[at], digits)}`;
  return (
    <div class="vector">
      <Tex latex={name} />
      <span class="quiet">{about}</span>
      <div class="vector-body">
        {values === null ? (
          <span class="tile-empty" />
        ) : shape.form === 'bars' ? (
          <Bars
            values={values}
            shape={shape}
            digits={digits}
            selected={selected}
            nameOf={nameOf}
            label={(at) => entryName(at).replace(/^\D*/, '')}
            select={select}
          />
        ) : single ? (
          <Tile
            values={values}
            shape={shape}
            about={about}
            selected={selected}
            nameOf={nameOf}
            select={select}
          />
        ) : (
          <Cells values={values} name={about} />
        )}
      </div>
      <span class="vector-caption">
        {selected === null || values === null || !single || shape.form === 'bars' ? null : (
          <>
            <strong>{entryName(selected)}</strong>{' '}
            <span class="number">{formatNumber(values[selected], digits)}</span>
          </>
        )}
        {cells !== null && !single ? words.drawing.eachCell(`${cells.each}`) : null}
      </span>
    </div>
  );
}

/** A vector longer than its tile has cells. */
function Cells({ values, name }: { readonly values: Float64Array; readonly name: string }) {
  const { rows, columns } = gridOf(values.length);
  const matrix = useMemo(() => {
    const grid = createMatrix(rows, columns);
    grid.values.set(values);
    return grid;
  }, [values, rows, columns]);
  const isSigned = values.some((value) => value < 0);
  return (
    <div style={gridStyle({ rows, columns }, rowHeight)}>
      <HeatMap
        matrix={matrix}
        name={name}
        kind="grid"
        isSigned={isSigned}
        absent={rows * columns - values.length}
      />
    </div>
  );
}
