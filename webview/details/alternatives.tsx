import { formatPower } from '../../core/derivation/formatPower';
import type { AlternativeView } from '../../extension/protocol/details/diagnosis';
import { fromWire, type WireNumber } from '../../extension/protocol/wire';
import { words } from '../words';

const said = words.details.diagnosis;
const digits = 2;

/** One activation a row, the weights of the text and each initialisation a column. */
export function Alternatives({ alternatives }: { readonly alternatives: readonly AlternativeView[] }) {
  const names = alternatives[0]?.drawn.map(({ initialisation }) => initialisation) ?? [];
  return (
    <div class="table-frame">
      <table class="numbers stacks">
        <thead>
          <tr>
            <th scope="col">{said.activation}</th>
            <th scope="col">{said.asWritten}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {said.initialisations[name] ?? name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {alternatives.map(({ activation, isOwn, asWritten, drawn }) => (
            <tr key={activation} class={isOwn ? 'own' : undefined}>
              <th scope="row">{isOwn ? said.own(activation) : activation}</th>
              <td data-head={said.asWritten}>{power(asWritten)}</td>
              {drawn.map(({ initialisation, lowest, median, highest }) => (
                <td key={initialisation} data-head={said.initialisations[initialisation] ?? initialisation}>
                  {power(median)} <span class="drawn-range">{said.range(power(lowest), power(highest))}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function power(log10: WireNumber): string {
  return formatPower(fromWire(log10), digits);
}
