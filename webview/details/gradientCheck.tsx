import { useState } from 'preact/hooks';
import { formatNumber, formatWritten, listNumbers } from '../../core/derivation/formatNumber';
import type {
  GradientCheckAnswer,
  GradientCheckRow,
  ParameterName,
} from '../../extension/protocol/details/gradientCheck';
import type { NetworkView } from '../../extension/protocol/studyView';
import { fromWire, type WireNumber } from '../../extension/protocol/wire';
import { keyOf, type Selection } from '../model/selection';
import { biasName, learntName, weightName } from '../network/notation';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.gradients;

/** Digits of a difference between two derivatives. */
const differenceDigits = 2;

/** Stands beside the name, so that a narrow panel shows it without scrolling; words say the same. */
const marks = { agree: '✓', disagree: '✗', undecided: '?' } as const;

export const gradientCheck: SectionEntry = {
  topic: 'gradientCheck',
  title: (study) => (study.kind === 'network' && study.check !== null ? said.check : null),
  Body: GradientCheck,
};

/** Every parameter with its derivative by each engine, a page at a time. */
function GradientCheck({ study, state, selection, actions }: SectionProps) {
  const [first, setFirst] = useState(0);
  if (study.kind !== 'network') return null;
  return (
    <>
      <Summary study={study} />
      <Answered
        study={study}
        question={{ topic: 'gradientCheck', first }}
        draw={(answer) => (
          <>
            <CheckTable
              answer={answer}
              digits={state.digits}
              selected={selection === null ? null : keyOf(selection)}
              select={actions.select}
            />
            <Pages answer={answer} turnTo={setFirst} />
          </>
        )}
      />
      <p class="quiet">{said.engines}</p>
    </>
  );
}

function Summary({ study: { check } }: { readonly study: NetworkView }) {
  if (check === null) return null;
  const difference = formatNumber(fromWire(check.largestRelativeDifference), differenceDigits);
  return <p>{said.summary(check.verdict, said.parameters(check.compared, check.parameters), difference)}</p>;
}

function CheckTable({
  answer: { rows },
  digits,
  selected,
  select,
}: {
  readonly answer: GradientCheckAnswer;
  readonly digits: number;
  readonly selected: string | null;
  select(selection: Selection): void;
}) {
  const hasExact = rows.some(({ exact }) => exact !== null);
  const hasClaims = rows.some(({ claimed }) => claimed !== undefined);
  return (
    <div class="table-frame">
      <table class="numbers stacks">
        <thead>
          <tr>
            <th scope="col">{said.parameter}</th>
            <th scope="col" aria-label={said.verdict} />
            <th scope="col">{said.matrix}</th>
            <th scope="col">{said.edges}</th>
            <th scope="col">{said.differences}</th>
            {hasExact ? <th scope="col">{said.fraction}</th> : null}
            {hasClaims ? <th scope="col">{said.claimed}</th> : null}
            <th scope="col">{said.relative}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const selection = selectionOf(row.name);
            const isSelected = selection !== null && keyOf(selection) === selected;
            return (
              <tr key={nameOf(row.name)} class={isSelected ? 'selected' : undefined}>
                <th scope="row">
                  <ParameterButton name={row.name} written={row.written} select={select} />
                </th>
                <td
                  class={`verdict ${row.verdict}`}
                  aria-label={said.verdicts[row.verdict]}
                  title={said.verdicts[row.verdict]}
                >
                  {marks[row.verdict]}
                </td>
                <td data-head={said.matrix}>{numberText(row.matrix, digits)}</td>
                <td data-head={said.edges}>{sidesText(row.edges, row.matrix, digits)}</td>
                <td data-head={said.differences}>{sidesText(row.differences, row.matrix, digits)}</td>
                {hasExact ? (
                  <td class="fraction" data-head={said.fraction}>
                    {formatWritten(row.exact ?? '')}
                  </td>
                ) : null}
                {hasClaims ? <Claim claimed={row.claimed} /> : null}
                <td data-head={said.relative}>{numberText(row.relativeDifference, differenceDigits)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The name selects the parameter in the drawing, where it has a place there. */
function ParameterButton({
  name,
  written,
  select,
}: {
  readonly name: ParameterName;
  readonly written: string;
  select(selection: Selection): void;
}) {
  const selection = selectionOf(name);
  const content = (
    <>
      <Tex latex={nameOf(name)} /> <span class="quiet">{formatWritten(written)}</span>
    </>
  );
  if (selection === null) return content;
  return (
    <button type="button" class="name-button" onClick={() => select(selection)}>
      {content}
    </button>
  );
}

function Claim({ claimed }: Pick<GradientCheckRow, 'claimed'>) {
  if (claimed === undefined) return <td />;
  return (
    <td class={claimed.isRight ? 'verdict agree' : 'verdict disagree'} data-head={said.claimed}>
      {formatWritten(claimed.text)} <span>{claimed.isRight ? said.rightClaim : said.wrongClaim}</span>
    </td>
  );
}

function Pages({
  answer: { first, rows, parameters },
  turnTo,
}: {
  readonly answer: GradientCheckAnswer;
  turnTo(first: number): void;
}) {
  const end = first + rows.length;
  if (first === 0 && end >= parameters) return null;
  return (
    <p class="table-tools">
      <button
        type="button"
        class="text-button"
        disabled={first === 0}
        onClick={() => turnTo(Math.max(0, first - rows.length))}
      >
        {said.previous}
      </button>
      <span class="quiet">{said.page(first + 1, end, parameters)}</span>
      <button type="button" class="text-button" disabled={end >= parameters} onClick={() => turnTo(end)}>
        {said.next}
      </button>
    </p>
  );
}

function selectionOf(name: ParameterName): Selection | null {
  switch (name.of) {
    case 'weights':
      return { kind: 'weight', layer: name.layer, from: name.from, to: name.to };
    case 'biases':
      return { kind: 'bias', layer: name.layer, to: name.to };
    case 'parameters':
      return null;
  }
}

function nameOf(name: ParameterName): string {
  switch (name.of) {
    case 'weights':
      return weightName(name.layer, name.from, name.to);
    case 'biases':
      return biasName(name.layer, name.to);
    case 'parameters':
      return learntName(name.layer, name.to);
  }
}

function numberText(value: WireNumber, digits: number): string {
  return formatNumber(fromWire(value), digits);
}

/**
 * One number where both sides are the same to the digits that are shown, else an interval. What lies
 * within the last digit of the matrix form is written like it: a tie that rounds the other way would
 * look like a difference, which the column of relative differences denies.
 */
function sidesText(
  sides: readonly [WireNumber, WireNumber] | null,
  matrix: WireNumber,
  digits: number,
): string {
  if (sides === null) return said.noLimit;
  const derivative = fromWire(matrix);
  const [left, right] = sides.map((side) => {
    const isNear = Math.abs(fromWire(side) - derivative) < 10 ** -digits * Math.abs(derivative);
    return numberText(isNear ? matrix : side, digits);
  });
  return left === right ? (left ?? '') : `[${listNumbers([left ?? '', right ?? ''])}]`;
}
