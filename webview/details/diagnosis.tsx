import { formatNumber } from '../../core/derivation/formatNumber';
import { formatPower } from '../../core/derivation/formatPower';
import type { DiagnosisAnswer, LayerDiagnosisView } from '../../extension/protocol/details/diagnosis';
import { fromWire, type WireNumber } from '../../extension/protocol/wire';
import { useWidth } from '../parts/hooks';
import { words } from '../words';
import { Alternatives } from './alternatives';
import { LineChart } from './lineChart';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.diagnosis;

/** Digits of factors and of their products. */
const factorDigits = 4;
const powerDigits = 3;
/** Layers that a table shows, those next to the input. */
const mostLayers = 200;

export const diagnosis: SectionEntry = {
  topic: 'diagnosis',
  title: (study) => (study.kind === 'network' && study.samples > 0 ? said.title : null),
  Body: Diagnosis,
};

/** What becomes of the gradient from the loss back to the first layer, and what would with other choices. */
function Diagnosis({ study }: SectionProps) {
  return (
    <Answered
      study={study}
      question={{ topic: 'diagnosis' }}
      draw={(answer) => (
        <>
          <p>{said.about(answer.of)}</p>
          <Picture answer={answer} />
          <LayerTable layers={answer.layers} />
          <p class="quiet">{said.relative}</p>
          <h3>{said.alternatives}</h3>
          {answer.alternatives === null ? (
            <p class="quiet">{said.tooLarge}</p>
          ) : (
            <>
              <p>{said.aboutAlternatives}</p>
              <Alternatives alternatives={answer.alternatives} />
            </>
          )}
        </>
      )}
    />
  );
}

/** The products over the layers as powers of ten, with the bound of the slopes where there is one. */
function Picture({ answer: { layers } }: { readonly answer: DiagnosisAnswer }) {
  const [place, width] = useWidth<HTMLDivElement>();
  const points = (of: (layer: LayerDiagnosisView) => WireNumber | null) =>
    layers.map((layer, index) => ({ x: index + 1, y: fromWire(of(layer) ?? 'NaN') }));
  const lowest = Math.min(...layers.map(({ log10 }) => fromWire(log10)));
  const hasBound = layers.some(({ log10Bound }) => log10Bound !== null && fromWire(log10Bound) < 0);
  return (
    <div ref={place} class="chart-frame">
      {width === null ? null : (
        <LineChart
          name={said.picture(formatPower(lowest, powerDigits))}
          width={width}
          series={[
            { points: points(({ log10 }) => log10), hasDots: layers.length <= 40 },
            ...(hasBound ? [{ points: points(({ log10Bound }) => log10Bound), isSecond: true }] : []),
          ]}
          xName={said.layer}
          yName={() => said.series(hasBound)}
          xIsWhole
        />
      )}
    </div>
  );
}

function LayerTable({ layers }: { readonly layers: readonly LayerDiagnosisView[] }) {
  const hasUnits = layers.some(({ dead, saturated }) => dead + saturated > 0);
  return (
    <>
      <div class="table-frame">
        <table class="numbers stacks">
          <thead>
            <tr>
              <th scope="col">{said.layer}</th>
              <th scope="col">{said.slope}</th>
              <th scope="col">{said.weights}</th>
              <th scope="col">{said.product}</th>
              <th scope="col">{said.slopes}</th>
              <th scope="col">{said.bound}</th>
              <th scope="col">{said.weightGradient}</th>
              {hasUnits ? <th scope="col">{said.units}</th> : null}
            </tr>
          </thead>
          <tbody>
            {layers.slice(0, mostLayers).map((layer, index) => (
              <tr key={String(index)}>
                <th scope="row">
                  {index + 1} <span class="quiet">{layer.activation}</span>
                </th>
                <td data-head={said.slope}>{factor(layer.slope)}</td>
                <td data-head={said.weights}>{factor(layer.weights)}</td>
                <td data-head={said.product}>{power(layer.log10)}</td>
                <td data-head={said.slopes}>{power(layer.log10Slopes)}</td>
                <td data-head={said.bound}>{layer.log10Bound === null ? '' : power(layer.log10Bound)}</td>
                <td data-head={said.weightGradient}>{power(layer.log10OfWeightGradient)}</td>
                {hasUnits ? <td data-head={said.units}>{units(layer)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {layers.length > mostLayers ? (
        <p class="quiet">{words.table.firstOf(mostLayers, layers.length)}</p>
      ) : null}
    </>
  );
}

function factor(value: WireNumber | null): string {
  return value === null ? '' : formatNumber(fromWire(value), factorDigits);
}

function power(log10: WireNumber): string {
  return formatPower(fromWire(log10), powerDigits);
}

function units({ dead, saturated, width }: LayerDiagnosisView): string {
  return [
    ...(dead > 0 ? [said.dead(dead, width)] : []),
    ...(saturated > 0 ? [said.saturated(saturated, width)] : []),
  ].join(', ');
}
