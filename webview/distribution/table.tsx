import { formatWritten } from '../../core/derivation/formatNumber';
import { outcomeName } from '../../core/divergence/outcomeName';
import type { Actions } from '../model/actions';
import { largestSize } from '../model/blocks';
import { Cell } from '../parts/cell';
import { useTabStop } from '../parts/hooks';
import { CopyIcon } from '../parts/icons';
import { roveByArrows } from '../parts/roving';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { type DistributionModel, mostRows, type TermName, tableText } from './distributionModel';
import { logarithm } from './notation';
import { revealOutcome } from './revealOutcome';

const coloured: readonly TermName[] = ['klPQ', 'klQP'];

/** A name that the style sheet may cut is whole in its title. */
function OutcomeHead({ name }: { readonly name: string }) {
  return (
    <th scope="row" title={name.length > 12 ? name : undefined}>
      {name}
    </th>
  );
}

/** The twin of bars and walk: a row an outcome. */
export function DistributionTable({
  model,
  actions,
}: {
  readonly model: DistributionModel;
  readonly actions: Actions;
}) {
  const group = useTabStop<HTMLElement>((event) => roveByArrows(event, coloured.length));
  const { view, terms, termTexts } = model;
  const log = logarithm(view.base);
  const shown = Math.min(mostRows, view.p.values.length);
  const largest = terms === null ? 0 : largestSize([...terms.klPQ, ...terms.klQP]);
  const heads = view.q === null ? ['p'] : ['p', 'q', `${log}(p/q)`, `p\\,${log}(p/q)`, `q\\,${log}(q/p)`];
  const faulty = (outcome: number) =>
    model.unsupported.PQ.includes(outcome) || model.unsupported.QP.includes(outcome);
  return (
    <section class="twin" aria-label={words.table.label} ref={group}>
      <div class="table-frame">
        <table class="numbers outcomes">
          <thead>
            <tr>
              <th scope="col">{words.table.outcome}</th>
              {heads.map((latex, index) => (
                <th scope="col" key={latex} class={index === 2 ? 'log-ratio' : ''}>
                  <Tex latex={latex} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: shown }, (_, outcome) => (
              <tr key={outcome} data-key={`outcome${outcome}`} class={faulty(outcome) ? 'fault' : ''}>
                <OutcomeHead name={outcomeName(outcome, view.outcomeNames)} />
                <td>{formatWritten(view.p.texts[outcome])}</td>
                {view.q === null ? null : <td>{formatWritten(view.q.texts[outcome])}</td>}
                {terms === null || termTexts === null ? null : (
                  <>
                    <td class="log-ratio">{termTexts.logRatio[outcome]}</td>
                    {coloured.map((name) => (
                      <Cell
                        key={name}
                        value={terms[name][outcome]}
                        text={termTexts[name][outcome]}
                        largest={largest}
                        onSelect={() => revealOutcome(model, outcome, actions)}
                      />
                    ))}
                  </>
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.table.sum}</th>
              <td>{view.p.sum}</td>
              {view.q === null ? null : <td>{view.q.sum}</td>}
              {terms === null ? null : (
                <>
                  <td class="log-ratio" />
                  <td>{model.text('klPQ')}</td>
                  <td>{model.text('klQP')}</td>
                </>
              )}
            </tr>
          </tfoot>
        </table>
      </div>
      {shown < view.outcomes ? <p class="quiet">{words.table.firstOf(shown, view.outcomes)}</p> : null}
      <p class="table-tools">
        <button
          type="button"
          class="text-button"
          data-rove
          tabindex={-1}
          onClick={() => actions.copy(tableText(model))}
        >
          <CopyIcon /> {words.table.copyTable}
        </button>
      </p>
    </section>
  );
}
