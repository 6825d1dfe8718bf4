import { alignDecimals, formatNumber } from '../../core/derivation/formatNumber';
import type { JointTableAnswer } from '../../extension/protocol/details/jointTable';
import type { StudyView } from '../../extension/protocol/studyView';
import { fromWire } from '../../extension/protocol/wire';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.divergences;

export const jointTable: SectionEntry = {
  topic: 'jointTable',
  title: (study) => (mayBeJoint(study) ? said.joint : null),
  Body: JointTable,
};

/** A table that the text calls joint, or a matrix of probabilities. */
function mayBeJoint(study: StudyView): boolean {
  if (study.kind === 'distribution') return study.joint !== undefined;
  if (study.kind !== 'matrix' || study.block === null || study.shape.length !== 2) return false;
  if (study.shape.some((size) => size < 2)) return false;
  const values = study.block.values.map(fromWire);
  const sum = values.reduce((total, value) => total + value, 0);
  return values.every((value) => value >= 0) && Math.abs(sum - 1) < 1e-2;
}

function JointTable({ study, state }: SectionProps) {
  return (
    <Answered
      study={study}
      question={{ topic: 'jointTable' }}
      draw={(answer) => (
        <>
          <p>{said.aboutJoint}</p>
          <Measures answer={answer} digits={state.digits} />
          <Marginals answer={answer} digits={state.digits} />
          <p class="quiet">{said.chainRule(formatNumber(fromWire(answer.chainRule), 2))}</p>
        </>
      )}
    />
  );
}

function Measures({
  answer: { measures, base },
  digits,
}: {
  readonly answer: JointTableAnswer;
  readonly digits: number;
}) {
  const texts = alignDecimals(
    measures.map(({ value }) => fromWire(value)),
    digits,
  );
  return (
    <div class="table-frame">
      <table class="numbers compact">
        <tbody>
          {measures.map(({ name, title, latex, exact }, index) => (
            <tr key={name}>
              <th scope="row">{title}</th>
              <td>
                <Tex latex={latex} />
              </td>
              <td>{texts[index]}</td>
              <td class="words">{index === 0 ? words.distribution.unit(base) : ''}</td>
              <td class="words quiet">{exact === undefined ? '' : `= ${exact}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Marginals({
  answer: { marginalX, marginalY, entropyOfRows },
  digits,
}: {
  readonly answer: JointTableAnswer;
  readonly digits: number;
}) {
  const [x, y, h] = [marginalX, marginalY, entropyOfRows].map((values) =>
    alignDecimals(values.map(fromWire), digits),
  );
  const length = Math.max(x.length, y.length);
  return (
    <div class="table-frame">
      <table class="numbers compact">
        <thead>
          <tr>
            <th scope="col">{words.table.outcome}</th>
            {['P(X)', 'H(Y \\mid X = x)', 'P(Y)'].map((latex) => (
              <th scope="col" key={latex}>
                <Tex latex={latex} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length }, (_, index) => (
            <tr key={String(index)}>
              <th scope="row">{index}</th>
              <td>{x[index] ?? ''}</td>
              <td>{h[index] ?? ''}</td>
              <td>{y[index] ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
