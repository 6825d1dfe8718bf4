import { Fragment } from 'preact';
import { formatNumber, listNumbers } from '../../core/derivation/formatNumber';
import type { FrameworkFigures, FrameworksAnswer } from '../../extension/protocol/details/frameworks';
import { fromWire, type WireNumber } from '../../extension/protocol/wire';
import { words } from '../words';
import { Answered } from './section';
import type { SectionEntry, SectionProps } from './sectionEntry';

/** Those that tell one float32 from the next. */
const singleDigits = 9;

const said = words.details.frameworks;

export const frameworks: SectionEntry = {
  topic: 'frameworks',
  title: (study) => (study.kind === 'network' && study.mayDiffer ? said.title : null),
  Body: Frameworks,
};

/** What each framework would return, where that is another number. */
function Frameworks({ study, state: { digits } }: SectionProps) {
  return (
    <Answered
      study={study}
      question={{ topic: 'frameworks' }}
      draw={(answer) =>
        answer.others.length === 0 && answer.float32 === null ? <p>{said.none}</p> : figures(answer, digits)
      }
    />
  );
}

function figures({ own, others, float32, same }: FrameworksAnswer, wanted: number) {
  const digits = float32 === null ? wanted : Math.max(wanted, singleDigits);
  const hasLoss = own.loss !== null;
  const number = (value: WireNumber) => formatNumber(fromWire(value), digits);
  const cells = ({ output, loss }: FrameworkFigures) => (
    <>
      <td data-head={said.output}>{listNumbers(output.map(number))}</td>
      {hasLoss ? <td data-head={said.loss}>{loss === null ? '' : number(loss)}</td> : null}
    </>
  );
  // Why stands below the numbers: beside them it would be out of sight.
  const differing = (name: string, figures: FrameworkFigures & GradientDifference, why: string) => (
    <Fragment key={name}>
      <tr>
        <th scope="row">{name}</th>
        {cells(figures)}
        {hasLoss ? (
          <td data-head={said.gradient}>
            {figures.gradientDifference === null ? '' : number(figures.gradientDifference)}
          </td>
        ) : null}
      </tr>
      <tr class="reason">
        <td colSpan={hasLoss ? 4 : 2}>{why}</td>
      </tr>
    </Fragment>
  );
  return (
    <>
      <p>{said.about}</p>
      <div class="table-frame">
        <table class="numbers compact stacks frameworks">
          <thead>
            <tr>
              <th scope="col">{said.framework}</th>
              <th scope="col">{said.output}</th>
              {hasLoss ? <th scope="col">{said.loss}</th> : null}
              {hasLoss ? <th scope="col">{said.gradient}</th> : null}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{said.here}</th>
              {cells(own)}
              {hasLoss ? <td /> : null}
            </tr>
            {others.map((other) => differing(other.frameworks.join(', '), other, reasons(other).join(' · ')))}
            {float32 === null ? null : differing('float32', float32, said.single)}
          </tbody>
        </table>
      </div>
      {same.length === 0 ? null : <p class="quiet">{said.same(same.join(', '))}</p>}
    </>
  );
}

type GradientDifference = Pick<FrameworksAnswer['others'][number], 'gradientDifference'>;

function reasons({ parameters, otherKinks }: FrameworksAnswer['others'][number]): readonly string[] {
  return [
    ...parameters.map(({ layer, activation, parameter, here, there }) =>
      said.parameter(layer + 1, activation, parameter, there, here),
    ),
    ...(otherKinks ? [said.kinks] : []),
  ];
}
