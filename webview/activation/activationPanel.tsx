import { useState } from 'preact/hooks';
import type { ActivationFact } from '../../extension/protocol/activationView';
import type { PanelState } from '../../extension/protocol/panel';
import type { ActivationView } from '../../extension/protocol/studyView';
import { useDetail } from '../details/useDetail';
import type { Actions } from '../model/actions';
import { Choice } from '../parts/choice';
import { Header, placeWords } from '../parts/header';
import { useWidth } from '../parts/hooks';
import { Notes } from '../parts/notes';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { PointTable, RowTables } from './inputTables';
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
  const { plot, variations, convexities, groups, points, row } = view;
  const [chosen, choose] = useState<string | null>(null);
  // A smooth form of ReLU is seen beside ReLU before anything is chosen.
  const other = chosen ?? (plot?.hasGap ? 'relu' : '');
  const detail = useDetail(
    view,
    plot === null ? null : { topic: 'comparison', with: other === '' ? null : other },
  );
  const answer = detail.state === 'failed' ? null : detail.answer;
  const compared = answer?.compared?.name === other ? answer.compared : null;
  // What is proven of the gap to ReLU stands among the facts already.
  const facts =
    compared === null || (plot?.hasGap && other === 'relu') ? groups : [...groups, compared.facts];
  return (
    <div class="activation">
      <Header
        title={words.activation.title(view.name)}
        about={aboutWords(state, points.length)}
        choice={
          answer === null ? null : (
            <Choice
              label={words.activation.comparison.choose}
              value={other}
              options={[
                { key: '', title: words.activation.comparison.nothing },
                ...answer.names.map((name) => ({ key: name, title: name })),
              ]}
              choose={choose}
            />
          )
        }
        state={state}
        actions={actions}
      />
      <Notes study={view} actions={actions} />
      <div class="activation-body">
        <div class="activation-main">
          <div class="activation-plot" ref={place}>
            {plot === null || width === null ? null : (
              <Plot plot={plot} compared={compared} name={view.name} width={width} />
            )}
            {plot?.hasGap && (other === '' || other === 'relu') ? (
              <p class="plot-legend quiet">
                <svg class="plot" viewBox="0 0 12 12" aria-hidden="true">
                  <circle class="ring" cx={6} cy={6} r={4.5} />
                </svg>
                {words.activation.reluKink}
              </p>
            ) : null}
          </div>
          {row === null ? null : <RowTables row={row} digits={state.digits} />}
          {variations === null ? null : <VariationTable table={variations} hasArrows />}
          {convexities === null ? null : <VariationTable table={convexities} hasArrows={false} />}
        </div>
        <div class="activation-facts">
          {points.length === 0 ? null : <PointTable points={points} digits={state.digits} />}
          {facts.map(({ title, facts: lines }) => (
            <section key={title}>
              <h2>{title}</h2>
              <dl>
                {lines.map((fact, index) => (
                  <Fact
                    key={`${fact.title} ${index}`}
                    fact={fact}
                    isFirst={lines[index - 1]?.title !== fact.title}
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

/** Where the text stands; of a text that was made from a document, how many of its neurons are marked. */
function aboutWords(state: PanelState, points: number): string {
  const { source } = state;
  if (!source?.uri.startsWith('nabla-text:')) return placeWords(state);
  return points === 0 ? '' : words.activation.points.of(points, source.name);
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
