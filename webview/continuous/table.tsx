import { alignDecimals, formatNumber } from '../../core/derivation/formatNumber';
import { logarithm } from '../distribution/notation';
import type { Actions } from '../model/actions';
import { largestSize } from '../model/blocks';
import { Cell } from '../parts/cell';
import { useTabStop } from '../parts/hooks';
import { CopyIcon } from '../parts/icons';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { type CurveNumbers, tableRows, tableText } from './continuousModel';

/** The twin of both drawings: a row for some of the places that are drawn. */
export function CurveTable({
  curves,
  base,
  digits,
  actions,
}: {
  readonly curves: CurveNumbers;
  readonly base: number;
  readonly digits: number;
  readonly actions: Actions;
}) {
  const group = useTabStop<HTMLElement>();
  const rows = tableRows(curves);
  const { x, p, q, term } = curves;
  const log = logarithm(base);
  const column = (values: readonly number[] | null) =>
    values === null
      ? null
      : alignDecimals(
          rows.map((row) => values[row]),
          digits,
        );
  const places = column(x);
  const [ofP, ofQ] = [p, q].map((values) =>
    values === null ? null : rows.map((row) => formatNumber(values[row], digits)),
  );
  const terms = column(term);
  const largest = term === null ? 0 : largestSize(term.filter(Number.isFinite));
  const heads = q === null ? ['x', 'p(x)'] : ['x', 'p(x)', 'q(x)', `p\\,${log}(p/q)`];
  return (
    <section class="twin" aria-label={words.continuous.table} ref={group}>
      <div class="table-frame">
        <table class="numbers outcomes">
          <thead>
            <tr>
              {heads.map((latex) => (
                <th scope="col" key={latex}>
                  <Tex latex={latex} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row}>
                <th scope="row">{curves.discrete ? String(x[row]) : places?.[index]}</th>
                <td>{ofP?.[index]}</td>
                {ofQ === null ? null : <td>{ofQ?.[index]}</td>}
                {term === null || terms === null ? null : (
                  <Cell value={term[row]} text={terms[index]} largest={largest} />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="table-tools">
        <button
          type="button"
          class="text-button"
          data-rove
          tabindex={-1}
          onClick={() => actions.copy(tableText(curves))}
        >
          <CopyIcon /> {words.table.copyTable}
        </button>
      </p>
    </section>
  );
}
