import { useContext, useState } from 'preact/hooks';
import { type DocumentFormat, documentOf } from '../../core/derivation/document';
import { notationNames } from '../../core/derivation/notations/names';
import type { DetailAnswer } from '../../extension/protocol/details';
import type { DerivationStepView, DerivationSubject } from '../../extension/protocol/details/derivation';
import type { StudyView } from '../../extension/protocol/studyView';
import { isWithin, type Selection } from '../model/selection';
import { Choice, type Option } from '../parts/choice';
import { useWidth } from '../parts/hooks';
import { words } from '../words';
import { Asking } from './asking';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';
import { CopyButtons, StepList } from './steps';

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
  const [place, width] = useWidth<HTMLDivElement>();
  const narrow = width !== null && width < leastWide;
  const name = notation ?? state.notation;
  const selected = network !== null && selection !== null && isWithin(network, selection) ? selection : null;
  const choices = subjectsOf(study);
  const subject = choices.find(({ key }) => key === chosen)?.subject ?? subjectOfSelection(study, selected);
  const question = { topic: 'derivation', subject, notation: name, sample, unfolded, narrow } as const;
  const { detail, failed } = useContext(Asking);
  const copyAll = (format: DocumentFormat, shown: readonly DerivationStepView[], total: number) => {
    if (shown.length === total) {
      actions.copy(documentOf(shown, format));
      return;
    }
    detail({ ...question, count: total }, new AbortController().signal).then((answer) => {
      // The contract: a question is answered in its own topic.
      const all = answer as DetailAnswer<'derivation'> | null;
      if (all !== null) actions.copy(documentOf(all.steps, format));
    }, failed);
  };
  return (
    <>
      <div class="derivation-tools" ref={place}>
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
        <label class="choice">
          <input
            type="checkbox"
            checked={unfolded}
            onChange={(event) => unfold(event.currentTarget.checked)}
          />
          {said.unfold}
        </label>
      </div>
      {width === null ? null : (
        <Answered
          study={study}
          question={{ ...question, count }}
          draw={({ steps, total }) => (
            <>
              <div class="derivation-tools choice">
                {said.copyAll}
                <CopyButtons
                  copy={(format) => copyAll(format, steps, total)}
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
      )}
    </>
  );
}

/** In a narrower section a matrix of many columns would scroll. */
const leastWide = 460;

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
