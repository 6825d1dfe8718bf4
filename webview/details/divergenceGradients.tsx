import { alignDecimals, formatNumber, formatWritten } from '../../core/derivation/formatNumber';
import type { DivergenceGradientsAnswer } from '../../extension/protocol/details/divergenceGradients';
import { fromWire } from '../../extension/protocol/wire';
import { largestSize } from '../model/blocks';
import { Cell } from '../parts/cell';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.divergences;

const klOfQ = 'D_{\\mathrm{KL}}(P \\| Q)';

export const divergenceGradients: SectionEntry = {
  topic: 'divergenceGradients',
  title: (study) => (study.kind === 'distribution' && study.q !== null ? said.gradients : null),
  Body: DivergenceGradients,
};

function DivergenceGradients({ study, state }: SectionProps) {
  return (
    <Answered
      study={study}
      question={{ topic: 'divergenceGradients' }}
      draw={(answer) => (
        <>
          <p>
            {said.aboutGradients} {answer.isNormalised ? said.ofNormalised : ''}
          </p>
          <GradientTable answer={answer} digits={state.digits} />
          {answer.rows.length < answer.outcomes ? (
            <p class="quiet">{words.table.firstOf(answer.rows.length, answer.outcomes)}</p>
          ) : null}
          {answer.jacobian === null ? null : <Jacobian rows={answer.jacobian} digits={state.digits} />}
          <p class="quiet">{said.chainAgrees(formatNumber(fromWire(answer.disagreement), 2))}</p>
        </>
      )}
    />
  );
}

const columns = [
  { name: 'byQ', short: '∂/∂q', latex: `\\frac{\\partial}{\\partial q_i} ${klOfQ} = -\\frac{p_i}{q_i}` },
  { name: 'byLogits', short: '∂/∂z', latex: `\\frac{\\partial}{\\partial z_i} ${klOfQ} = q_i - p_i` },
  {
    name: 'byP',
    short: '∂/∂p',
    latex: `\\frac{\\partial}{\\partial p_i} ${klOfQ} = \\ln\\frac{p_i}{q_i} + 1`,
  },
  {
    name: 'byLogitsOfP',
    short: '∂/∂y',
    latex: `\\frac{\\partial}{\\partial y_i} ${klOfQ} = p_i \\left(\\ln\\frac{p_i}{q_i} - D_{\\mathrm{KL}}\\right)`,
  },
] as const;

function GradientTable({
  answer: { rows },
  digits,
}: {
  readonly answer: DivergenceGradientsAnswer;
  readonly digits: number;
}) {
  const values = columns.map(({ name }) => rows.map((row) => fromWire(row[name])));
  const texts = values.map((column) => alignDecimals(column, digits));
  const largest = largestSize(values.flat().filter(Number.isFinite));
  return (
    <div class="table-frame">
      <table class="numbers stacks formulas">
        <thead>
          <tr>
            <th scope="col">{words.table.outcome}</th>
            {columns.map(({ name, latex }) => (
              <th scope="col" key={name}>
                <Tex latex={`\\textstyle ${latex}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ outcome, exact }, index) => (
            <tr key={outcome}>
              <th scope="row">{outcome}</th>
              {columns.map(({ name, short }, column) => {
                const fraction =
                  exact !== undefined && (name === 'byQ' || name === 'byLogits') ? exact[name] : null;
                return (
                  <Cell
                    key={name}
                    head={short}
                    value={values[column][index]}
                    text={texts[column][index]}
                    largest={largest}
                  >
                    {fraction === null || fraction.length > 12 ? null : (
                      <span class="quiet">{formatWritten(fraction)} = </span>
                    )}
                    {texts[column][index]}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Jacobian({
  rows,
  digits,
}: {
  readonly rows: NonNullable<DivergenceGradientsAnswer['jacobian']>;
  readonly digits: number;
}) {
  const values = rows.map((row) => row.map(fromWire));
  const texts = alignDecimals(values.flat(), digits);
  const largest = largestSize(values.flat());
  return (
    <>
      <p>
        {said.jacobian} <Tex latex="\frac{\partial q_i}{\partial z_j} = q_i (\delta_{ij} - q_j)" />
      </p>
      <div class="table-frame">
        <table class="numbers compact">
          <tbody>
            {values.map((row, to) => (
              <tr key={String(to)}>
                <th scope="row">
                  <Tex latex={`q_{${to}}`} />
                </th>
                {row.map((value, from) => (
                  <Cell
                    key={String(from)}
                    value={value}
                    text={texts[to * row.length + from]}
                    largest={largest}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
