import type { ActivationFact } from '../../extension/protocol/activationView';
import type { PanelState } from '../../extension/protocol/panel';
import type { ActivationView } from '../../extension/protocol/studyView';
import type { Actions } from '../model/actions';
import { Header, placeWords } from '../parts/header';
import { useWidth } from '../parts/hooks';
import { Notes } from '../parts/notes';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { Plot } from './plot';
import { VariationTable } from './variationTable';

/** An activation by itself: its curves, what is known of it, and its table of variations. */
export function ActivationPanel({
  state,
  view,
  actions,
}: {
  readonly state: PanelState;
  readonly view: ActivationView;
  readonly actions: Actions;
}) {
  const [place, width] = useWidth<HTMLDivElement>();
  const { plot, variations, convexities, groups } = view;
  return (
    <div class="activation">
      <Header
        title={words.activation.title(view.name)}
        about={state.source?.uri.startsWith('nabla-text:') ? '' : placeWords(state)}
        state={state}
        actions={actions}
      />
      <Notes study={view} actions={actions} />
      <div class="activation-body">
        <div class="activation-main">
          <div class="activation-plot" ref={place}>
            {plot === null || width === null ? null : <Plot plot={plot} name={view.name} width={width} />}
            {plot?.hasGap ? (
              <p class="plot-legend quiet">
                <svg class="plot" viewBox="0 0 12 12" aria-hidden="true">
                  <circle class="ring" cx={6} cy={6} r={4.5} />
                </svg>
                {words.activation.reluKink}
              </p>
            ) : null}
          </div>
          {variations === null ? null : <VariationTable table={variations} hasArrows />}
          {convexities === null ? null : <VariationTable table={convexities} hasArrows={false} />}
        </div>
        <div class="activation-facts">
          {groups.map(({ title, facts }) => (
            <section key={title}>
              <h2>{title}</h2>
              <dl>
                {facts.map((fact, index) => (
                  <Fact
                    key={`${fact.title} ${index}`}
                    fact={fact}
                    isFirst={facts[index - 1]?.title !== fact.title}
                  />
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Lines of one title stand under it once. */
function Fact({ fact, isFirst }: { readonly fact: ActivationFact; readonly isFirst: boolean }) {
  const { title, math, text } = fact;
  return (
    <>
      {isFirst && title !== '' ? <dt>{title}</dt> : null}
      <dd class={math === null ? 'words' : undefined}>
        {math === null ? null : (
          <Tex latex={isText(math.latex) ? `\\text{${math.latex}}` : `\\displaystyle ${math.latex}`} />
        )}
        {text === '' ? null : <span class={math === null ? undefined : 'quiet'}>{text}</span>}
      </dd>
    </>
  );
}

/** Intervals are written in the words' own brackets, which no typesetter should pair. */
function isText(latex: string): boolean {
  return /^(?:≈ )?[[\](){]/.test(latex);
}
