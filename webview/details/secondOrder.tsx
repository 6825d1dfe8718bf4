import { useState } from 'preact/hooks';
import { alignDecimals, formatNumber, formatShort } from '../../core/derivation/formatNumber';
import type {
  DerivativeLabel,
  SecondOrderAnswer,
  SecondOrderQuestion,
} from '../../extension/protocol/details/secondOrder';
import { fromWire } from '../../extension/protocol/wire';
import { biasName, inputName, learntName, weightName } from '../network/notation';
import { Cell } from '../parts/cell';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.secondOrder;

/** Rows and columns that are drawn; all of them are copied. */
const mostDrawn = 40;
const cellDigits = 4;

export const secondOrder: SectionEntry = {
  topic: 'secondOrder',
  title: (study) => (study.kind === 'network' && study.samples > 0 ? said.title : null),
  Body: SecondOrder,
};

/** One of the matrices, or of the products that the text asks for, as a table. */
function SecondOrder({ study, state, actions }: SectionProps) {
  const hasLoss = study.kind === 'network' && study.loss !== null;
  const [of, setOf] = useState<SecondOrderQuestion['of']>(hasLoss ? 'hessian' : 'jacobian');
  const choices = [
    ...(hasLoss ? (['hessian'] as const) : []),
    ...(['jacobian', 'inputJacobian'] as const),
    ...(study.kind === 'network' ? (study.products ?? []) : []),
  ];
  return (
    <>
      <fieldset class="choices" aria-label={said.choice}>
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            class="text-button framed"
            aria-pressed={choice === of}
            onClick={() => setOf(choice)}
          >
            {said[choice]}
          </button>
        ))}
      </fieldset>
      <Answered
        study={study}
        question={{ topic: 'secondOrder', of }}
        draw={(answer) =>
          answer.tooLarge === null ? (
            <>
              <HessianWords answer={answer} digits={state.digits} />
              <MatrixTable answer={answer} copy={actions.copy} />
            </>
          ) : (
            <p>{said.tooLarge(answer.tooLarge.parameters, answer.tooLarge.most)}</p>
          )
        }
      />
    </>
  );
}

function HessianWords({
  answer: { hessian },
  digits,
}: {
  readonly answer: SecondOrderAnswer;
  readonly digits: number;
}) {
  if (hessian === null) return null;
  const values = hessian.eigenvalues.map(fromWire);
  const [lowest, highest] = [values[0], values.at(-1)];
  if (lowest === undefined || highest === undefined) return null;
  // Within the rounding of the largest, an eigenvalue is 0.
  const rounding = 1e-12 * Math.max(Math.abs(lowest), Math.abs(highest));
  const negative = values.filter((value) => value < -rounding).length;
  const number = (value: number) => formatNumber(Math.abs(value) <= rounding ? 0 : value, digits);
  return (
    <>
      <p>
        {said.eigenvalues(number(lowest), number(highest))} {said.shape(negative, values.length)}{' '}
        {highest > rounding ? said.stable(formatShort(2 / highest, digits)) : null}
      </p>
      <p class="quiet">{said.asymmetry(formatNumber(fromWire(hessian.asymmetry), 2))}</p>
      {hessian.isAtKink ? <p>{said.atKink}</p> : null}
    </>
  );
}

function MatrixTable({
  answer: { rows, columns, values },
  copy,
}: {
  readonly answer: SecondOrderAnswer;
  copy(text: string): void;
}) {
  const numbers = values.map(fromWire);
  const texts = alignDecimals(numbers, cellDigits);
  const largest = numbers.reduce(
    (most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
    0,
  );
  const shownColumns = columns.slice(0, mostDrawn);
  return (
    <>
      <div class="table-frame">
        <table class="numbers second-order">
          <thead>
            <tr>
              <th />
              {shownColumns.map((label) => (
                <th key={nameOf(label)} scope="col">
                  <Tex latex={nameOf(label)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostDrawn).map((label, row) => (
              <tr key={nameOf(label)}>
                <th scope="row">
                  <Tex latex={nameOf(label)} />
                </th>
                {shownColumns.map((column, index) => {
                  const at = row * columns.length + index;
                  return (
                    <Cell key={nameOf(column)} value={numbers[at]} text={texts[at] ?? ''} largest={largest} />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {Math.max(rows.length, columns.length) > mostDrawn ? (
        <p class="quiet">{said.firstOf(mostDrawn, Math.max(rows.length, columns.length))}</p>
      ) : null}
      <p class="table-tools">
        <button type="button" class="text-button" onClick={() => copy(matrixText(numbers, columns.length))}>
          {said.copy}
        </button>
      </p>
    </>
  );
}

function matrixText(numbers: readonly number[], columns: number): string {
  const rows = Array.from({ length: numbers.length / columns }, (_, row) =>
    JSON.stringify(numbers.slice(row * columns, (row + 1) * columns)),
  );
  return `[${rows.join(',\n ')}]`;
}

function nameOf(label: DerivativeLabel): string {
  switch (label.of) {
    case 'weights':
      return weightName(label.layer, label.from, label.to);
    case 'biases':
      return biasName(label.layer, label.to);
    case 'parameters':
      return learntName(label.layer, label.to);
    case 'input':
      return label.sample === undefined
        ? inputName(label.index)
        : `x_{${label.index + 1}}^{(${label.sample + 1})}`;
    case 'jvp':
      return 'J v';
    case 'vjp':
      return 'u^{\\mathsf{T}} J';
    case 'output':
      return label.sample === null
        ? `\\hat{y}_{${label.index + 1}}`
        : `\\hat{y}_{${label.index + 1}}^{(${label.sample + 1})}`;
  }
}
