import { alignDecimals, formatNumber, listNumbers } from '../../core/derivation/formatNumber';
import { visibleHeight } from '../../core/divergence/continuous/visibleHeight';
import type { ProjectionsAnswer } from '../../extension/protocol/details/projections';
import { fromWire } from '../../extension/protocol/wire';
import { AxisLine, axisOf, px } from '../continuous/axis';
import type { CurveNumbers } from '../continuous/continuousModel';
import { useWidth } from '../parts/hooks';
import { words } from '../words';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

const said = words.details.projections;
const height = 200;
const base = height - 26;
const directions = ['forward', 'reverse'] as const;

export const projections: SectionEntry = {
  topic: 'projections',
  title: (study) =>
    study.kind === 'continuous' && study.curves !== null && !study.curves.discrete ? said.title : null,
  Body: ProjectionsBody,
};

/** P with the normal that each direction of KL takes for it. */
function ProjectionsBody({ study, state: { digits } }: SectionProps) {
  return (
    <>
      <p class="quiet">{said.about}</p>
      <Answered
        study={study}
        question={{ topic: 'projections' }}
        draw={(answer) => (
          <>
            <Picture answer={answer} />
            <Fits answer={answer} digits={digits} />
            {answer.forward === null ? <p>{said.noForward}</p> : null}
            {answer.reverse === null ? <p>{said.noReverse}</p> : <p class="quiet">{said.search}</p>}
          </>
        )}
      />
    </>
  );
}

/** The twin of the picture: each normal with both of its divergences. */
function Fits({ answer, digits }: { readonly answer: ProjectionsAnswer; readonly digits: number }) {
  const unit = words.distribution.unit(answer.base);
  const [toFit, fromFit] = [`KL(P ‖ N), ${unit}`, `KL(N ‖ P), ${unit}`];
  const known = directions.flatMap((name) => {
    const fit = answer[name];
    return fit === null ? [] : [{ name, fit }];
  });
  if (known.length === 0) return null;
  const column = (of: 'loc' | 'scale' | 'forward' | 'reverse') =>
    alignDecimals(
      known.map(({ fit }) => fromWire(fit[of])),
      digits,
    );
  const [locs, scales, forwards, reverses] = [
    column('loc'),
    column('scale'),
    column('forward'),
    column('reverse'),
  ];
  return (
    <div class="table-frame">
      <table class="numbers compact stacks">
        <thead>
          <tr>
            <td />
            <th scope="col">{said.mean}</th>
            <th scope="col">{said.deviation}</th>
            <th scope="col">{toFit}</th>
            <th scope="col">{fromFit}</th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ name }, row) => (
            <tr key={name}>
              <th scope="row">
                <span class={`line-key ${name}`} /> {said[name]}
              </th>
              <td data-head={said.mean}>{locs[row]}</td>
              <td data-head={said.deviation}>{scales[row]}</td>
              <td class={name === 'forward' ? 'least' : undefined} data-head={toFit}>
                {forwards[row]}
              </td>
              <td class={name === 'reverse' ? 'least' : undefined} data-head={fromFit}>
                {reverses[row]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Picture({ answer }: { readonly answer: ProjectionsAnswer }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  return (
    <div ref={frame}>{width === null ? null : <Drawing answer={answer} width={Math.min(width, 640)} />}</div>
  );
}

function Drawing({ answer, width }: { readonly answer: ProjectionsAnswer; readonly width: number }) {
  const { curves, forward, reverse } = answer;
  if (curves === null) return null;
  const p = curves.p.map(fromWire);
  const ofForward = curves.forward?.map(fromWire) ?? null;
  const ofReverse = curves.reverse?.map(fromWire) ?? null;
  const numbers: CurveNumbers = { discrete: false, x: curves.x, p, q: ofForward, term: null };
  const axis = axisOf(numbers, width);
  const top = visibleHeight([p, ofForward ?? [], ofReverse ?? []]);
  const y = (value: number) => base - (Math.min(value, top) / top) * (base - 14);
  const line = (values: readonly number[]) =>
    `M${curves.x.map((at, index) => `${axis.x(at).toFixed(1)} ${y(values[index]).toFixed(1)}`).join('L')}`;
  const names = [forward, reverse].flatMap((fit) =>
    fit === null
      ? []
      : [`N(${listNumbers([fit.loc, fit.scale].map((value) => formatNumber(fromWire(value), 3)))})`],
  );
  return (
    <svg
      class="chart"
      role="img"
      aria-label={said.picture(names.join(', '))}
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: px(width), height: px(height) }}
    >
      <path class="bar-P" d={`${line(p)}L${axis.right} ${base}L${axis.left} ${base}Z`} />
      {ofForward === null ? null : <path class="projection forward" d={line(ofForward)} />}
      {ofReverse === null ? null : <path class="projection reverse" d={line(ofReverse)} />}
      <AxisLine axis={axis} curves={numbers} y={base} below={base + 18} />
    </svg>
  );
}
