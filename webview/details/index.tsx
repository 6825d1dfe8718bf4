import type { PanelProps } from '../panel';
import { bounds } from './bounds';
import { conventions } from './conventions';
import { derivation } from './derivation';
import { diagnosis } from './diagnosis';
import { divergenceGradients } from './divergenceGradients';
import { exactDecimals } from './exactDecimals';
import { exactNetwork } from './exactNetwork';
import { facts } from './facts';
import { frameworks } from './frameworks';
import { gradientCheck } from './gradientCheck';
import { jointTable } from './jointTable';
import { measures } from './measures';
import { moments } from './moments';
import { pairwise } from './pairwise';
import { projections } from './projections';
import { secondOrder } from './secondOrder';
import { Section } from './section';
import type { SectionEntry } from './sectionEntry';
import { training } from './training';
import { wouldPrint } from './wouldPrint';

/** In the order in which they stand. */
const entries: readonly SectionEntry[] = [
  derivation,
  gradientCheck,
  exactNetwork,
  conventions,
  diagnosis,
  training,
  secondOrder,
  frameworks,
  facts,
  pairwise,
  projections,
  moments,
  exactDecimals,
  jointTable,
  measures,
  bounds,
  divergenceGradients,
  wouldPrint,
];

/** What is not calculated in float32. */
const ofDoubles = new Set<string>(['gradientCheck', 'exactNetwork', 'secondOrder']);

/** Everything that the panel shows on request. */
export function Sections(props: PanelProps) {
  const { study } = props.state;
  if (study === null) return null;
  const isSingle = study.kind === 'network' && study.dtype === 'float32';
  return (
    <>
      {entries.map(({ topic, title, Body }) => {
        const name = title(study);
        if (name === null || (isSingle && ofDoubles.has(topic))) return null;
        return (
          <Section
            key={topic}
            topic={topic}
            title={name}
            isOpen={props.openSections.includes(topic)}
            toggle={() => props.actions.toggleSection(topic)}
          >
            <Body {...props} study={study} />
          </Section>
        );
      })}
    </>
  );
}
