import { formatNumber, formatWritten } from '../../core/derivation/formatNumber';
import type { ExactNetworkAnswer } from '../../extension/protocol/details/exactNetwork';
import { fromWire } from '../../extension/protocol/wire';
import { biasName, weightName } from '../network/notation';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.gradients;

/** Rows of fractions that are drawn at most. */
const mostRows = 200;

export const exactNetwork: SectionEntry = {
  topic: 'exactNetwork',
  title: (study) =>
    study.kind === 'network' && study.samples > 0 && study.detail === 'full' ? said.exact : null,
  Body: ExactNetwork,
};

interface ExactRow {
  readonly latex: string;
  readonly sample?: number;
  readonly fraction: string;
  readonly decimal: number;
}

/** Every number that has one as a fraction, beside its decimals, and where fractions end. */
function ExactNetwork({ study, state }: SectionProps) {
  return (
    <Answered
      study={study}
      question={{ topic: 'exactNetwork' }}
      draw={(answer) => (
        <>
          <ExactTable rows={rowsOf(answer)} digits={state.digits} />
          {answer.end === null ? null : <p>{answer.end}</p>}
          {answer.isAtKink ? <p class="quiet">{said.atKink}</p> : null}
        </>
      )}
    />
  );
}

function ExactTable({ rows, digits }: { readonly rows: readonly ExactRow[]; readonly digits: number }) {
  if (rows.length === 0) return null;
  return (
    <>
      <div class="table-frame">
        <table class="numbers compact">
          <thead>
            <tr>
              <th scope="col" />
              <th scope="col">{said.fraction}</th>
              <th scope="col">{said.decimal}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostRows).map(({ latex, sample, fraction, decimal }) => (
              <tr key={`${latex} ${sample}`}>
                <th scope="row">
                  <Tex latex={latex} />
                  {sample === undefined ? null : <span class="quiet"> {said.sample(sample + 1)}</span>}
                </th>
                <td class="fraction">{formatWritten(fraction)}</td>
                <td>{formatNumber(decimal, digits)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > mostRows ? <p class="quiet">{words.table.firstOf(mostRows, rows.length)}</p> : null}
    </>
  );
}

function rowsOf({ output, loss, gradients, decimals }: ExactNetworkAnswer): readonly ExactRow[] {
  const rows: ExactRow[] = [];
  const several = (output?.[0]?.length ?? 1) > 1;
  output?.forEach((row, sample) => {
    row.forEach((fraction, k) => {
      const latex = several ? `\\hat{y}_{${k + 1}}` : '\\hat{y}';
      const of = output.length > 1 ? { sample } : {};
      rows.push({ latex, ...of, fraction, decimal: fromWire(decimals.output[sample]?.[k] ?? 'NaN') });
    });
  });
  if (loss !== null)
    rows.push({ latex: '\\mathcal{L}', fraction: loss, decimal: fromWire(decimals.loss ?? 'NaN') });
  gradients?.weights.forEach((matrix, layer) => {
    matrix.forEach((row, to) => {
      row.forEach((fraction, from) => {
        rows.push(derivative(weightName(layer, from, to), fraction));
      });
    });
    gradients.biases[layer]?.forEach((fraction, to) => {
      rows.push(derivative(biasName(layer, to), fraction));
    });
  });
  return rows;
}

function derivative(of: string, fraction: string): ExactRow {
  const [numerator, denominator = '1'] = fraction.split('/');
  return {
    latex: `\\partial\\mathcal{L}/\\partial ${of}`,
    fraction,
    decimal: Number(numerator) / Number(denominator),
  };
}
