import { Fragment } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { type DocumentFormat, documentOf, relations } from '../../core/derivation/document';
import type { PrintedEquation } from '../../core/derivation/print';
import type { DerivationStepView } from '../../extension/protocol/details/derivation';
import { keyOf, type Selection } from '../model/selection';
import { useTabStop } from '../parts/hooks';
import { focusMember, membersOf, roveByArrows } from '../parts/roving';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { keepFitting } from './fitting';

const said = words.details.derivation;

/** The steps under each other; one tab stop, with arrows up and down from step to step. */
export function StepList({
  steps,
  selected,
  copy,
}: {
  readonly steps: readonly DerivationStepView[];
  readonly selected: Selection | null;
  copy(text: string): void;
}) {
  const place = useTabStop<HTMLOListElement>(moveBetweenSteps);
  useLayoutEffect(() => markChosen(place.current, selected));
  useLayoutEffect(() => (place.current === null ? undefined : keepFitting(place.current)), [steps]);
  return (
    <ol class="derivation-steps" ref={place}>
      {steps.map((step) => (
        <StepItem key={step.key} step={step} copy={copy} />
      ))}
    </ol>
  );
}

export function CopyButtons({
  titles,
  copy,
  isInSteps = false,
}: {
  readonly isInSteps?: boolean;
  readonly titles: Readonly<Record<DocumentFormat, string>>;
  copy(format: DocumentFormat): void;
}) {
  const formats: readonly (readonly [DocumentFormat, string])[] = [
    ['latex', 'LaTeX'],
    ['markdown', 'Markdown'],
  ];
  return (
    <span class="copy-buttons">
      {formats.map(([format, name]) => (
        <button
          key={format}
          type="button"
          class="small"
          data-rove={isInSteps ? '' : undefined}
          tabindex={isInSteps ? -1 : undefined}
          aria-label={titles[format]}
          title={titles[format]}
          onClick={() => copy(format)}
        >
          {name}
        </button>
      ))}
    </span>
  );
}

function StepItem({ step, copy }: { readonly step: DerivationStepView; copy(text: string): void }) {
  const { number, title, uses, usesNote, hypotheses, placed, plain } = step;
  return (
    <li id={stepId(number)}>
      <details open>
        <summary data-rove tabindex={-1}>
          <span class="step-title">
            ({number}) {title}
          </span>
          <CopyButtons
            isInSteps
            copy={(format) => copy(documentOf([step], format))}
            titles={{ latex: said.copyStepLatex, markdown: said.copyStepMarkdown }}
          />
        </summary>
        {uses.length === 0 ? null : <Uses steps={uses} note={usesNote} />}
        {hypotheses.length === 0 ? null : (
          <ul class="hypotheses">
            {hypotheses.map(({ text, holds, note }) => (
              <li key={text} class={holds ? 'holds' : 'fails'} aria-label={note}>
                {holds ? '✓' : '✗'} {text}
              </li>
            ))}
          </ul>
        )}
        {placed.map((equation, index) => (
          <EquationLines key={plainText(plain[index])} equation={equation} plain={plain[index]} />
        ))}
      </details>
    </li>
  );
}

const stepId = (number: number) => `step-${number}`;

/** The words before the first number, then a way to each step. */
function Uses({ steps, note }: { readonly steps: readonly number[]; readonly note: string }) {
  return (
    <p class="step-uses quiet">
      {note.slice(0, note.indexOf('('))}
      {steps.map((number, index) => (
        <Fragment key={number}>
          {index === 0 ? '' : ', '}
          <button
            type="button"
            class="link"
            data-rove
            tabindex={-1}
            aria-label={said.toStep(number)}
            onClick={() => goTo(number)}
          >
            ({number})
          </button>
        </Fragment>
      ))}
    </p>
  );
}

function goTo(number: number): void {
  const summary = document.getElementById(stepId(number))?.querySelector('summary');
  summary?.scrollIntoView({ block: 'center' });
  summary?.focus();
}

/** One line under another, and each broken at its signs where the panel is narrower. */
function EquationLines({
  equation: { left, lines },
  plain,
}: {
  readonly equation: PrintedEquation;
  readonly plain: PrintedEquation | undefined;
}) {
  return (
    <figure class="step-equation" data-rove tabindex={-1} aria-label={plainText(plain)}>
      {lines.length === 0 ? <Tex latex={`\\displaystyle ${left}`} /> : null}
      {lines.map(({ relation, text, pieces }, index) => (
        <div key={`${relation} ${text}`} class={index === 0 ? 'step-line' : 'step-line next'}>
          {piecesOf(`${index === 0 ? left : '{}'} ${relations[relation]}`, text, pieces).map(
            (latex, piece) => (
              <Fragment key={`${piece} ${latex}`}>
                {piece === 0 ? '' : ' '}
                <Tex latex={`\\displaystyle ${latex}`} />
              </Fragment>
            ),
          )}
        </div>
      ))}
    </figure>
  );
}

/** What is before a line stays with its first piece. */
function piecesOf(
  before: string,
  text: string,
  pieces: PrintedEquation['lines'][number]['pieces'],
): readonly string[] {
  if (pieces === undefined) return [`${before} ${text}`];
  return pieces.map((piece, index) =>
    // A sign that begins a piece would be taken for that of a number, without space behind it.
    index === 0 ? `${before} ${piece.text}` : piece.text.replace(/^(\+|-|\\cdot|\\odot) /, '{$1}\\: '),
  );
}

function plainText(equation: PrintedEquation | undefined): string {
  if (equation === undefined) return '';
  return [equation.left, ...equation.lines.map(({ relation, text }) => `${relation} ${text}`)].join(' ');
}

/** What is selected in drawing, table or text stands out in the equations too. */
function markChosen(steps: HTMLElement | null, selection: Selection | null): void {
  const key = selection === null ? null : keyOf(selection);
  for (const term of steps?.querySelectorAll('[data-key]') ?? []) {
    term.classList.toggle('chosen', term.getAttribute('data-key') === key);
  }
}

/** Up and down to another step, left and right inside one; a wide equation scrolls first. */
function moveBetweenSteps(event: KeyboardEvent): void {
  const { currentTarget: list, target, key } = event;
  if (!(list instanceof Element) || !(target instanceof HTMLElement)) return;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const isWide = target.matches('.step-equation') && target.scrollWidth > target.clientWidth;
    if (!isWide) roveByArrows(event);
    return;
  }
  const step = target.closest('li');
  const next = key === 'ArrowDown' ? step?.nextElementSibling : step?.previousElementSibling;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
  event.preventDefault();
  const members = membersOf(list);
  focusMember(
    members,
    members.find((member) => member === next?.querySelector('summary')),
  );
}
