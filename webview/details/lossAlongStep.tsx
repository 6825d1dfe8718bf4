import { formatNumber, formatShort } from '../../core/derivation/formatNumber';
import type { LossAlongStepAnswer } from '../../extension/protocol/details/lossAlongStep';
import { fromWire } from '../../extension/protocol/wire';
import { useWidth } from '../parts/hooks';
import { words } from '../words';
import { LineChart } from './lineChart';
import { Answered } from './section';
import type { SectionProps } from './sectionEntry';

const said = words.details.training;

/** The loss as a function of η for the optimizer's first step, and the way to write that step to the text. */
export function LossAlongStep({ study, state, actions }: SectionProps) {
  return (
    <>
      <h3>{said.along}</h3>
      <Answered
        study={study}
        question={{ topic: 'lossAlongStep' }}
        draw={(answer) => <Along answer={answer} digits={state.digits} />}
      />
      <p class="table-tools">
        <button type="button" class="text-button framed" onClick={actions.applyDescentStep}>
          {said.applyStep}
        </button>
      </p>
    </>
  );
}

function Along({ answer, digits }: { readonly answer: LossAlongStepAnswer; readonly digits: number }) {
  const [place, width] = useWidth<HTMLDivElement>();
  const { optimizer, learningRate, before, after, rates, losses } = answer;
  const [largest, best] = [fromWire(answer.largest), fromWire(answer.best.rate)];
  const loss = (value: number) => formatNumber(value, digits);
  const rate = (value: number) => formatShort(value, digits);
  const rows: readonly (readonly [string, string, string])[] = [
    [said.current, rate(learningRate), loss(fromWire(after))],
    ...(largest > 0
      ? [
          [said.best, rate(best), loss(fromWire(answer.best.loss))] as const,
          [said.largest, Number.isFinite(largest) ? rate(largest) : '∞', loss(fromWire(before))] as const,
        ]
      : []),
    ...(answer.model === null ? [] : [[said.model, rate(fromWire(answer.model)), ''] as const]),
  ];
  return (
    <>
      <p class="quiet">{said.optimizer(optimizer, rate(learningRate))}</p>
      {largest > 0 ? null : <p>{said.ascends}</p>}
      {fromWire(after) > fromWire(before) ? <p>{said.raises(rate(learningRate))}</p> : null}
      <div ref={place} class="chart-frame">
        {width === null ? null : (
          <LineChart
            name={said.alongCurve(rate(largest))}
            width={width}
            series={[
              { points: rates.map((x, i) => ({ x, y: fromWire(losses[i]) })) },
              { points: ends(rates).map((x) => ({ x, y: fromWire(before) })), isSecond: true },
            ]}
            marks={[{ x: learningRate, name: said.rate }]}
            xName={said.rate}
            yName={(isLogarithmic) => (isLogarithmic ? said.logarithmic : said.loss)}
          />
        )}
      </div>
      <div class="table-frame">
        <table class="numbers compact stacks">
          <thead>
            <tr>
              <th />
              <th scope="col">{said.rate}</th>
              <th scope="col">{said.loss}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, at, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-head={said.rate}>{at}</td>
                <td data-head={said.loss}>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {largest === Number.POSITIVE_INFINITY ? <p class="quiet">{said.unbounded}</p> : null}
    </>
  );
}

function ends(rates: readonly number[]): readonly number[] {
  return [rates[0] ?? 0, rates.at(-1) ?? 0];
}
