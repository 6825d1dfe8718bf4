import type { ComponentType } from 'preact';
import type { Topic } from '../../extension/protocol/details';
import type { StudyView } from '../../extension/protocol/studyView';
import type { PanelProps } from '../panel';

export interface SectionProps extends PanelProps {
  readonly study: StudyView;
}

/** A section below a study. What it asks, it asks when it is drawn: a closed one costs nothing. */
export interface SectionEntry {
  readonly topic: Topic;
  /** Null where the study has nothing of it. */
  title(study: StudyView): string | null;
  readonly Body: ComponentType<SectionProps>;
}
