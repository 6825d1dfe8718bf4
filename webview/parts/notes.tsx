import type { StudyView } from '../../extension/protocol/studyView';
import type { Actions } from '../model/actions';
import { words } from '../words';
import { ErrorIcon, InformationIcon, WarningIcon } from './icons';

const icons = { error: ErrorIcon, warning: WarningIcon, information: InformationIcon };

/** How the text was read, where it left room, and what else a person would want to know about it. */
export function Notes({
  study,
  actions,
  skip = 0,
}: {
  readonly study: StudyView;
  readonly actions: Actions;
  /** Problems at the front that stand elsewhere already. */
  readonly skip?: number;
}) {
  const problems = study.problems.slice(skip);
  if (problems.length === 0 && study.reading.length === 0) return null;
  return (
    <section class="notes" aria-label={words.states.problems}>
      <ul>
        {problems.map((problem, index) => {
          const Icon = icons[problem.severity];
          return (
            <li class={`note ${problem.severity}`} key={`${problem.code}${index}`}>
              <Icon />
              <span>
                {problem.message}
                {problem.remedy === undefined ? null : <span class="quiet"> {problem.remedy}</span>}{' '}
                <button
                  type="button"
                  class="link"
                  onClick={() =>
                    actions.reveal(problem.span.offset, problem.span.offset + problem.span.length)
                  }
                >
                  {words.states.goToLine(problem.line)}
                </button>
              </span>
            </li>
          );
        })}
        {study.reading.map((sentence) => (
          <li class="note information" key={sentence}>
            <InformationIcon />
            <span class="quiet">{sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
