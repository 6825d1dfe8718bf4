import { alignDecimals } from '../../core/derivation/formatNumber';
import type { PairwiseAnswer } from '../../extension/protocol/details/pairwise';
import type { StudyView } from '../../extension/protocol/studyView';
import { fromWire, type WireNumber } from '../../extension/protocol/wire';
import { largestSize } from '../model/blocks';
import { Cell } from '../parts/cell';
import { CopyIcon } from '../parts/icons';
import { words } from '../words';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.pairwise;

export const pairwise: SectionEntry = {
  topic: 'pairwise',
  title: (study) => (hasRows(study) ? said.title : null),
  Body: PairwiseBody,
};

/** A matrix that was read as distributions, or whose rows look like some: from 0 to 1, with sums near 1. */
function hasRows(study: StudyView): boolean {
  if (study.kind === 'distribution') return study.rows > 2;
  if (study.kind !== 'matrix' || study.block === null) return false;
  const [rows = 0, columns = 0] = study.shape;
  if (study.shape.length !== 2 || rows < 2 || columns < 2) return false;
  const values = study.block.values.map(fromWire);
  return Array.from({ length: rows }, (_, row) => values.slice(row * columns, (row + 1) * columns)).every(
    (row) =>
      row.every((value) => value >= 0) && Math.abs(row.reduce((sum, value) => sum + value, 0) - 1) < 0.05,
  );
}

function PairwiseBody({ study, state: { digits }, actions }: SectionProps) {
  return (
    <Answered
      study={study}
      question={{ topic: 'pairwise' }}
      draw={(answer) => {
        const unit = words.distribution.unit(answer.base);
        const divided = answer.areOne.filter((isOne) => !isOne).length;
        return (
          <>
            <p class="quiet">
              {said.about} {divided === 0 ? '' : said.divided(divided)}
            </p>
            <Square
              title={`${said.kullbackLeibler}, ${unit}`}
              values={answer.kullbackLeibler}
              answer={answer}
              digits={digits}
            />
            <Square title={`${said.jensenShannon}, ${unit}`} values={answer.jensenShannon} digits={digits} />
            {answer.sums.length < answer.rows ? (
              <p class="quiet">{said.firstOf(answer.sums.length, answer.rows)}</p>
            ) : null}
            <p class="table-tools">
              <button type="button" class="text-button" onClick={() => actions.copy(tableText(answer))}>
                <CopyIcon /> {said.copy}
              </button>
            </p>
          </>
        );
      }}
    />
  );
}

/** A row and a column for each distribution; with `answer` also the sum and the entropy of each. */
function Square({
  title,
  values,
  answer,
  digits,
}: {
  readonly title: string;
  readonly values: readonly (readonly WireNumber[])[];
  readonly answer?: PairwiseAnswer;
  readonly digits: number;
}) {
  const numbers = values.map((row) => row.map(fromWire));
  const flat = numbers.flat();
  const texts = alignDecimals(flat, digits);
  const largest = largestSize(flat.filter(Number.isFinite));
  const entropies = answer === undefined ? [] : alignDecimals(answer.entropies.map(fromWire), digits);
  return (
    <div class="table-frame">
      <table class="numbers compact pairwise">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{said.row}</th>
            {numbers.map((_, column) => (
              <th scope="col" key={column}>
                {column + 1}
              </th>
            ))}
            {answer === undefined ? null : (
              <>
                <th scope="col">{said.entropy}</th>
                <th scope="col">{said.sum}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {numbers.map((row, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              {row.map((value, column) => (
                <Cell
                  key={column}
                  value={value}
                  text={Number.isNaN(value) ? said.none : texts[index * row.length + column]}
                  largest={largest}
                />
              ))}
              {answer === undefined ? null : (
                <>
                  <td>{entropies[index]}</td>
                  <td>{answer.sums[index]}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Tabs between columns, every digit of the doubles. */
function tableText({ kullbackLeibler }: PairwiseAnswer): string {
  return kullbackLeibler.map((row) => row.map((value) => String(fromWire(value))).join('\t')).join('\n');
}
