import { formatNumber, formatWritten } from '../../core/derivation/formatNumber';
import type { PanelState } from '../../extension/protocol/panel';
import type { ErrorView, StudyView } from '../../extension/protocol/studyView';
import { fromWire } from '../../extension/protocol/wire';
import type { Actions } from '../model/actions';
import { decodeNetwork } from '../model/networkModel';
import { Header, placeWords } from '../parts/header';
import { ErrorIcon } from '../parts/icons';
import { Notes } from '../parts/notes';
import { words } from '../words';
import { SourceText } from './sourceText';
import { Thumbnail } from './thumbnail';

/** The message first, then where: the matrix with its hole, the text with a wavy line, the way there. */
export function ErrorState({
  state,
  view,
  actions,
}: {
  readonly state: PanelState;
  readonly view: ErrorView;
  readonly actions: Actions;
}) {
  const [problem] = view.problems;
  return (
    <>
      <Header title={words.header.error} about={placeWords(state)} state={state} actions={actions} />
      <section class="error-state">
        {problem === undefined ? null : (
          <p class="message" role="alert">
            <ErrorIcon /> <span>{problem.message}</span>
          </p>
        )}
        {view.raggedRows === null ? null : <RaggedMatrix rows={view.raggedRows} />}
        {view.excerpt === null ? null : (
          <div class="code-box">
            <SourceText
              text={view.excerpt.lines.join('\n')}
              wavy={view.excerpt.span}
              firstLine={view.excerpt.firstLine}
            />
          </div>
        )}
        {problem?.remedy === undefined ? null : <p class="quiet">{problem.remedy}</p>}
        {problem === undefined ? null : (
          <p class="buttons">
            <button
              type="button"
              class="button"
              onClick={() => actions.reveal(problem.span.offset, problem.span.offset + problem.span.length)}
            >
              {words.states.goToLine(problem.line)}
            </button>
            <button type="button" class="button secondary" onClick={() => actions.copy(problem.message)}>
              {words.states.copyMessage}
            </button>
          </p>
        )}
        <Notes study={view} actions={actions} skip={1} />
        {state.lastGood === null ? null : <LastGood study={state.lastGood} digits={state.digits} />}
      </section>
    </>
  );
}

/** The rows as far as they were read. A row that is too short ends in dashed holes. */
function RaggedMatrix({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  const width = rows[0]?.length ?? 0;
  const most = Math.max(...rows.map((row) => row.length));
  const values = rows.map((row) => row.map(numberOf));
  const largest = Math.max(...values.flat().map(Math.abs).filter(Number.isFinite), 0);
  return (
    <div class="ragged">
      <span class="bracket left" />
      <table>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {Array.from({ length: most }, (_, column) =>
                column < row.length ? (
                  <td
                    key={column}
                    class={`cell ${values[index][column] < 0 ? 'negative' : 'positive'} ${column >= width ? 'surplus' : ''}`}
                    style={{ '--share': (Math.abs(values[index][column]) / (largest || 1) || 0).toFixed(3) }}
                  >
                    {formatWritten(row[column])}
                  </td>
                ) : (
                  <td key={column} class={column < width ? 'hole' : ''}>
                    {column < width ? words.states.missing : ''}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <span class="bracket right" />
      <ul class="counts">
        {rows.map((row, index) => (
          <li key={index} class={row.length === width ? '' : 'bad'}>
            {rowWords(row.length, width)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function rowWords(length: number, expected: number): string {
  if (length < expected) return words.states.numbersMissing(length, expected - length);
  if (length > expected) return words.states.numbersOver(length, length - expected);
  return words.states.numbers(length);
}

/** A written number's size, for its colour alone: a fraction by its quotient. */
function numberOf(text: string): number {
  const [numerator, denominator = '1'] = text.split('/');
  return Number(numerator) / Number(denominator);
}

function LastGood({ study, digits }: { readonly study: StudyView; readonly digits: number }) {
  return (
    <div class="last-good">
      {study.kind === 'network' ? <Thumbnail widths={study.widths} model={decodeNetwork(study)} /> : null}
      <p class="quiet">
        {words.states.lastGood}
        <br />
        {summary(study, digits)}
      </p>
    </div>
  );
}

function summary(study: StudyView, digits: number): string {
  switch (study.kind) {
    case 'network': {
      const widths = study.widths.join('–');
      return study.loss === null
        ? widths
        : `${widths}, ${words.drawing.loss(formatNumber(fromWire(study.loss.value), digits))}`;
    }
    case 'distribution':
      return study.measures.klPQ === undefined
        ? `H(${study.p.label}) = ${formatNumber(fromWire(study.measures.entropyP), digits)}`
        : `KL(${study.p.label} ‖ ${study.q?.label ?? ''}) = ${formatNumber(fromWire(study.measures.klPQ), digits)}`;
    case 'continuous':
      return study.measures.klPQ === undefined
        ? `H(${study.p.label}) = ${formatNumber(fromWire(study.measures.entropyP), digits)}`
        : `KL(${study.p.label} ‖ ${study.q?.label ?? ''}) = ${formatNumber(fromWire(study.measures.klPQ), digits)}`;
    case 'activation':
      return study.name;
    case 'matrix':
      return words.header.matrix(study.shape.join(' × '));
    case 'matrices':
      return words.header.matrices(study.matrices.length);
    case 'error':
      return '';
  }
}
