import { formatWritten } from '../../core/derivation/formatNumber';
import { words } from '../words';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.gradients;

export const conventions: SectionEntry = {
  topic: 'conventions',
  title: (study) => (study.kind === 'network' && study.hasConventions ? said.conventions : null),
  Body: Conventions,
};

/** The factor between these gradients and those of each other convention. */
function Conventions({ study }: SectionProps) {
  return (
    <Answered
      study={study}
      question={{ topic: 'conventions' }}
      draw={({ own, others }) => (
        <>
          <p>{said.aboutConventions(said.reduced(own.loss, own.reduction))}</p>
          <div class="table-frame">
            <table class="numbers compact">
              <thead>
                <tr>
                  <th scope="col">{said.convention}</th>
                  <th scope="col">{said.factor}</th>
                </tr>
              </thead>
              <tbody>
                {others.map(({ loss, reduction, text }) => (
                  <tr key={`${loss} ${reduction}`}>
                    <th scope="row">{said.reduced(loss, reduction)}</th>
                    <td>× {formatWritten(text)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    />
  );
}
