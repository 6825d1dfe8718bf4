import { measureName } from '../distribution/notation';
import { NormalisedHead } from '../parts/normalisedHead';
import { Tex } from '../parts/tex';
import { words } from '../words';
import type { ContinuousModel, MeasureName } from './continuousModel';

const names: readonly MeasureName[] = [
  'klPQ',
  'klQP',
  'entropyP',
  'entropyQ',
  'crossEntropyPQ',
  'crossEntropyQP',
  'jensenShannon',
  'jeffreys',
  'totalVariation',
  'hellinger',
  'chiSquare',
  'renyi2',
];

/** Every value with how it was got, and its closed form where it has one. */
export function Totals({ model }: { readonly model: ContinuousModel }) {
  const both = model.view.normalised !== null;
  return (
    <>
      <h2>{words.distribution.totals}</h2>
      <table class="totals methods">
        {both ? <NormalisedHead /> : null}
        {names
          .filter((name) => model.text(name) !== null)
          .map((name) => (
            <Value key={name} model={model} name={name} both={both} />
          ))}
      </table>
    </>
  );
}

function Value({
  model,
  name,
  both,
}: {
  readonly model: ContinuousModel;
  readonly name: MeasureName;
  readonly both: boolean;
}) {
  const latex = measureName(model.view, name);
  const method = model.view.methods[name];
  const inWords: Partial<Record<MeasureName, string>> = words.distribution;
  return (
    <tbody>
      <tr class={name === 'klPQ' || name === 'klQP' ? 'strong' : ''}>
        <th scope="row">{latex === null ? inWords[name] : <Tex latex={latex} />}</th>
        <td>{model.text(name)}</td>
        {both ? <td>{model.normalisedText(name)}</td> : null}
      </tr>
      {method === undefined ? null : (
        <tr class="method">
          <td colSpan={both ? 3 : 2}>
            <span class="quiet" title={method.source}>
              {method.how}
            </span>
            {method.latex === undefined ? null : <Tex latex={`\\textstyle ${method.latex}`} />}
          </td>
        </tr>
      )}
    </tbody>
  );
}
