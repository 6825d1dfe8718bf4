import { useMemo } from 'preact/hooks';
import type { PanelState } from '../../extension/protocol/panel';
import type { DistributionView } from '../../extension/protocol/studyView';
import type { Actions } from '../model/actions';
import { Header, placeWords } from '../parts/header';
import { useWidth } from '../parts/hooks';
import { Notes } from '../parts/notes';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { Charts } from './charts';
import { type DistributionModel, decodeDistribution, type MeasureName, mostRows } from './distributionModel';
import { exactForm, measureName } from './notation';
import { Profile } from './profile';
import { DistributionTable } from './table';
import { Identity, OtherMeasures, Totals } from './totals';

export interface DistributionPanelProps {
  readonly state: PanelState;
  readonly view: DistributionView;
  readonly actions: Actions;
}

export function DistributionPanel({ state, view, actions }: DistributionPanelProps) {
  const model = useMemo(() => decodeDistribution(view, state.digits), [view, state.digits]);
  const [left, width] = useWidth<HTMLDivElement>();
  const [right, rightWidth] = useWidth<HTMLDivElement>();
  const { q } = view;
  return (
    <div class="distribution">
      <Header
        title={
          q === null
            ? words.header.distribution(view.p.label)
            : words.header.distributions(`${view.p.label}, ${q.label}`)
        }
        about={about(state, view)}
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
            {width === null ? null : view.outcomes <= mostRows ? (
              <Charts model={model} width={width} actions={actions} />
            ) : (
              <Profile model={model} width={width} actions={actions} />
            )}
          </div>
        </div>
        <div class="measures">
          <div ref={right}>
            <Totals model={model} />
            {rightWidth === null ? null : <Identity model={model} width={rightWidth} />}
            <OtherMeasures model={model} />
          </div>
        </div>
      </div>
      <DistributionTable model={model} actions={actions} />
    </div>
  );
}

function about(state: PanelState, view: DistributionView): string {
  const exact = view.exact.klPQ === undefined && view.exact.entropyP === undefined;
  const fractions = !exact && view.p.texts.some((text) => text.includes('/'));
  return [
    placeWords(state),
    words.header.outcomes(view.outcomes),
    ...(fractions ? [words.header.exact] : []),
  ].join(' · ');
}

/** The answer in exact form, where it has one, and in decimals. */
function Answer({
  model,
  name,
  main,
}: {
  readonly model: DistributionModel;
  readonly name: MeasureName;
  readonly main: boolean;
}) {
  const { view } = model;
  const value = model.value(name);
  const text = model.text(name);
  if (value === null || text === null) return null;
  const exact = Number.isFinite(value) ? exactForm(view.exact[name], view.base) : null;
  return (
    <div class={main ? 'kl main' : 'kl back'}>
      <Tex latex={`${measureName(view, name) ?? ''} =`} />
      {exact === null ? null : <Tex class="exact" latex={`\\displaystyle ${exact}`} />}
      {exact === null ? null : <Tex class="equals" latex="=" />}
      <span class={main ? 'display' : 'answer-number'}>{text}</span>
      {main ? <span class="quiet">{words.distribution.unit(view.base)}</span> : null}
    </div>
  );
}
