import { useContext, useEffect, useState } from 'preact/hooks';
import type { DetailAnswer, DetailQuestion, Topic } from '../../extension/protocol/details';
import type { StudyView } from '../../extension/protocol/studyView';
import { Asking } from './asking';

/** `waiting` keeps the last answer, so that an edit does not make the view blink. */
export type Detail<Name extends Topic> =
  | { readonly state: 'waiting'; readonly answer: DetailAnswer<Name> | null }
  | { readonly state: 'answered'; readonly answer: DetailAnswer<Name> | null }
  | { readonly state: 'failed' };

/**
 * The answer to a question on the shown study, asked anew for each study and each other question. A
 * question of null asks nothing. What is no longer wanted is cancelled.
 */
export function useDetail<Name extends Topic>(
  study: StudyView,
  question: DetailQuestion<Name> | null,
): Detail<Name> {
  const { detail, failed } = useContext(Asking);
  const [known, setKnown] = useState<Detail<Name>>({ state: 'waiting', answer: null });
  const key = JSON.stringify(question);
  useEffect(() => {
    if (question === null) return undefined;
    const giveUp = new AbortController();
    setKnown((last) => ({ state: 'waiting', answer: last.state === 'failed' ? null : last.answer }));
    detail(question, giveUp.signal).then(
      (answer) => {
        // The contract: a question is answered in its own topic.
        if (!giveUp.signal.aborted)
          setKnown({ state: 'answered', answer: answer as DetailAnswer<Name> | null });
      },
      (reason: unknown) => {
        if (giveUp.signal.aborted) return;
        setKnown({ state: 'failed' });
        failed(reason);
      },
    );
    return () => giveUp.abort();
  }, [study, key, detail, failed]);
  return known;
}
