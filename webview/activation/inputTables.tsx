import { alignDecimals, formatNumber } from '../../core/derivation/formatNumber';
import type { ActivationParts } from '../../extension/protocol/activationView';
import { fromWire, type WireNumber } from '../../extension/protocol/wire';
import { words } from '../words';

const said = words.activation;

/** x, φ(x) and φ′(x) of every number that the text takes φ at: the twin of the points in the plot. */
export function PointTable({
  points,
  digits,
}: {
  readonly points: ActivationParts['points'];
  readonly digits: number;
}) {
  const column = (of: 'at' | 'value' | 'slope') =>
    alignDecimals(
      points.map((point) => fromWire(point[of])),
      digits,
    );
  const [at, values, slopes] = [column('at'), column('value'), column('slope')];
  const isNamed = points.some(({ name }) => name !== null);
  return (
    <section>
      <h2>{said.points.title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus */}
      <section class="table-frame" tabIndex={0} aria-label={said.points.title}>
        <table class="numbers">
          <thead>
            <tr>
              {isNamed ? <th scope="col">{said.points.name}</th> : null}
              <th scope="col">x</th>
              <th scope="col">φ(x)</th>
              <th scope="col">φ′(x)</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ name }, row) => (
              <tr key={row}>
                {isNamed ? <th scope="row">{name}</th> : null}
                <td>{at[row]}</td>
                <td>{values[row]}</td>
                <td>{slopes[row]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** The row that goes in, the row that comes out, and the Jacobian between them. */
export function RowTables({
  row: { input, output, jacobian },
  digits,
}: {
  readonly row: NonNullable<ActivationParts['row']>;
  readonly digits: number;
}) {
  const line = (name: string, values: readonly WireNumber[]) => (
    <tr>
      <th scope="row">{name}</th>
      {values.map((value, index) => (
        <td key={index}>{formatNumber(fromWire(value), digits)}</td>
      ))}
    </tr>
  );
  return (
    <section class="variations">
      <h2>{said.row.title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus */}
      <section class="table-frame" tabIndex={0} aria-label={said.row.title}>
        <table class="numbers compact">
          <tbody>
            {line(said.row.input, input)}
            {line(said.row.output, output)}
          </tbody>
        </table>
        {jacobian === null ? null : (
          <table class="numbers compact">
            <caption class="quiet">{said.row.jacobian}</caption>
            <tbody>{jacobian.map((values, index) => line(`o${subscript(index + 1)}`, values))}</tbody>
          </table>
        )}
      </section>
    </section>
  );
}

function subscript(index: number): string {
  return String(index).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'.charAt(Number(digit)));
}
