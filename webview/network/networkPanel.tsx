import { useMemo } from 'preact/hooks';
import { formatNumber } from '../../core/derivation/formatNumber';
import type { PanelMemory, PanelState } from '../../extension/protocol/panel';
import type { Actions } from '../model/actions';
import { entry } from '../model/blocks';
import type { NetworkModel } from '../model/networkModel';
import { pathOf, type Selection } from '../model/selection';
import { createGradientTexts } from '../model/texts';
import { Header, placeWords } from '../parts/header';
import { useWidth } from '../parts/hooks';
import { Notes } from '../parts/notes';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { Blocks } from './blocks/blocks';
import { Drawing } from './drawing';
import { Equation } from './equation';
import { LayerToggles } from './layerToggles';
import { formOf, layOut, narrowWidth } from './layout';
import { Legend } from './legend';
import { lastWidth, lossFormula, lossSymbol } from './notation';
import { discsOf, type EdgeInk, type Scene, type Subject } from './scene';
import { NetworkTable } from './table';

export interface NetworkPanelProps {
  readonly state: PanelState;
  readonly model: NetworkModel;
  readonly selection: Selection | null;
  readonly sample: number;
  readonly shown: PanelMemory['layers'];
  readonly ink: EdgeInk;
  readonly actions: Actions;
}

export function NetworkPanel({ state, model, selection, sample, shown, ink, actions }: NetworkPanelProps) {
  const { digits } = state;
  const [place, width] = useWidth<HTMLDivElement>();
  const texts = useMemo(() => createGradientTexts(model, digits), [model, digits]);
  const path = useMemo(
    () => (selection === null ? null : pathOf(model, selection, sample)),
    [model, selection, sample],
  );
  const drawn = useMemo(() => {
    if (width === null) return null;
    const form = formOf(model.view.widths, model.loss !== null, width);
    return form === 'blocks' ? form : layOut(model, form, width);
  }, [model, width]);
  const narrow = width !== null && width < narrowWidth;
  const factors = path?.rule?.factors ?? [];
  const subject: Subject = {
    model,
    texts,
    digits,
    sample,
    shown,
    ink,
    selection,
    path,
    factors,
    discs: discsOf(factors),
    select: actions.select,
  };
  const scene: Scene | null = drawn === null || drawn === 'blocks' ? null : { ...subject, layout: drawn };
  return (
    <div class={narrow ? 'network narrow' : 'network'} ref={place}>
      <Header
        title={words.header.network(model.view.widths.join('–'))}
        about={about(state, model)}
        answer={
          narrow ? undefined : (
            <LossAnswer
              model={model}
              digits={digits}
              selected={selection !== null && model.source !== null}
            />
          )
        }
        state={state}
        actions={actions}
      />
      {narrow ? <NarrowAnswer model={model} digits={digits} sample={sample} /> : null}
      {drawn === 'blocks' ? (
        <Blocks model={model} sample={sample} digits={digits} selection={selection} select={actions.select} />
      ) : null}
      {scene === null ? null : (
        <>
          <div class="drawing-tools">
            <LayerToggles shown={shown} hasLoss={model.loss !== null} toggle={actions.toggle} />
            <Legend scene={scene} />
          </div>
          <Drawing scene={scene} />
        </>
      )}
      {drawn === null ? null : (
        <>
          <Equation scene={subject} narrow={narrow} chooseSample={actions.chooseSample} />
          <Notes study={model.view} actions={actions} />
          {model.view.detail === 'full' ? (
            <NetworkTable scene={subject} width={width ?? 0} copy={actions.copy} />
          ) : null}
        </>
      )}
    </div>
  );
}

function about(state: PanelState, model: NetworkModel): string {
  const { samples } = model.view;
  return samples > 1 ? `${placeWords(state)} · ${words.header.samples(samples)}` : placeWords(state);
}

/** The loss in the header, while the band below shows what is selected. */
function LossAnswer({
  model,
  digits,
  selected,
}: {
  readonly model: NetworkModel;
  readonly digits: number;
  readonly selected: boolean;
}) {
  if (model.loss === null || !selected) return null;
  const formula = lossFormula(model);
  return (
    <>
      <Tex latex={`${lossSymbol} = ${formula === null ? '' : `${formula} =`}`} />
      <span class="answer-number">{formatNumber(model.loss, digits)}</span>
    </>
  );
}

function NarrowAnswer({
  model,
  digits,
  sample,
}: {
  readonly model: NetworkModel;
  readonly digits: number;
  readonly sample: number;
}) {
  const last = model.layers[model.layers.length - 1];
  if (last.output === null) return null;
  const single = lastWidth(model) === 1;
  return (
    <div class="narrow-answer">
      {model.loss === null ? null : (
        <>
          <Tex latex={`${lossSymbol} =`} />
          <span class="answer-number">{formatNumber(model.loss, digits)}</span>
        </>
      )}
      {single ? (
        <span class="quiet">
          <Tex latex="\hat{y} =" /> {formatNumber(entry(last.output, sample, 0), digits)}
        </span>
      ) : null}
    </div>
  );
}
