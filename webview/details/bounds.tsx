import { formatNumber } from '../../core/derivation/formatNumber';
import { fromWire, type WireNumber } from '../../extension/protocol/wire';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.divergences;

export const bounds: SectionEntry = {
  topic: 'bounds',
  title: (study) => (study.kind === 'distribution' && study.q !== null ? said.bounds : null),
  Body: Bounds,
};

/** Each inequality with both of its sides on these numbers. */
function Bounds({ study, state }: SectionProps) {
  const text = (value: WireNumber) => formatNumber(fromWire(value), state.digits);
  return (
    <Answered
      study={study}
      question={{ topic: 'bounds' }}
      draw={({ rows, isNormalised }) => (
        <>
          <p>
            {said.aboutBounds}
            {isNormalised ? ` ${said.ofNormalised}` : ''}
          </p>
          <div class="table-frame">
            <table class="numbers compact stacks">
              <thead>
                <tr>
                  <th scope="col">{said.bound}</th>
                  <th scope="col" class="formula">
                    {said.inequality}
                  </th>
                  <th scope="col">{said.left}</th>
                  <th scope="col">{said.right}</th>
                  <th scope="col" class="words">
                    {said.onThese}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ name, title, left, right, verdict, source }) => (
                  <tr key={name}>
                    <th scope="row" title={source}>
                      {title}
                    </th>
                    <td class="formula">
                      <Tex latex={`${left.latex} \\le ${right.latex}`} />
                    </td>
                    <td data-head={said.left}>{text(left.value)}</td>
                    <td data-head={said.right}>{text(right.value)}</td>
                    <td class={`words verdict ${verdict === 'fails' ? 'disagree' : ''}`}>
                      {said.boundVerdicts[verdict]}
                    </td>
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
