import { useMemo } from 'preact/hooks';
import type { PanelState } from '../../extension/protocol/panel';
import type { ContinuousMeasureView, ContinuousView } from '../../extension/protocol/studyView';
import { logarithm, measureName } from '../distribution/notation';
import type { Actions } from '../model/actions';
import { Header, placeWords } from '../parts/header';
import { useWidth } from '../parts/hooks';
import { Notes } from '../parts/notes';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { axisOf } from './axis';
import { type ContinuousModel, decodeContinuous, type MeasureName } from './continuousModel';
import { Densities } from './densities';
import { Integrand } from './integrand';
import { CurveTable } from './table';
import { Totals } from './totals';

export interface ContinuousPanelProps {
  readonly state: PanelState;
  readonly view: ContinuousView;
  readonly actions: Actions;
}

/** Families or densities: the answer, both curves, what is integrated, and how each value was got. */
export function ContinuousPanel({ state, view, actions }: ContinuousPanelProps) {
  const model = useMemo(() => decodeContinuous(view, state.digits), [view, state.digits]);
  const [left, width] = useWidth<HTMLDivElement>();
  const { curves } = model;
  const { p, q } = view;
  const axis = width === null || curves === null ? null : axisOf(curves, width);
  return (
    <div class="distribution continuous">
      <Header
        title={
          q === null
            ? words.header.distribution(p.label)
            : words.header.distributions(`${p.label}, ${q.label}`)
        }
        about={placeWords(state)}
        state={state}
        actions={actions}
      />
      <section class="kl-answer">
        <Answer model={model} name={q === null ? 'entropyP' : 'klPQ'} main />
        {q === null ? null : <Answer model={model} name="klQP" main={false} />}
      </section>
      <Notes study={view} actions={actions} />
      <div class="distribution-body">
        <div class="charts">
          <div ref={left}>
            <h2>{curves?.discrete === true ? words.continuous.probabilities : words.continuous.densities}</h2>
            <ul class="families">
              <FamilyLine measure={p} swatch="P" />
              {q === null ? null : <FamilyLine measure={q} swatch="Q" />}
            </ul>
            {curves === null ? <p class="quiet">{words.continuous.noPicture}</p> : null}
            {curves === null || axis === null ? null : (
              <Densities model={model} curves={curves} axis={axis} />
            )}
            {q === null ? <p class="quiet">{words.distribution.alone}</p> : null}
            {curves === null || axis === null || curves.term === null ? null : (
              <>
                <h2>
                  {curves.discrete ? words.continuous.summand : words.continuous.integrand}{' '}
                  <Tex latex={`\\textstyle p\\,${logarithm(view.base)}\\frac{p}{q}`} />
                </h2>
                <Integrand model={model} curves={curves} axis={axis} />
              </>
            )}
          </div>
        </div>
        <div class="measures">
          <Totals model={model} />
        </div>
      </div>
      {curves === null ? null : (
        <CurveTable curves={curves} base={view.base} digits={state.digits} actions={actions} />
      )}
    </div>
  );
}

function Answer({
  model,
  name,
  main,
}: {
  readonly model: ContinuousModel;
  readonly name: MeasureName;
  readonly main: boolean;
}) {
  const { view } = model;
  const text = model.text(name);
  if (text === null) return null;
  return (
    <div class={main ? 'kl main' : 'kl back'}>
      <Tex latex={`${measureName(view, name) ?? ''} =`} />
      <span class={main ? 'display' : 'answer-number'}>{text}</span>
      {main ? <span class="quiet">{words.distribution.unit(view.base)}</span> : null}
      {main ? <span class="quiet">{view.methods[name]?.how}</span> : null}
    </div>
  );
}

/** A family by name with its parameters, and its density. */
function FamilyLine({
  measure,
  swatch,
}: {
  readonly measure: ContinuousMeasureView;
  readonly swatch: 'P' | 'Q';
}) {
  return (
    <li>
      <span class={`swatch ${swatch}`} /> {measure.label} <code>{measure.title}</code>{' '}
      {measure.latex === null ? null : <Tex latex={`\\textstyle ${measure.latex}`} />}
    </li>
  );
}
