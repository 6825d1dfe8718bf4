import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type DocumentFormat, documentOf, relations } from '../../core/derivation/document';
import { notationNames } from '../../core/derivation/notations/names';
import type { PrintedEquation } from '../../core/derivation/print';
import type { DerivationStepView, DerivationSubject } from '../../extension/protocol/details/derivation';
import type { StudyView } from '../../extension/protocol/studyView';
import { isWithin, keyOf, type Selection } from '../model/selection';
import { Tex } from '../parts/tex';
import { words } from '../words';
import type { SectionEntry, SectionProps } from './index';
import { Answered } from './section';

const said = words.details.derivation;

/** Steps that are asked for at once. */
const page = 24;

export const derivation: SectionEntry = {
  topic: 'derivation',
  title: (study) => (isDerivable(study) ? said.section : null),
  Body: DerivationBody,
};

function isDerivable(study: StudyView): boolean {
  return (study.kind === 'network' && study.samples > 0) || study.kind === 'distribution';
}

/** What is derived, in which notation, and the steps, each of which folds. */
function DerivationBody({ study, state, network, selection, sample, notation, actions }: SectionProps) {
  const [chosen, choose] = useState<string>('selected');
  const [count, setCount] = useState(page);
  const [unfolded, unfold] = useState(false);
  const name = notation ?? state.notation;
  const selected = network !== null && selection !== null && isWithin(network, selection) ? selection : null;
  const choices = subjectsOf(study);
  const subject = choices.find(({ key }) => key === chosen)?.subject ?? subjectOfSelection(study, selected);
  return (
    <>
      <div class="derivation-tools">
        <Choice
          label={said.subject}
          value={choices.some(({ key }) => key === chosen) ? chosen : 'selected'}
          options={[
            ...(study.kind === 'network' ? [{ key: 'selected', title: said.selected }] : []),
            ...choices,
          ]}
          choose={(key) => {
            choose(key);
            setCount(page);
          }}
        />
        {study.kind === 'network' ? (
          <Choice
            label={said.notation}
            value={name}
            options={notationNames.map((key) => ({ key, title: said.notations[key] }))}
            choose={(key) => actions.chooseNotation(notationNames.find((known) => known === key) ?? 'sheet')}
          />
        ) : null}
        <label class="derivation-choice">
          <input
            type="checkbox"
            checked={unfolded}
            onChange={(event) => unfold(event.currentTarget.checked)}
          />
          {said.unfold}
        </label>
      </div>
      <Answered
        study={study}
        question={{ topic: 'derivation', subject, notation: name, sample, count, unfolded }}
        draw={({ steps, total }) => (
          <>
            <div class="derivation-tools derivation-choice">
              {said.copyAll}
              <CopyButtons
                steps={steps}
                copy={actions.copy}
                titles={{ latex: said.copyLatex, markdown: said.copyMarkdown }}
              />
            </div>
            <StepList steps={steps} selected={selected} copy={actions.copy} />
            {steps.length < total ? (
              <p>
                <span class="quiet">{said.steps(steps.length, total)}</span>{' '}
                <button type="button" class="link" onClick={() => setCount(count + page)}>
                  {said.more(Math.min(page, total - steps.length))}
                </button>
              </p>
            ) : null}
          </>
        )}
      />
    </>
  );
}

function StepList({
  steps,
  selected,
  copy,
}: {
  readonly steps: readonly DerivationStepView[];
  readonly selected: Selection | null;
  copy(text: string): void;
}) {
  const place = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => markChosen(place.current, selected));
  return (
    <ol class="derivation-steps" ref={place}>
      {steps.map((step) => (
        <StepItem key={step.key} step={step} copy={copy} />
      ))}
    </ol>
  );
}

interface Option {
  readonly key: string;
  readonly title: string;
}

function Choice({
  label,
  value,
  options,
  choose,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  choose(key: string): void;
}) {
  return (
    <label class="derivation-choice">
      {label}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Layers that are offered one by one. */
const mostLayers = 40;

function subjectsOf(study: StudyView): readonly (Option & { readonly subject: DerivationSubject })[] {
  if (study.kind === 'network') {
    const layers = study.layers.slice(0, mostLayers).map((_, layer) => ({
      key: `layer${layer}`,
      title: said.layer(layer + 1),
      subject: { kind: 'layer', layer } as const,
    }));
    return [{ key: 'network', title: said.whole, subject: { kind: 'network' } }, ...layers];
  }
  if (study.kind === 'distribution' && study.q !== null) {
    return [
      { key: 'selected', title: said.direction('P', 'Q'), subject: { kind: 'divergence', from: 'P' } },
      { key: 'QP', title: said.direction('Q', 'P'), subject: { kind: 'divergence', from: 'Q' } },
    ];
  }
  return [];
}

/** The selected parameter, neuron or input; without one the whole network. */
function subjectOfSelection(study: StudyView, selection: Selection | null): DerivationSubject {
  if (study.kind === 'distribution') return { kind: 'divergence', from: 'P' };
  switch (selection?.kind) {
    case 'weight':
    case 'bias':
    case 'neuron':
    case 'input':
    case 'loss':
      return selection;
    case 'target':
      return { kind: 'loss' };
    case undefined:
      return { kind: 'network' };
  }
}

function CopyButtons({
  steps,
  titles,
  copy,
}: {
  readonly steps: readonly DerivationStepView[];
  readonly titles: Readonly<Record<DocumentFormat, string>>;
  copy(text: string): void;
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
          aria-label={titles[format]}
          title={titles[format]}
          onClick={() => copy(documentOf(steps, format))}
        >
          {name}
        </button>
      ))}
    </span>
  );
}

function StepItem({ step, copy }: { readonly step: DerivationStepView; copy(text: string): void }) {
  const { key, title, hypotheses, placed, plain } = step;
  return (
    <li id={`step-${key}`}>
      <details open>
        <summary>
          <span class="step-title">{title}</span>
          <CopyButtons
            steps={[step]}
            copy={copy}
            titles={{ latex: said.copyStepLatex, markdown: said.copyStepMarkdown }}
          />
        </summary>
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

/** One line under another, so that a narrow panel shows each whole. */
function EquationLines({
  equation: { left, lines },
  plain,
}: {
  readonly equation: PrintedEquation;
  readonly plain: PrintedEquation | undefined;
}) {
  return (
    <figure class="step-equation" tabindex={0} aria-label={plainText(plain)}>
      {lines.length === 0 ? <Tex latex={`\\displaystyle ${left}`} /> : null}
      {lines.map(({ relation, text }, index) => (
        <div key={`${relation} ${text}`} class={index === 0 ? 'step-line' : 'step-line next'}>
          <Tex latex={`\\displaystyle ${index === 0 ? left : '{}'} ${relations[relation]} ${text}`} />
        </div>
      ))}
    </figure>
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
