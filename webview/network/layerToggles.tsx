import type { PanelMemory } from '../../extension/protocol/panel';
import { useTabStop } from '../parts/hooks';
import { words } from '../words';

const names = ['weights', 'values', 'gradients', 'factors'] as const;

/** What the drawing shows: geometry stays, labels come and go. */
export function LayerToggles({
  shown,
  hasLoss,
  toggle,
}: {
  readonly shown: PanelMemory['layers'];
  readonly hasLoss: boolean;
  toggle(layer: keyof PanelMemory['layers']): void;
}) {
  const group = useTabStop<HTMLDivElement>();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div class="toggles" role="group" aria-label={words.layers.label} ref={group}>
      {names
        .filter((name) => hasLoss || name === 'weights' || name === 'values')
        .map((name) => (
          <button
            type="button"
            key={name}
            data-rove
            tabindex={-1}
            aria-pressed={shown[name]}
            onClick={() => toggle(name)}
          >
            {words.layers[name]}
          </button>
        ))}
    </div>
  );
}
