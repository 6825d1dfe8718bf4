import type { ComponentChildren } from 'preact';
import type { DetailAnswer, DetailQuestion, Topic } from '../../extension/protocol/details';
import type { StudyView } from '../../extension/protocol/studyView';
import { words } from '../words';
import { useDetail } from './useDetail';

/** A part of the panel that opens: what is in it is asked for and drawn only while it is open. */
export function Section({
  topic,
  title,
  isOpen,
  toggle,
  children,
}: {
  readonly topic: Topic;
  readonly title: string;
  readonly isOpen: boolean;
  toggle(): void;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="detail" data-topic={topic}>
      <h2>
        <button type="button" class="disclosure" aria-expanded={isOpen} onClick={toggle}>
          <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d={isOpen ? 'M4.5 6L8 9.5 11.5 6' : 'M6 4.5L9.5 8 6 11.5'} />
          </svg>
          {title}
        </button>
      </h2>
      {isOpen ? <div class="detail-body">{children}</div> : null}
    </section>
  );
}

/** Draws an answer once it is there; while another is on its way the last one stays, paler. */
export function Answered<Name extends Topic>({
  study,
  question,
  draw,
}: {
  readonly study: StudyView;
  readonly question: DetailQuestion<Name>;
  draw(answer: DetailAnswer<Name>): ComponentChildren;
}) {
  const detail = useDetail<Name>(study, question);
  if (detail.state === 'failed') return <p class="quiet">{words.details.failed}</p>;
  if (detail.answer === null) {
    return (
      <p class="quiet" role="status">
        {detail.state === 'waiting' ? words.details.waiting : words.details.nothing}
      </p>
    );
  }
  return (
    <div class={detail.state === 'waiting' ? 'stale' : undefined} aria-busy={detail.state === 'waiting'}>
      {draw(detail.answer)}
    </div>
  );
}
