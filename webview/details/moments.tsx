import { alignDecimals, formatNumber, listNumbers } from '../../core/derivation/formatNumber';
import type { MomentAnswer } from '../../extension/protocol/details/moments';
import { fromWire } from '../../extension/protocol/wire';
import { words } from '../words';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.moments;
const names = ['mean', 'variance', 'deviation'] as const;

export const moments: SectionEntry = {
  topic: 'moments',
  title: (study) => (study.kind === 'continuous' ? said.title : null),
  Body: MomentsBody,
};

/** Mean, variance and standard deviation of each, or that there is none. */
function MomentsBody({ study, state: { digits } }: SectionProps) {
  return (
    <Answered
      study={study}
      question={{ topic: 'moments' }}
      draw={({ measures }) => (
        <div class="table-frame">
          <table class="numbers compact">
            <thead>
              <tr>
                <td />
                {measures.map(({ label }) => (
                  <th scope="col" key={label}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {names.map((name) => (
                <tr key={name}>
                  <th scope="row">{said[name]}</th>
                  {measures.map((measure) => (
                    <td key={measure.label} title={methodText(measure[name])}>
                      {name === 'mean' && measure.means !== null
                        ? `(${listNumbers(alignDecimals(measure.means.map(fromWire), digits))})`
                        : momentText(measure[name], digits)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    />
  );
}

function momentText({ value, state }: MomentAnswer, digits: number): string {
  if (value !== null) return formatNumber(fromWire(value), digits);
  return state === 'undefined' ? said.undefined : said.unknown;
}

function methodText({ method }: MomentAnswer): string | undefined {
  if (method === null) return undefined;
  return method === 'closed-form' ? said.closedForm : said.quadrature;
}
