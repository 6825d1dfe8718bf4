import { useEffect, useState } from 'preact/hooks';
import { formatNumber, formatWritten } from '../../core/derivation/formatNumber';
import type { TrainingAnswer } from '../../extension/protocol/details/training';
import { fromWire } from '../../extension/protocol/wire';
import { useWidth } from '../parts/hooks';
import { words } from '../words';
import { LineChart } from './lineChart';
import { LossAlongStep } from './lossAlongStep';
import type { SectionEntry, SectionProps } from './sectionEntry';
import { useDetail } from './useDetail';

const said = words.details.training;

const firstGoal = 100;
const mostSteps = 100_000;
/** So many questions a run, so that it shows how far it is. */
const parts = 20;
/** Rows of the table beside the curve. */
const mostRows = 21;

export const training: SectionEntry = {
  topic: 'training',
  title: (study) => (study.kind === 'network' && study.loss !== null ? said.title : null),
  Body: Training,
};

/** The loss along one step of the text's optimizer, and over many. */
function Training(props: SectionProps) {
  return (
    <>
      {props.study.kind === 'network' && props.study.dtype === 'float32' ? null : (
        <LossAlongStep {...props} />
      )}
      <h3>{said.many}</h3>
      <Run {...props} />
    </>
  );
}

/** Training in parts: each answer asks for the next until the goal is reached. */
function Run({ study, state, actions }: SectionProps) {
  const [wanted, setWanted] = useState(firstGoal);
  const [goal, setGoal] = useState(firstGoal);
  const [asked, setAsked] = useState<number | null>(partOf(firstGoal));
  const detail = useDetail<'training'>(study, asked === null ? null : { topic: 'training', steps: asked });
  const answer = detail.state === 'failed' ? null : detail.answer;
  const isAnswered = detail.state === 'answered' && answer !== null && asked !== null;
  const isDone = isAnswered && (answer.end !== null || asked >= goal);
  useEffect(() => {
    if (!isAnswered || isDone) return;
    // A run that was cancelled after this was drawn stays cancelled.
    setAsked((current) => (current === asked ? Math.min(goal, asked + partOf(goal)) : current));
  }, [isAnswered, isDone, asked, goal]);
  if (detail.state === 'failed') return <p class="quiet">{words.details.failed}</p>;
  if (detail.state === 'answered' && answer === null) return <p class="quiet">{words.details.nothing}</p>;
  const isRunning = asked !== null && !isDone;
  return (
    <>
      <form
        class="run-tools"
        onSubmit={(event) => {
          event.preventDefault();
          setGoal(wanted);
          setAsked(partOf(wanted));
        }}
      >
        <label>
          {said.steps}{' '}
          <input
            type="number"
            min={1}
            max={mostSteps}
            value={wanted}
            onInput={({ currentTarget: { value } }) => {
              const steps = Math.floor(Number(value));
              if (steps >= 1 && steps <= mostSteps) setWanted(steps);
            }}
          />
        </label>
        {isRunning ? (
          <button type="button" class="text-button framed" onClick={() => setAsked(null)}>
            {said.cancel}
          </button>
        ) : (
          <button type="submit" class="text-button framed">
            {said.train}
          </button>
        )}
        {answer === null ? null : (
          <>
            <progress max={goal} value={Math.min(goal, answer.steps)} aria-label={said.title} />
            <span class="quiet" role="status">
              {said.progress(answer.steps, goal)}
            </span>
          </>
        )}
      </form>
      {answer === null ? null : <Outcome answer={answer} digits={state.digits} copy={actions.copy} />}
    </>
  );
}

function partOf(goal: number): number {
  return Math.max(1, Math.ceil(goal / parts));
}

function Outcome({
  answer,
  digits,
  copy,
}: {
  readonly answer: TrainingAnswer;
  readonly digits: number;
  copy(text: string): void;
}) {
  const [place, width] = useWidth<HTMLDivElement>();
  const { curve, lowest, steps, end, problem, learned } = answer;
  const text = (loss: TrainingAnswer['lowest']['loss']) => formatNumber(fromWire(loss), digits);
  const [first, last] = [text(curve[0]?.loss ?? 'NaN'), text(curve.at(-1)?.loss ?? 'NaN')];
  const every = Math.max(1, Math.ceil(curve.length / mostRows));
  const rows = curve.filter((_, index) => index % every === 0 || index === curve.length - 1);
  return (
    <>
      <p>
        {said.reached(steps, first, last)}
        {lowest.step === steps ? null : ` ${said.lowest(text(lowest.loss), lowest.step)}`} {said.notWritten}
      </p>
      {problem === null ? null : <p class="error-text">{problem.message}</p>}
      {end === 'stationary' ? <p>{said.stationary(steps)}</p> : null}
      <div ref={place} class="chart-frame">
        {width === null ? null : (
          <LineChart
            name={said.curve(first, last, steps)}
            width={width}
            series={[{ points: curve.map(({ step, loss }) => ({ x: step, y: fromWire(loss) })) }]}
            xName={said.step}
            yName={(isLogarithmic) => (isLogarithmic ? said.logarithmic : said.loss)}
            xIsWhole
          />
        )}
      </div>
      <details class="twin-values">
        <summary>{said.values}</summary>
        <div class="table-frame">
          <table class="numbers compact">
            <thead>
              <tr>
                <th scope="col">{said.step}</th>
                <th scope="col">{said.loss}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ step, loss }) => (
                <tr key={step}>
                  <th scope="row">{formatWritten(String(step))}</th>
                  <td>{text(loss)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      {learned === null ? null : (
        <p class="table-tools">
          <button type="button" class="text-button" onClick={() => copy(JSON.stringify(learned))}>
            {said.copyLearned}
          </button>
        </p>
      )}
    </>
  );
}
