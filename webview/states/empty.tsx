import type { PanelState } from '../../extension/protocol/panel';
import type { Actions } from '../model/actions';
import { useTabStop } from '../parts/hooks';
import { words } from '../words';
import { SourceText } from './sourceText';
import { Thumbnail } from './thumbnail';

/** Each runs as it stands. */
const examples: readonly string[] = [
  'W1 = [0.1 0.2; 0.4 -0.5]',
  'P = (9/25, 12/25, 4/25)\nQ = (1/3, 1/3, 1/3)',
  'KL(normal(0, 1) || laplace(0, 2))',
];

/** Nothing evaluated yet: one sentence, three examples that run, the keys. */
export function Empty({
  platform,
  actions,
}: {
  readonly platform: PanelState['platform'];
  readonly actions: Actions;
}) {
  const group = useTabStop<HTMLElement>();
  const { keys } = words.states;
  const modifiers = platform === 'mac' ? [keys.command, keys.option] : [keys.control, keys.alt];
  return (
    <section class="empty" ref={group}>
      <Thumbnail widths={[3, 2, 1]} model={null} />
      <h1 class="lead">{words.states.lead}</h1>
      <p class="quiet">{words.states.about}</p>
      <ul class="examples">
        {examples.map((text) => (
          <li class="code-box" key={text}>
            <SourceText text={text} />
            <button
              type="button"
              class="link"
              data-rove
              tabindex={-1}
              aria-label={words.states.tryNamed(text)}
              onClick={() => actions.tryExample(text)}
            >
              {words.states.tryIt}
            </button>
          </li>
        ))}
      </ul>
      <p class="keys quiet">
        <span class="chord">
          <Keys keys={[...modifiers, 'N']} /> {words.states.showNetwork}
        </span>
        <span class="chord">
          <Keys keys={[...modifiers, 'E']} /> {words.states.evaluate}
        </span>
        <button type="button" class="link" data-rove tabindex={-1} onClick={() => actions.openExample()}>
          {words.states.openExample}
        </button>
      </p>
    </section>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </>
  );
}
