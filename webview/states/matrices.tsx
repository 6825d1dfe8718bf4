import { formatWritten } from '../../core/derivation/formatNumber';
import type { PanelState } from '../../extension/protocol/panel';
import type { MatricesView, MatrixView, WrittenBlock } from '../../extension/protocol/studyView';
import type { Actions } from '../model/actions';
import { decodeWritten, largestSize } from '../model/blocks';
import { Padded } from '../network/equation';
import { Cell } from '../parts/cell';
import { Header, placeWords } from '../parts/header';
import { useTabStop } from '../parts/hooks';
import { CopyIcon } from '../parts/icons';
import { Notes } from '../parts/notes';
import { roveByArrows } from '../parts/roving';
import { words } from '../words';
import { MatrixHeatMap } from './matrixHeatMap';

const most = 200;

export function MatrixPanel({
  state,
  view,
  actions,
}: {
  readonly state: PanelState;
  readonly view: MatrixView;
  readonly actions: Actions;
}) {
  const shape = view.shape.join(' × ');
  return (
    <>
      <Header
        title={titleOf(view.shape)}
        about={`${placeWords(state)} · ${view.readAs}`}
        state={state}
        actions={actions}
      />
      <Notes study={view} actions={actions} />
      <Facts facts={view.facts} />
      <MatrixHeatMap view={view} digits={state.digits} />
      {view.shape.length === 0 ? null : (
        <section class="twin">
          {view.block === null ? (
            <p class="quiet">{words.states.tooLarge(shape)}</p>
          ) : (
            <MatrixTable block={view.block} name={words.header.matrix(shape)} actions={actions} />
          )}
        </section>
      )}
    </>
  );
}

function titleOf(shape: readonly number[]): string {
  if (shape.length === 0) return words.header.number;
  return shape.length === 1 ? words.header.vector(shape[0]) : words.header.matrix(shape.join(' × '));
}

/** What is known of the matrix, a name and a value a row. */
function Facts({ facts }: Pick<MatrixView, 'facts'>) {
  return (
    <dl class="matrix-facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function MatricesPanel({
  state,
  view,
  actions,
}: {
  readonly state: PanelState;
  readonly view: MatricesView;
  readonly actions: Actions;
}) {
  return (
    <>
      <Header
        title={words.header.matrices(view.matrices.length)}
        about={placeWords(state)}
        state={state}
        actions={actions}
      />
      <Notes study={view} actions={actions} />
      {view.matrices.map(({ name, shape, block }) => (
        <section class="twin" key={name}>
          <h2>
            {name} <span class="quiet">{shape.join(' × ')}</span>
          </h2>
          {block === null ? (
            <p class="quiet">{words.states.tooLarge(shape.join(' × '))}</p>
          ) : (
            <MatrixTable block={block} name={name} actions={actions} />
          )}
        </section>
      ))}
    </>
  );
}

/** A matrix as it is written, each cell coloured by sign and size. A click goes to its number. */
function MatrixTable({
  block,
  name,
  actions,
}: {
  readonly block: WrittenBlock;
  readonly name: string;
  readonly actions: Actions;
}) {
  const matrix = decodeWritten(block);
  const largest = largestSize(matrix.values);
  const rows = Math.min(most, matrix.rows);
  const columns = Math.min(most, matrix.columns);
  const group = useTabStop<HTMLDivElement>((event) => roveByArrows(event, columns));
  const columnTexts = Array.from({ length: columns }, (_, column) =>
    Array.from({ length: rows }, (_, row) => formatWritten(matrix.texts[row * matrix.columns + column])),
  );
  const copied = () =>
    Array.from({ length: matrix.rows }, (_, row) =>
      matrix.texts.slice(row * matrix.columns, (row + 1) * matrix.columns).join('\t'),
    ).join('\n');
  return (
    <div ref={group}>
      <div class="table-frame">
        <table class="numbers" aria-label={name}>
          <thead>
            <tr>
              <td />
              {columnTexts.map((_, column) => (
                <th scope="col" key={column}>
                  {column + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              <tr key={row}>
                <th scope="row">{row + 1}</th>
                {columnTexts.map((texts, column) => {
                  const index = row * matrix.columns + column;
                  return (
                    <Cell
                      key={column}
                      value={matrix.values[index]}
                      text={texts[row]}
                      largest={largest}
                      onSelect={() => actions.reveal(matrix.starts[index], matrix.ends[index])}
                    >
                      <Padded text={texts[row]} all={texts} />
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows < matrix.rows ? <p class="quiet">{words.table.firstOf(rows, matrix.rows)}</p> : null}
      <p class="table-tools">
        <button
          type="button"
          class="text-button"
          data-rove
          tabindex={-1}
          onClick={() => actions.copy(copied())}
        >
          <CopyIcon /> {words.table.copyTable}
        </button>
      </p>
    </div>
  );
}
