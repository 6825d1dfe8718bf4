import { NormalisedHead } from '../parts/normalisedHead';
import { Tex } from '../parts/tex';
import { words } from '../words';
import type { DistributionModel, MeasureName } from './distributionModel';
import { measureName } from './notation';

const groups: readonly (readonly MeasureName[])[] = [
  ['klPQ', 'klQP'],
  ['entropyP', 'entropyQ'],
  ['crossEntropyPQ', 'crossEntropyQP'],
];

const others = ['jensenShannon', 'jeffreys', 'totalVariation', 'hellinger', 'chiSquare', 'renyi2'] as const;

/** Every measure; where the numbers do not sum to one, as given and after normalising. */
export function Totals({ model }: { readonly model: DistributionModel }) {
  const both = model.view.normalised !== null;
  return (
    <>
      <h2>{words.distribution.totals}</h2>
      <table class="totals">
        {both ? <NormalisedHead /> : null}
        {groups
          .filter((group) => group.some((name) => model.text(name) !== null))
          .map((group) => (
            <tbody key={group[0]}>
              {group.map((name) => (
                <Row
                  key={name}
                  model={model}
                  name={name}
                  strong={name === 'klPQ' || name === 'klQP'}
                  both={both}
                />
              ))}
            </tbody>
          ))}
      </table>
    </>
  );
}

export function OtherMeasures({ model }: { readonly model: DistributionModel }) {
  const known = others.filter((name) => model.text(name) !== null);
  if (known.length === 0) return null;
  return (
    <>
      <h2>{words.distribution.more}</h2>
      <table class="totals">
        <tbody>
          {known.map((name) => (
            <Row key={name} model={model} name={name} strong={false} both={model.view.normalised !== null} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({
  model,
  name,
  strong,
  both,
}: {
  readonly model: DistributionModel;
  readonly name: MeasureName;
  readonly strong: boolean;
  readonly both: boolean;
}) {
  const text = model.text(name);
  if (text === null) return null;
  const latex = measureName(model.view, name);
  return (
    <tr class={strong ? 'strong' : ''}>
      <th scope="row">{latex === null ? <Named name={name} /> : <Tex latex={latex} />}</th>
      <td>{text}</td>
      {both ? <td>{model.normalisedText(name)}</td> : null}
    </tr>
  );
}

function Named({ name }: { readonly name: MeasureName }) {
  const names: Partial<Record<MeasureName, string>> = words.distribution;
  return <>{names[name]}</>;
}

/** H(P, Q) = H(P) + KL as two bars of one length. */
export function Identity({ model, width }: { readonly model: DistributionModel; readonly width: number }) {
  const cross = model.value('crossEntropyPQ');
  const entropy = model.value('entropyP');
  const divergence = model.value('klPQ');
  if (cross === null || entropy === null || divergence === null) return null;
  if (!Number.isFinite(cross) || divergence < 0 || entropy < 0 || cross <= 0) return null;
  const { view } = model;
  const name = (measure: MeasureName) => measureName(view, measure) ?? '';
  const split = (entropy / cross) * (width - 1);
  const style = { width: `calc(${width} * var(--u))`, height: 'calc(66 * var(--u))' };
  return (
    <div class="identity">
      <h2>
        {words.distribution.why}{' '}
        <Tex latex={`${name('klPQ')} = ${name('crossEntropyPQ')} - ${name('entropyP')}`} />
      </h2>
      <p class="identity-row">
        <span>
          <Tex latex={name('crossEntropyPQ')} /> <span class="number">{model.text('crossEntropyPQ')}</span>
        </span>
      </p>
      <svg
        class="chart"
        role="img"
        aria-label={words.distribution.identityName}
        viewBox={`0 0 ${width} 66`}
        style={style}
      >
        <rect class="bar-Q" x={0.75} y={1} width={width - 1.5} height={18} />
        <line class="carry" x1={0.75} x2={0.75} y1={19} y2={46} />
        <line class="carry" x1={width - 0.75} x2={width - 0.75} y1={19} y2={46} />
        <rect class="entropy" x={0.5} y={46} width={split} height={18} />
        <rect class="step total" x={split} y={46} width={Math.max(0.5, width - split)} height={18} />
      </svg>
      <p class="identity-row">
        <span>
          <Tex latex={name('entropyP')} /> <span class="number">{model.text('entropyP')}</span>
        </span>
        <span>
          <Tex latex={`+ ${name('klPQ')}`} /> <span class="number strong">{model.text('klPQ')}</span>
        </span>
      </p>
    </div>
  );
}
