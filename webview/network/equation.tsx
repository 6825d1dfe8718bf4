import { decimalMark } from '../../core/derivation/decimalMark';
import { decimalsIn, formatNumber, formatWritten } from '../../core/derivation/formatNumber';
import { fromWire } from '../../extension/protocol/wire';
import type { NetworkModel } from '../model/networkModel';
import { useTabStop } from '../parts/hooks';
import { NextIcon, PreviousIcon } from '../parts/icons';
import { Tex } from '../parts/tex';
import { words } from '../words';
import { type Derivation, derive, type ShownFactor } from './derivation';
import { Disc } from './label';
import * as notation from './notation';
import { placeKey, type Subject } from './scene';

interface EquationProps {
  readonly scene: Subject;
  readonly narrow: boolean;
  chooseSample(sample: number): void;
}

const signOf = (value: number) => (value < 0 ? 'negative-text' : value > 0 ? 'positive-text' : '');

/** The band under the drawing: the selected derivative, factor by factor, and what it means. */
export function Equation({ scene, narrow, chooseSample }: EquationProps) {
  const { model, selection, path, sample, digits, texts } = scene;
  const group = useTabStop<HTMLElement>();
  const derivation =
    selection === null || path === null ? null : derive(model, selection, path, sample, digits, texts);
  return (
    <section class="equation" aria-label={words.formula.label} ref={group}>
      {model.view.samples > 1 ? <SampleChooser scene={scene} chooseSample={chooseSample} /> : null}
      {derivation === null ? (
        <Unselected scene={scene} />
      ) : (
        <div class="equation-row" aria-live="polite">
          <div class="formula" tabindex={-1} data-rove>
            {narrow ? (
              <FactorColumn derivation={derivation} />
            ) : (
              <Chain derivation={derivation} scene={scene} />
            )}
            {derivation.forward.length > 0 ? (
              <div class="forward">
                {derivation.forward.map((latex) => (
                  <div key={latex}>
                    <Tex latex={latex} />
                  </div>
                ))}
              </div>
            ) : null}
            {derivation.total === null ? null : (
              <p class="total">
                {words.formula.sumOverSamples(derivation.total.samples)}{' '}
                <Tex latex={`${derivation.name} =`} />{' '}
                <span class="number strong">{derivation.total.text}</span>
              </p>
            )}
          </div>
          <Meaning derivation={derivation} model={model} digits={digits} />
        </div>
      )}
    </section>
  );
}

function SampleChooser({ scene, chooseSample }: Pick<EquationProps, 'scene' | 'chooseSample'>) {
  const { samples } = scene.model.view;
  const { sample } = scene;
  return (
    <div class="samples">
      <button
        type="button"
        class="tool"
        data-rove
        tabindex={-1}
        aria-label={words.formula.previousSample}
        disabled={sample === 0}
        onClick={() => chooseSample(sample - 1)}
      >
        <PreviousIcon />
      </button>
      <span aria-live="polite">{words.formula.sampleOf(sample + 1, samples)}</span>
      <button
        type="button"
        class="tool"
        data-rove
        tabindex={-1}
        aria-label={words.formula.nextSample}
        disabled={sample === samples - 1}
        onClick={() => chooseSample(sample + 1)}
      >
        <NextIcon />
      </button>
    </div>
  );
}

/** Nothing selected: the loss is the answer, and the band says what to select. */
function Unselected({ scene }: { readonly scene: Subject }) {
  const { model, digits } = scene;
  const formula = notation.lossFormula(model);
  const last = model.layers[model.layers.length - 1];
  const hint =
    model.view.detail === 'outline'
      ? words.formula.selectOfMany
      : model.loss !== null
        ? words.formula.select
        : last.output !== null
          ? words.formula.forward
          : words.formula.drawingOnly;
  return (
    <div class="equation-row">
      <div class="formula" tabindex={-1} data-rove>
        {model.loss === null ? null : (
          <div class="answer-line">
            <Tex latex={`${notation.lossSymbol} = ${formula === null ? '' : `${formula} =`}`} />
            <span class="display">{formatNumber(model.loss, digits)}</span>
          </div>
        )}
        <p class="hint">{hint}</p>
      </div>
      <div class="meaning">
        <p class="quiet">{words.formula.selectKeys}</p>
        <CheckLine model={model} />
      </div>
    </div>
  );
}

function Factor({ shown, number }: { readonly shown: ShownFactor; readonly number: number }) {
  return (
    <span class="factor" data-key={placeKey(shown.factor)}>
      <span class="top">
        <Tex latex={shown.latex} />
      </span>
      <span class="brace" />
      <span class="under-brace">
        <Disc number={number} />
        <span class="number">{shown.text}</span>
      </span>
    </span>
  );
}

function Factors({ shown, first }: { readonly shown: readonly ShownFactor[]; readonly first: number }) {
  return (
    <>
      {shown.map((factor, index) => [
        first + index === 0 ? null : (
          <span class="operator" key={`dot${factor.latex}`}>
            ·
          </span>
        ),
        <Factor key={factor.latex} shown={factor} number={first + index + 1} />,
      ])}
    </>
  );
}

function Chain({ derivation, scene }: { readonly derivation: Derivation; readonly scene: Subject }) {
  const { factors, grouped } = derivation;
  return (
    <div class="chain">
      <span class="factor">
        <span class="top">
          <Tex latex={derivation.name} />
        </span>
      </span>
      <span class="operator">=</span>
      {grouped > 0 ? (
        <span class="group">
          <span class="group-factors">
            <Factors shown={factors.slice(0, grouped)} first={0} />
          </span>
          <span class="brace" />
          <span class="group-name">
            <Tex latex={`\\displaystyle ${derivation.groupName}`} />
            <span class="number">{derivation.groupText}</span>
          </span>
        </span>
      ) : null}
      <Factors shown={factors.slice(grouped)} first={grouped} />
      <span class="product">
        {factors.length > 0 ? <span class="operator">=</span> : null}
        <span class={`display ${signOf(derivation.value)}`}>{derivation.valueText}</span>
        {derivation.total === null ? null : (
          <span class="of-sample">{words.formula.thisSample(scene.sample + 1)}</span>
        )}
      </span>
    </div>
  );
}

/** Under 520 px: a column of factors. */
function FactorColumn({ derivation }: { readonly derivation: Derivation }) {
  return (
    <div class="factor-column">
      <div class="column-head">
        <Tex latex={`\\displaystyle ${derivation.name}`} />
        <span class="operator">=</span>
        <span class={`display ${signOf(derivation.value)}`}>{derivation.valueText}</span>
      </div>
      {derivation.factors.length === 0 ? null : (
        <table aria-label={words.formula.values}>
          <tbody>
            {derivation.factors.map(({ latex, text, factor }, index) => (
              <tr key={latex} data-key={placeKey(factor)}>
                <th scope="row">
                  <span class={index === 0 ? 'times ghost' : 'times'}>×</span>
                  <Tex latex={latex} />
                </th>
                <td>
                  <Padded text={text} all={derivation.factors.map((one) => one.text)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** A number that aligns on the point with the others of its column: shorter ones get invisible zeros. */
export function Padded({ text, all }: { readonly text: string; readonly all: readonly string[] }) {
  const most = Math.max(...all.map(decimalsIn));
  const missing = most - decimalsIn(text);
  const padding = missing <= 0 ? '' : `${decimalsIn(text) === 0 ? decimalMark() : ''}${'0'.repeat(missing)}`;
  return (
    <span class="number">
      {text}
      {padding === '' ? null : (
        <span class="ghost" aria-hidden="true">
          {padding}
        </span>
      )}
    </span>
  );
}

const step = 0.01;

function Meaning({
  derivation,
  model,
  digits,
}: {
  readonly derivation: Derivation;
  readonly model: NetworkModel;
  readonly digits: number;
}) {
  const { slope, subject } = derivation;
  const parts =
    slope === null
      ? null
      : slope === 0
        ? words.formula.flat
        : words.formula.raise(
            formatWritten(String(step)),
            formatNumber(Math.abs(slope * step), Math.min(3, digits)),
            slope > 0,
          );
  return (
    <div class="meaning">
      {parts === null ? null : (
        <p>
          {parts[0]}
          <Tex latex={subject} />
          {parts[1]}
        </p>
      )}
      <CheckLine model={model} />
    </div>
  );
}

/** How the gradients were checked: never a badge without its measure. */
function CheckLine({ model }: { readonly model: NetworkModel }) {
  const { check } = model.view;
  if (check === null) return null;
  const difference = formatNumber(fromWire(check.largestRelativeDifference), 2);
  switch (check.verdict) {
    case 'agree':
      return <p class="quiet check">✓ {words.formula.agree(check.compared, check.parameters, difference)}</p>;
    case 'disagree':
      return <p class="check error-text">✗ {words.formula.disagree(difference)}</p>;
    case 'undecided':
      return <p class="quiet check">{words.formula.undecided}</p>;
  }
}
