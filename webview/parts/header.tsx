import type { ComponentChildren } from 'preact';
import type { PanelState } from '../../extension/protocol/panel';
import type { Actions } from '../model/actions';
import { words } from '../words';
import { useTabStop } from './hooks';
import { CopyIcon, FollowIcon, PinIcon } from './icons';

/** What the panel shows and from where, the answer in short, and the panel's tools. */
export function Header({
  title,
  about,
  answer,
  choice,
  state,
  actions,
}: {
  readonly title: string;
  readonly about: string;
  readonly answer?: ComponentChildren;
  /** What the person may choose of what is shown. */
  readonly choice?: ComponentChildren;
  readonly state: PanelState;
  readonly actions: Actions;
}) {
  const group = useTabStop<HTMLElement>();
  return (
    <header class="header" ref={group}>
      <div class="title">
        <h1>{title}</h1>
        <span class="source">{about}</span>
      </div>
      {answer === undefined ? null : <div class="answer">{answer}</div>}
      {choice}
      <div class="tools" role="toolbar" aria-label={words.header.tools}>
        <button
          type="button"
          class="tool"
          data-rove
          tabindex={-1}
          aria-pressed={state.pinned}
          aria-label={words.header.pin}
          title={words.header.pin}
          onClick={() => actions.setPinned(!state.pinned)}
        >
          <PinIcon />
        </button>
        <button
          type="button"
          class="tool"
          data-rove
          tabindex={-1}
          aria-pressed={state.follow}
          aria-label={words.header.follow}
          title={words.header.follow}
          onClick={() => actions.setFollow(!state.follow)}
        >
          <FollowIcon />
        </button>
        <button
          type="button"
          class="tool"
          data-rove
          tabindex={-1}
          aria-label={words.header.copy}
          title={words.header.copy}
          onClick={() => actions.copyResult()}
        >
          <CopyIcon />
        </button>
      </div>
    </header>
  );
}

/** "exercise.nabla.json, lines 2–9", "study.ipynb, cell 2, line 1". */
export function placeWords(state: PanelState): string {
  const { source, study } = state;
  const lines = study === null ? '' : words.header.lines(study.firstLine, study.lastLine);
  if (source === null) return lines;
  const cell = source.cell === undefined ? [] : [words.header.cell(source.cell)];
  return [source.name, ...cell, lines].join(', ');
}
