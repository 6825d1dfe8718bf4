import type { NotationName } from '../core/derivation/notations';
import type { PanelMemory, PanelState } from '../extension/protocol/panel';
import { ActivationPanel } from './activation/activationPanel';
import { ContinuousPanel } from './continuous/continuousPanel';
import { LazySections } from './details/lazySections';
import { DistributionPanel } from './distribution/distributionPanel';
import type { Actions } from './model/actions';
import type { NetworkModel } from './model/networkModel';
import type { Selection } from './model/selection';
import { NetworkPanel } from './network/networkPanel';
import type { EdgeInk } from './network/scene';
import { Empty } from './states/empty';
import { ErrorState } from './states/error';
import { MatricesPanel, MatrixPanel } from './states/matrices';
import { words } from './words';

export interface PanelProps {
  readonly state: PanelState;
  readonly network: NetworkModel | null;
  readonly selection: Selection | null;
  readonly sample: number;
  readonly layers: PanelMemory['layers'];
  readonly ink: EdgeInk;
  readonly notation: NotationName | null;
  /** Topics of the sections that are open. */
  readonly openSections: readonly string[];
  readonly actions: Actions;
}

/** One study, or what to do where there is none. */
export function Panel(props: PanelProps) {
  const { state } = props;
  return (
    <main class={state.stale ? 'panel stale' : 'panel'}>
      {state.stale && state.study !== null ? (
        <p class="stale-line" role="status">
          {words.header.stale(words.header.lines(state.study.firstLine, state.study.lastLine))}
        </p>
      ) : null}
      <Study {...props} />
      <LazySections {...props} />
    </main>
  );
}

function Study({ state, network, selection, sample, layers, ink, actions }: PanelProps) {
  const { study } = state;
  if (study === null) return <Empty platform={state.platform} actions={actions} />;
  switch (study.kind) {
    case 'network':
      return network === null ? null : (
        <NetworkPanel
          state={state}
          model={network}
          selection={selection}
          sample={sample}
          shown={layers}
          ink={ink}
          actions={actions}
        />
      );
    case 'distribution':
      return <DistributionPanel state={state} view={study} actions={actions} />;
    case 'continuous':
      return <ContinuousPanel state={state} view={study} actions={actions} />;
    case 'activation':
      return <ActivationPanel state={state} view={study} actions={actions} />;
    case 'matrix':
      return <MatrixPanel state={state} view={study} actions={actions} />;
    case 'matrices':
      return <MatricesPanel state={state} view={study} actions={actions} />;
    case 'error':
      return <ErrorState state={state} view={study} actions={actions} />;
  }
}
