import { render } from 'preact';
import { setDecimalMark } from '../core/derivation/decimalMark';
import type { NotationName } from '../core/derivation/notations';
import type { HostApi, PanelApi, PanelMemory, PanelState } from '../extension/protocol/panel';
import type { StudyView } from '../extension/protocol/studyView';
import { Asking, type AskingContext } from './details/asking';
import type { Actions } from './model/actions';
import { freshMemory, type MemoryPort } from './model/memory';
import { decodeNetwork, type NetworkModel } from './model/networkModel';
import { createNumberIndex, type NumberIndex, standsAt } from './model/numberIndex';
import { isWithin, placeOf, type Selection, selectionOfKey } from './model/selection';
import { setNotation } from './network/notation';
import type { EdgeInk } from './network/scene';
import { Panel } from './panel';

/** A network with what is found in it by place; made anew for every study. */
interface Shown {
  readonly study: StudyView | null;
  readonly network: NetworkModel | null;
  readonly numbers: NumberIndex | null;
}

/** The way to the host: its duties, and the same for calls that may be given up. */
export interface HostConnection {
  readonly remote: HostApi;
  cancellable(signal: AbortSignal): Pick<HostApi, 'detail'>;
}

/** Where the person looks. */
interface Looking {
  readonly selection: Selection | null;
  /** Who chose it: the cursor's selection goes when the cursor leaves the numbers. */
  readonly chosenIn: 'panel' | 'text';
  readonly sample: number;
  readonly layers: PanelMemory['layers'];
  readonly ink: EdgeInk;
  /** What the panel was switched to; null follows the setting. */
  readonly notation: NotationName | null;
}

/**
 * The panel without its host: draws each state into `root`, keeps where the person looks in the
 * memory port, and asks the host through `HostApi`. Answers what the host may call.
 */
export function createPanel(
  root: HTMLElement,
  { remote: host, cancellable }: HostConnection,
  memory: MemoryPort,
): PanelApi {
  const kept = memory.load() ?? freshMemory;
  let openSections = kept.sections;
  let state: PanelState | null = null;
  let shown: Shown = { study: null, network: null, numbers: null };
  let looking: Looking = {
    selection: null,
    chosenIn: 'panel',
    sample: kept.sample,
    layers: kept.layers,
    ink: kept.layers.gradients && !kept.layers.weights ? 'gradients' : 'weights',
    notation: kept.notation,
  };
  let gradientsAsked = 0;
  /** The number that was selected before a reload, until the text that it stands in arrives. */
  let awaited: number | null = kept.selected;

  const ask = (call: Promise<void>) => {
    call.catch((reason: unknown) => report(host, reason));
  };
  const look = (change: Partial<Looking>) => {
    looking = { ...looking, ...change };
    draw();
  };

  const asking: AskingContext = {
    detail: (question, signal) => cancellable(signal).detail(question),
    failed: (reason) => report(host, reason),
  };

  const actions: Actions = {
    select(selection) {
      look({ selection, chosenIn: 'panel' });
      const place =
        selection === null || shown.network === null
          ? null
          : placeOf(shown.network, selection, looking.sample);
      if (place !== null) actions.reveal(place.start, place.end);
    },
    chooseSample: (sample) => look({ sample }),
    chooseNotation: (notation) => look({ notation }),
    toggle(layer) {
      const layers = { ...looking.layers, [layer]: !looking.layers[layer] };
      const edges = layer === 'weights' || layer === 'gradients';
      const other = layer === 'weights' ? 'gradients' : 'weights';
      // The layer switched on last gives edges their ink; switched off, it leaves them to the other.
      const ink: EdgeInk = !edges ? looking.ink : layers[layer] ? layer : layers[other] ? other : 'weights';
      look({ layers, ink });
    },
    reveal: (start, end) => ask(host.reveal(start, end)),
    setFollow: (follow) => ask(host.setFollow(follow)),
    setPinned: (pinned) => ask(host.setPinned(pinned)),
    toggleSection(topic) {
      openSections = openSections.includes(topic)
        ? openSections.filter((open) => open !== topic)
        : [...openSections, topic];
      draw();
    },
    copy: (text) => ask(host.copy(text)),
    copyResult: () => ask(host.copyResult()),
    applyDescentStep: () => ask(host.applyDescentStep()),
    tryExample: (text) => ask(host.tryExample(text)),
    openExample: () => ask(host.openExample()),
  };

  function followCursor(offset: number | null): void {
    const { network, numbers } = shown;
    if (network === null || numbers === null) return;
    if (offset === null) {
      if (looking.chosenIn === 'text') look({ selection: null });
      return;
    }
    if (looking.selection !== null && standsAt(network, looking.selection, looking.sample, offset)) return;
    const found = numbers.at(offset);
    if (found === null) {
      if (looking.chosenIn === 'text') look({ selection: null });
      return;
    }
    look({ selection: found.selection, chosenIn: 'text', sample: found.sample ?? looking.sample });
  }

  function accept(next: PanelState): void {
    state = next;
    setDecimalMark(next.decimalComma ? ',' : '.');
    if (next.gradientsAsked > gradientsAsked) {
      looking = { ...looking, layers: { ...looking.layers, gradients: true }, ink: 'gradients' };
    }
    gradientsAsked = next.gradientsAsked;
    document.body.dataset.surface = next.surface;
    if (next.study !== shown.study) {
      const network = next.study?.kind === 'network' ? decodeNetwork(next.study) : null;
      shown = { study: next.study, network, numbers: network === null ? null : createNumberIndex(network) };
    }
    if (shown.network !== null) {
      const { selection, sample } = looking;
      const still = selection !== null && isWithin(shown.network, selection) ? selection : null;
      const again =
        still === null && awaited !== null ? (shown.numbers?.at(awaited)?.selection ?? null) : still;
      awaited = null;
      looking = {
        ...looking,
        selection: again,
        sample: Math.min(sample, Math.max(0, shown.network.view.samples - 1)),
      };
      if (next.cursor !== null) followCursor(next.cursor);
    }
    draw();
  }

  function draw(): void {
    if (state === null) return;
    setNotation(looking.notation ?? state.notation, shown.network);
    render(
      <Asking.Provider value={asking}>
        <Panel
          state={state}
          network={shown.network}
          {...looking}
          openSections={openSections}
          actions={actions}
        />
      </Asking.Provider>,
      root,
    );
    memory.save(remember());
  }

  function remember(): PanelMemory {
    const place =
      shown.network === null || looking.selection === null
        ? null
        : placeOf(shown.network, looking.selection, looking.sample);
    return {
      version: 1,
      as: state?.as ?? kept.as,
      uri: state?.source?.uri ?? null,
      span: state?.study?.span ?? null,
      selected: place?.start ?? awaited,
      sample: looking.sample,
      layers: looking.layers,
      sections: openSections,
      notation: looking.notation,
      follow: state?.follow ?? kept.follow,
      pinned: state?.pinned ?? kept.pinned,
    };
  }

  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && looking.selection !== null) {
      event.preventDefault();
      look({ selection: null });
    }
  });
  lightTogether(root);
  root.addEventListener('click', ({ target }) => {
    const term = target instanceof Element ? target.closest('math [data-key]') : null;
    const selection = selectionOfKey(term?.getAttribute('data-key') ?? '');
    if (selection !== null && shown.network !== null && isWithin(shown.network, selection)) {
      actions.select(selection);
    }
  });

  return {
    async setState(next) {
      accept(next);
    },
    async setCursor(start) {
      followCursor(start);
    },
  };
}

/** An unexpected failure goes to the host's log; where even that fails there is nobody left to tell. */
export function report(host: HostApi, reason: unknown): void {
  const message = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  host.reportError(message).catch(() => undefined);
}

/** Under the pointer, the same element lights in drawing, formula and table. The delay is the stylesheet's. */
function lightTogether(root: HTMLElement): void {
  let lit: string | null = null;
  const light = (key: string | null) => {
    if (key === lit) return;
    lit = key;
    for (const element of root.querySelectorAll('.lit')) element.classList.remove('lit');
    if (key === null) return;
    for (const element of root.querySelectorAll(`[data-key="${CSS.escape(key)}"]`))
      element.classList.add('lit');
  };
  root.addEventListener('pointerover', (event) => {
    const target = event.target;
    const keyed = target instanceof Element ? target.closest('[data-key]') : null;
    light(keyed?.getAttribute('data-key') ?? null);
  });
  root.addEventListener('pointerleave', () => light(null));
}
